"""The registry of companies: names that clash, languages, parents, tickers, drafts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from diglot import yamlfile
from diglot.authority import Company, collective
from diglot.check.problem import Problem, Problems
from diglot.facts.gazetteer import fold
from diglot.problems import Message, listed, tell
from diglot.records import files
from diglot.records.content import Content

_TICKER: Final = re.compile(r"[A-Z]+:[A-Z0-9][A-Z0-9.&-]*")
_HAN: Final = re.compile(r"[\u3400-\u9fff]")
Place = tuple[str, yamlfile.Path]
"""Id of a company, and the key of its file."""


def alias_collision(content: Content) -> Problems:
    """A name two companies bear though not both call it ambiguous; one word for them all may."""
    for form, bearers in _bearers(content).items():
        ids = list(dict.fromkeys(id_ for id_, _ in bearers))
        bearing = [content.registry.companies[id_] for id_ in ids]
        sure = [company for company in bearing if not _ambiguous(company, form)]
        if len(ids) > 1 and sure and not collective(form, bearing):
            others = listed(ids[1:])
            mend = tell("take it from those it does not name, or put it under “ambiguous” in each")
            yield _at(
                content,
                bearers[0],
                tell("“%(form)s” is a name of %(others)s too", form=form, others=others),
                mend,
            )


def _bearers(content: Content) -> dict[str, list[Place]]:
    """Places of each name, written in simplified and small letters."""
    found: defaultdict[str, list[Place]] = defaultdict(list)
    for id_, company in content.registry.companies.items():
        for path, form in _forms(company):
            found[fold(form)].append((id_, path))
    return found


def _forms(company: Company) -> Iterator[tuple[yamlfile.Path, str]]:
    yield ("name", "zh"), company.name.zh
    yield ("name", "en"), company.name.en
    yield from ((("aliases", "zh", i), form) for i, form in enumerate(company.aliases.zh))
    yield from ((("aliases", "en", i), form) for i, form in enumerate(company.aliases.en))


def _ambiguous(company: Company, form: str) -> bool:
    return form in map(fold, company.ambiguous)


_NONE: Final = {
    ("name", "zh"): tell("no Chinese name"),
    ("name", "en"): tell("no English name"),
    ("description", "zh"): tell("no Chinese description"),
    ("description", "en"): tell("no English description"),
}


def company_language(content: Content) -> Problems:
    """A name or description that is missing in a language, or stands in the wrong one.

    A draft is left out: `company_proposed` tells of it.
    """
    mend = tell("write it in that language; a company known by its Latin name only has it in both")
    for id_, company in content.registry.companies.items():
        for key, both in (("name", company.name), ("description", company.description)):
            if company.proposed or not both:
                continue
            if not both.zh.strip():
                yield _at(content, (id_, (key, "zh")), _NONE[key, "zh"], mend)
            if not both.en.strip() or _HAN.match(both.en):
                yield _at(content, (id_, (key, "en")), _NONE[key, "en"], mend)


def parent_cycle(content: Content) -> Problems:
    """A company that is its own parent, directly or by others."""
    companies = content.registry.companies
    told: set[str] = set()
    for id_ in companies:
        cycle = _cycle(content, id_)
        if cycle and not told.intersection(cycle):
            told.update(cycle)
            what = tell("its parents lead back to it: %(way)s", way=" → ".join((*cycle, id_)))
            yield _at(content, (id_, ("parent",)), what, tell("correct the parent of one of them"))


def _cycle(content: Content, start: str) -> tuple[str, ...]:
    """Ids from a company over its parents back to it; empty where none lead back."""
    companies = content.registry.companies
    waiting: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    while waiting:
        trail = waiting.pop()
        for parent in companies[trail[-1]].parents:
            if parent == start:
                return trail
            if parent in companies and parent not in seen:
                seen.add(parent)
                waiting.append((*trail, parent))
    return ()


def ticker_format(content: Content) -> Problems:
    """A ticker that is not EXCHANGE:CODE."""
    for id_, company in content.registry.companies.items():
        for i, ticker in enumerate(company.ticker):
            if not _TICKER.fullmatch(ticker):
                what, mend = (
                    tell("“%(ticker)s” is no ticker", ticker=ticker),
                    tell("write EXCHANGE:CODE, such as HKEX:0489"),
                )
                yield _at(content, (id_, ("ticker", i)), what, mend)


def company_proposed(content: Content) -> Problems:
    """A draft Diglot wrote and nobody has looked over."""
    mend = tell("check names and kind, then take the key out, or delete the file")
    for id_, company in content.registry.companies.items():
        if company.proposed:
            yield _at(
                content, (id_, ("proposed",)), tell("a proposal nobody has looked over"), mend
            )


def _at(content: Content, place: Place, what: Message, mend: Message) -> Problem:
    path, line, column = where(content, place)
    return Problem(path, line, what, mend, column)


def where(content: Content, place: Place) -> tuple[str, int, int]:
    """File, line and column of a key."""
    id_, key = place
    path = content.project.companies / f"{id_}.yml"
    return content.project.relative(path), *yamlfile.Lines(files.read_text(path)).mark(key)
