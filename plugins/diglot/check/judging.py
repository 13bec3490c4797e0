"""One record judged: everything that can be found without looking at the others."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b
from types import MappingProxyType
from typing import Final
from urllib.parse import urlsplit
from zlib import crc32

from diglot import markdown
from diglot.check import deals, references, translations, words
from diglot.check.problem import Problems, blocks, plain_blocks
from diglot.check.verdict import Anchor, Former, Gist, Link, Order, Verdict
from diglot.problems import Severity
from diglot.records import deal_ids, store
from diglot.records.content import Content
from diglot.records.sheets import Sheet
from diglot.records.store import Record
from diglot.text.script import to_simplified

Check = Callable[[Content], Problems]
CHECKS: Final[Mapping[str, tuple[Check, Severity]]] = MappingProxyType(
    {
        "company-unknown": (references.company_unknown, Severity.ERROR),
        "company-ambiguous": (references.company_ambiguous, Severity.NOTE),
        "theme-unknown": (references.theme_unknown, Severity.ERROR),
        "person-unknown": (references.person_unknown, Severity.ERROR),
        "place-unknown": (references.place_unknown, Severity.ERROR),
        "deal-party": (references.deal_party, Severity.WARNING),
        "deal-unanchored": (deals.deal_unanchored, Severity.NOTE),
        "company-twice": (references.company_twice, Severity.WARNING),
        "rights-source": (references.rights_source, Severity.WARNING),
        "evidence-missing": (words.evidence_missing, Severity.WARNING),
        "form-missing": (words.form_missing, Severity.WARNING),
        "translation-none": (translations.translation_none, Severity.WARNING),
        "translation-blocks": (translations.translation_blocks, Severity.ERROR),
        "translation-untranslated": (translations.translation_untranslated, Severity.NOTE),
    }
)
"""Checks of each record by itself, by the code of their findings."""
_CUT: Final = re.compile(r"[，。；：！？、,;:.!?\n]+")
_MARKS: Final = re.compile(r"[\W_]+")
_CLAUSE: Final = 6
"""Characters from which on a part of a sentence tells texts apart."""


def judge(content: Content, slug: str) -> Verdict:
    """Read a record and judge it; ``content``: registry and project."""
    record, findings = store.load(content.project.content, slug)
    if record is None:
        return Verdict(tuple(findings), (), None)
    return replace(judged(content, record), reading=tuple(findings))


def judged(content: Content, record: Record) -> Verdict:
    """What is wrong with a record that has been read."""
    from diglot.check import lints  # the lint loads slowly, and remembered verdicts do without

    alone = replace(content, records=(record,), findings=())
    found = [
        problem.finding(code, severity)
        for code, (look, severity) in CHECKS.items()
        for problem in look(alone)
    ]
    found += lints.findings(alone)
    return Verdict((), tuple(found), gist(record))


def gist(record: Record) -> Gist:
    """What the comparison with other records needs."""
    text = "\n".join(plain_blocks(record.body))
    memory = record.state
    return Gist(
        slug=record.slug,
        path=record.sheet.path,
        line=record.sheet.parts.body_line,
        seed=(memory.seed_path, memory.seed_sha256) if memory and memory.seed_path else None,
        digest=blake2b(_MARKS.sub("", text).encode(), digest_size=8).hexdigest(),
        clauses=frozenset(_clauses(text)),
        companies=tuple(mention.id for mention in record.article.companies),
        themes=tuple(theme.id for theme in record.article.themes),
        links=tuple(_links(record)),
        deals=tuple(name for _, _, name in deal_ids.ids([record])),
        orders=tuple(_orders(record)),
        anchors=tuple(_anchors(record)),
        former=tuple(_former(record)),
        quoted=tuple(words.quoted(record)),
    )


def _former(record: Record) -> Iterator[Former]:
    for i, slug in enumerate(record.article.aliases):
        yield Former(slug, record.sheet.path, *record.sheet.lines.mark(("aliases", i)))


def _orders(record: Record) -> Iterator[Order]:
    for _, place, name in deal_ids.ids([record]):
        deal = record.article.deals[place]
        for key, others in (("same_as", deal.same_as), ("not_same_as", deal.not_same_as)):
            for i, other in enumerate(others):
                line, column = record.sheet.lines.mark(("deals", place, key, i))
                yield Order(name, key == "same_as", other, line, column)


def _anchors(record: Record) -> Iterator[Anchor]:
    for place, deal in enumerate(record.article.deals):
        if deal.id:
            yield Anchor(deal.id, *record.sheet.lines.mark(("deals", place, "id")))


def _clauses(text: str) -> Iterator[int]:
    for part in _CUT.split(to_simplified(text).casefold()):
        plain = _MARKS.sub("", part)
        if len(plain) >= _CLAUSE:
            yield crc32(plain.encode())


def _links(record: Record) -> Iterator[Link]:
    for sheet in (record.sheet, record.translation_sheet):
        if sheet is not None and "](" in sheet.parts.body:
            yield from inside(sheet.path, sheet.parts.body, _first(sheet))


def _first(sheet: Sheet) -> int:
    return sheet.parts.body_line


def inside(path: str, body: str, first: int) -> Iterator[Link]:
    """The links of a Markdown text that stay inside the site; ``first``: its first line."""
    lines = body.split("\n")
    for target in dict.fromkeys(_targets(blocks(body))):
        parts = urlsplit(target)
        if not parts.scheme and not parts.netloc and parts.path:
            number = next((n for n, line in enumerate(lines) if f"({target}" in line), 0)
            column = lines[number].find(f"({target}") + 2
            yield Link(path, first + number, max(column, 1), target)


def _targets(nodes: Sequence[markdown.Node]) -> Iterator[str]:
    for node in nodes:
        for token in node.tokens:
            for child in token.children or ():
                if target := child.attrs.get("href") or child.attrs.get("src"):
                    yield str(target)
