"""Translations: whether there is one, whole, and of the same build as the original."""

from __future__ import annotations

from collections.abc import Iterator

from diglot.check.problem import Problem, Problems, plain_blocks
from diglot.model import Translation
from diglot.problems import tell
from diglot.records.content import Content
from diglot.records.sheets import Sheet
from diglot.records.state import UNTRANSLATED
from diglot.records.store import Record, twin_path


def translation_none(content: Content) -> Problems:
    """A record in one language only."""
    for record in content.records:
        path = twin_path(content.project.content, record)
        if not path.exists():
            mend = tell("add %(relative)s", relative=content.project.relative(path))
            yield Problem(record.sheet.path, 0, tell("there is no translation"), mend)


def translation_blocks(content: Content) -> Problems:
    """A translation with more or fewer blocks than its original."""
    for record, _, sheet in _translated(content):
        own, twin = plain_blocks(record.body), plain_blocks(sheet.parts.body)
        if len(own) != len(twin):
            what = tell(
                "%(count)s blocks, the original has %(whole)s", count=len(twin), whole=len(own)
            )
            mend = tell("translate block by block; [[untranslated]] stands for a missing one")
            yield Problem(sheet.path, sheet.parts.body_line, what, mend)


def translation_untranslated(content: Content) -> Problems:
    """Blocks, title or summary that nobody has translated yet."""
    for record, translation, sheet in _translated(content):
        missing = plain_blocks(sheet.parts.body).count(UNTRANSLATED)
        missing += not translation.title.strip()
        missing += bool(record.article.summary.strip()) and not translation.summary.strip()
        if missing:
            what = tell(
                "%(missing)s of title, summary and blocks not translated yet", missing=missing
            )
            yield Problem(sheet.path, sheet.parts.body_line, what, tell("translate them"))


def _translated(content: Content) -> Iterator[tuple[Record, Translation, Sheet]]:
    for record in content.records:
        if record.translation is not None and record.translation_sheet is not None:
            yield record, record.translation, record.translation_sheet
