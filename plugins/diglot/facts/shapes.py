"""Company names by their shape, for companies no registry knows yet.

A name counts if it carries a legal form, a ticker, a company noun before it (“British startup
Volklec”), or stands in a list of companies. Everything found here is a proposal, basis `inferred`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from diglot.facts.gazetteer import Span
from diglot.facts.reading import Reading
from diglot.yamlfile import data

HAN = r"\u3400-\u9fff"
WORD = r"[A-Z][\w’'.-]*[\w]|[A-Z]{2,}|[A-Z]"
NAME_EN = rf"(?:{WORD})(?: (?:& )?(?:{WORD}|of (?={WORD})))*?"
_VERBS_ZH = "宣布|签|达成|参与|领投|跟投|出资|认购|共同|合作|联合"
_END_ZH = rf"(?=[，。、；：（(“”《》\s]|与|和|及|等|的|将|为|在|{_VERBS_ZH}|$)"

Place = tuple[int, int]


def proposals(reading: Reading, known: tuple[Span, ...]) -> tuple[Place, ...]:
    """Offsets of names that look like companies; they may overlap what is known."""
    rules: tuple[Rule, ...] = RULES_EN if reading.side == "en" else RULES_ZH
    found = (place for rule in rules for place in rule(reading, known))
    bare = (_bare(reading.text, *place) for place in found)
    return tuple(dict.fromkeys(place for place in bare if place[1] - place[0] > 1))


def _bare(text: str, start: int, end: int) -> Place:
    """Without the ’s of the possessive."""
    return start, end - 2 if text[start:end].endswith(("'s", "’s")) else end


Rule = Callable[[Reading, tuple[Span, ...]], Iterator[Place]]


@cache
def _any(*keys: str) -> str:
    words = {word for key in keys for word in data("company_shapes")[key]}
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _patterns(key: str) -> str:
    return "|".join(entry["pattern"] for entry in data("company_shapes")[key])


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)


# ---- Chinese


def legal_zh(reading: Reading, known: tuple[Span, ...]) -> Iterator[Place]:
    """“深圳某某智能技术有限公司”: back from the legal form to the first word that cannot belong."""
    for match in _compiled(_patterns("legal_zh")).finditer(reading.plain):
        head = re.search(rf"[{HAN}A-Za-z0-9（）()·]{{2,28}}$", reading.plain[: match.start()][-28:])
        if not head:
            continue
        start = _trim(reading.plain, match.start() - len(head[0]), match.start())
        if match.start() - start >= 2 and not _generic(reading.plain[start : match.start()]):
            yield start, match.end()


def _trim(text: str, start: int, end: int) -> int:
    """Where a name begins that ends at ``end``, not before ``start``."""
    cut = start
    for match in _compiled(_any("stops_zh")).finditer(text, start, end):
        if match.end() <= end - 2:
            cut = match.end()
    opened = text.rfind("（", cut, end)
    if opened >= 0 and "）" not in text[opened:end]:
        cut = opened + 1
    closed = text.find("）", cut, end)
    return closed + 1 if closed >= 0 and "（" not in text[cut:closed] else cut


def _generic(name: str) -> bool:
    """Whether a name is made of general words only."""
    return not re.sub(_any("generic_zh", "tails_zh"), "", name).strip("（）()的0123456789")


def listed_zh(reading: Reading, known: tuple[Span, ...]) -> Iterator[Place]:
    """Members of a list “A、B、C和D” of which another neighbour is a known company."""
    ends = {span.end for span in known if span.kind == "company"}
    starts = {span.start for span in known if span.kind == "company"}
    tails = _any("tails_zh")
    name = rf"[{HAN}A-Za-z·]{{1,6}}?(?:{tails})|[A-Z][A-Za-z.]{{2,20}}"
    pattern = rf"(?P<sep>[、和与及])(?P<name>{name}){_END_ZH}"
    investor = rf"由(?P<name>[{HAN}]{{3,8}})(?=领投|跟投|战略投资)"
    yield from (match.span("name") for match in _compiled(investor).finditer(reading.plain))
    for match in _compiled(pattern).finditer(reading.plain):
        joined = match.start() in ends or match.end() + 1 in starts
        if joined and _fresh(reading.plain, *match.span("name")):
            yield match.span("name")


def _fresh(text: str, start: int, end: int) -> bool:
    name = text[start:end]
    if re.match(_any("generic_zh"), name) or re.search(_any("stops_zh"), name):
        return False
    return len(name) >= 3


def latin_zh(reading: Reading, known: tuple[Span, ...]) -> Iterator[Place]:
    """A Latin name after a company noun: “初创公司Fisker”, or between 与 and a verb of dealing."""
    nouns = _any("before_zh")
    latin = r"[A-Z][A-Za-z]{3,}(?:[ .-][A-Z][A-Za-z]+)*"
    noun = rf"(?:{nouns})(?P<name>{latin})(?![A-Za-z0-9])"
    verb = rf"[与和由](?P<name>{latin})(?=达成|签|合作|共同|宣布|联合|成立|合资)"
    for pattern in (noun, verb):
        for match in _compiled(pattern).finditer(reading.plain):
            yield match.span("name")


def bracket_zh(reading: Reading, known: tuple[Span, ...]) -> Iterator[Place]:
    """A short name before a bracket that holds a ticker."""
    tickers = _patterns("tickers")
    pattern = rf"(?P<name>[{HAN}]{{2,8}})[（(](?:[A-Za-z .]+[，,])?(?:{tickers})"
    for match in _compiled(pattern).finditer(reading.plain):
        start = _trim(reading.plain, match.start(), match.end("name"))
        if match.end("name") - start >= 2 and not _generic(
            reading.plain[start : match.end("name")]
        ):
            yield start, match.end("name")


def owned_zh(reading: Reading, known: tuple[Span, ...]) -> Iterator[Place]:
    """“旗下的某某（Foo）”, “公司「某某科技」”, “取得某某控股50%的股份”."""
    tails = _any("tails_zh")
    below = rf"(?:旗下的?|子公司)(?P<name>[{HAN}]{{2,6}})(?=[（(][A-Z][A-Za-z]+[）)])"
    quoted = rf"(?:公司|企业)[“「](?P<name>[{HAN}]{{1,6}}(?:{tails}))[”」]"
    shares = rf"(?:取得|收购|持有|购买)(?P<name>[{HAN}]{{2,6}}(?:{tails}))(?:约)?\d+(?:\.\d+)?%"
    for pattern in (below, quoted, shares):
        for match in _compiled(pattern).finditer(reading.plain):
            if not _generic(match["name"]):
                yield match.span("name")


# ---- English


def legal_en(reading: Reading, known: tuple[Span, ...]) -> Iterator[Place]:
    """“Far Star Battery Co., Ltd.”: capital words before a legal form."""
    branch = rf"(?: \([A-Z][a-z]+\)(?: {WORD}){{0,3}})?"
    pattern = rf"(?<![\w&-])(?P<name>{NAME_EN}{branch}),? (?:{_patterns('legal_en')})"
    for match in _compiled(pattern).finditer(reading.text):
        yield _opening(reading.text, match.start()), match.end()


def _opening(text: str, start: int) -> int:
    """Drop articles, prepositions and days that are capital and stand first."""
    match = _compiled(rf"(?:(?:{_any('opening_en')}),? )+").match(text[start:])
    return start + match.end() if match else start


def ticker_en(reading: Reading, known: tuple[Span, ...]) -> Iterator[Place]:
    """A capital name before a bracket that holds a ticker."""
    pattern = rf"(?<![\w&-])(?P<name>{NAME_EN}) \((?:[^()]*[,;] )?(?:{_patterns('tickers')})"
    for match in _compiled(pattern).finditer(reading.text):
        yield _opening(reading.text, match.start()), match.end("name")


def noun_en(reading: Reading, known: tuple[Span, ...]) -> Iterator[Place]:
    """“British startup Volklec”, “the truck developer TuSimple”."""
    name = rf"(?:{WORD})(?: (?:{WORD}))*"
    pattern = rf"\b(?:{_any('nouns_en')}) (?P<name>{name})"
    for match in _compiled(pattern).finditer(reading.text):
        yield match.span("name")


def called_en(reading: Reading, known: tuple[Span, ...]) -> Iterator[Place]:
    """“a joint venture called Foo”, “a company to be named Foo Bar”."""
    name = rf"(?:{WORD})(?: (?:{WORD}))*"
    kinds = "venture|JV|entity|company|firm|startup|start-up|subsidiary"
    pattern = rf"\b(?:{kinds})(?: to be)? (?:called|named|dubbed) [“\"]?(?P<name>{name})"
    for match in _compiled(pattern).finditer(reading.text):
        yield match.span("name")


def apposed_en(reading: Reading, known: tuple[Span, ...]) -> Iterator[Place]:
    """“Foo, a Chinese maker of chips,”."""
    name = rf"(?:{WORD})(?: (?:{WORD}))*"
    pattern = (
        rf"(?<![\w&-])(?P<name>{name}), (?:an?|the|its) (?:[\w-]+ ){{0,4}}?(?:{_any('nouns_en')})\b"
    )
    for match in _compiled(pattern).finditer(reading.text):
        yield _opening(reading.text, match.start()), match.end("name")


def listed_en(reading: Reading, known: tuple[Span, ...]) -> Iterator[Place]:
    """Members of “A, B and C” next to a known company."""
    ends = {span.end for span in known if span.kind == "company"}
    starts = {span.start for span in known if span.kind == "company"}
    name = rf"(?:{WORD}|U\.S\.)(?: (?:{WORD}))*"
    after = rf"(?:, and |, | and | or )(?P<name>{name})(?=[,.;]| and | or | among | as )"
    for match in _compiled(after).finditer(reading.text):
        follows = re.match(r"(?:, and |, | and | or )", reading.text[match.end() :])
        two_sided = bool(follows) and match.end() + len(follows[0] if follows else "") in starts
        if match.start() in ends and (
            two_sided or re.match(r" among| and", reading.text[match.end() :])
        ):
            yield match.span("name")


RULES_ZH: tuple[Rule, ...] = (legal_zh, bracket_zh, owned_zh, listed_zh, latin_zh)
RULES_EN: tuple[Rule, ...] = (legal_en, ticker_en, noun_en, called_en, apposed_en, listed_en)
