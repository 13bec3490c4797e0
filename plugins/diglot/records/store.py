"""Records as they lie in ``content/``: two Markdown files with one stem, and a state file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final

from diglot.languages import SIDES, Side, other, side_of
from diglot.model import Article, Translation
from diglot.problems import Finding, tell
from diglot.records import files, frontmatter, modeline, sheets, state
from diglot.records.memory import Memory
from diglot.records.sheets import Sheet

SLUG: Final = re.compile(r"[a-z0-9_-]+")
"""What a slug is made of; nothing that leads out of a folder."""
NAME: Final = re.compile(rf"(?P<slug>{SLUG.pattern})\.(?P<side>zh|en)\.md")
"""File names of articles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """An article in both languages, with the machine's memory of it."""

    slug: str
    side: Side
    """Site language of the original."""
    article: Article
    body: str
    """Markdown of the original."""
    translation: Translation | None = None
    translation_body: str | None = None
    state: state.State | None = None
    sheet: Sheet
    """File of the original."""
    translation_sheet: Sheet | None = None


@dataclass(frozen=True, slots=True)
class Loaded:
    """Everything that could be read, and what could not."""

    records: tuple[Record, ...]
    findings: tuple[Finding, ...]


def sheet_path(content: Path, slug: str, side: Side) -> Path:
    """Where a Markdown file of a record lies."""
    return content / "articles" / f"{slug}.{side}.md"


def state_path(content: Path, slug: str) -> Path:
    """Where the state file of a record lies."""
    return content / "state" / f"{slug}.json"


Known = Memory[tuple[Record | None, list[Finding]]]
"""Records that were read before, by slug."""


def load_all(content: Path, memory: Known | None = None) -> Loaded:
    """All records below a content folder; a faulty file never stops the others."""
    findings: list[Finding] = []
    records = []
    memory = Memory() if memory is None else memory
    for slug in slugs(content, findings):
        paths = (*(sheet_path(content, slug, side) for side in SIDES), state_path(content, slug))
        record, found = memory.recall(slug, paths, partial(load, content, slug))
        findings += found
        if record is not None:
            records.append(record)
    return Loaded(tuple(records), tuple(findings))


def load(content: Path, slug: str) -> tuple[Record | None, list[Finding]]:
    """One record; nothing without a finding where there is none, or the slug cannot be one."""
    findings: list[Finding] = []
    if not SLUG.fullmatch(slug):  # it may come out of a file somebody sent
        return None, findings
    return _load(content, slug, findings), findings


def slugs(content: Path, findings: list[Finding]) -> list[str]:
    """Slugs of the Markdown files there are; adds what else lies beside them."""
    found = set()
    for path in sorted((content / "articles").glob("*.md")):
        shown = path.relative_to(content.parent).as_posix()
        if not path.is_file():
            what, mend = tell("this is no file"), tell("move the folder elsewhere")
            findings.append(Finding(shown, 0, "file-unusable", what, mend))
        elif match := NAME.fullmatch(path.name):
            found.add(match["slug"])
        else:
            what = tell("the file name is not <slug>.zh.md or <slug>.en.md")
            mend = tell("rename the file")
            findings.append(Finding(shown, 0, "article-name", what, mend))
    return sorted(found)


def _load(content: Path, slug: str, findings: list[Finding]) -> Record | None:
    paths = {side: sheet_path(content, slug, side) for side in SIDES}
    present = [side for side in SIDES if paths[side].is_file()]
    found = [sheets.read(content, paths[side], side, findings) for side in present]
    read = [sheet for sheet in found if sheet is not None]
    # Of two originals, the one that says more is likelier to be meant.
    originals = [sheet for sheet in sorted(read, key=_keys) if not sheet.is_translation]
    translations = [sheet for sheet in read if sheet.is_translation]
    findings += _pairing(originals, translations, whole=len(read) == len(present))
    path = state_path(content, slug)
    memory, bad = state.load(path, path.relative_to(content.parent).as_posix())
    findings += bad
    if not originals:
        return None
    twin = translations[0] if translations else None
    record = _record(slug, originals[0], twin, findings)
    return replace(record, state=memory) if record else None


def _keys(sheet: Sheet) -> int:
    return -len(sheet.data)


def _pairing(
    originals: list[Sheet], translations: list[Sheet], *, whole: bool
) -> Iterator[Finding]:
    """What is wrong with the set of files; a file that cannot be read may be the missing one."""
    if len(originals) == 2:
        what = tell("both files of the record are originals")
        mend = tell("give the translation a “translation:” key")
        yield Finding(originals[1].path, 1, "record-originals", what, mend)
    if whole and not originals:
        for sheet in translations:
            what = tell("translation without an original")
            mend = tell("add the original or delete this file")
            yield Finding(sheet.path, 1, "translation-orphan", what, mend)


def _record(slug: str, sheet: Sheet, twin: Sheet | None, findings: list[Finding]) -> Record | None:
    article = sheets.value(Article, sheet, findings)
    translation = sheets.value(Translation, twin, findings) if twin else None
    if article is None:
        return None
    return Record(
        slug=slug,
        side=sheet.side,
        article=article,
        body=sheet.parts.body,
        translation=translation,
        translation_body=twin.parts.body if twin and translation else None,
        sheet=sheet,
        translation_sheet=twin if translation else None,
    )


def write_sheet(content: Path, slug: str, value: Article | Translation, body: str) -> bool:
    """Write the file of one language; one that exists keeps its comments, order and quoting.

    Returns:
        Whether anything was written.

    Raises:
        yamlfile.YamlError: the existing front matter is not YAML.
    """
    path = sheet_path(content, slug, side_of(value.lang))
    front = f"{modeline.modeline(type(value))}\n{frontmatter.dump(value)}"
    if path.is_file():
        parts = frontmatter.split(files.read_text(path))
        old, _ = frontmatter.read(type(value), parts, path.name)
        if (old, parts.body) == (value, body):
            return False
        front = front if old is None else frontmatter.update(parts.front, old, value)
    return files.write_text(path, frontmatter.join(front, body))


def write_state(content: Path, slug: str, value: state.State) -> bool:
    """Write the state file."""
    return files.write_text(state_path(content, slug), state.dump(value))


def twin_path(content: Path, record: Record) -> Path:
    """Where the translation of a record lies, or would."""
    return sheet_path(content, record.slug, other(record.side))
