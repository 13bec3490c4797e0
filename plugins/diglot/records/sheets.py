"""One Markdown file of a record: its front matter, as data and as what it says, and its body."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar, cast

from diglot import yamlfile
from diglot.languages import Side, side_of
from diglot.model import Article, Translation
from diglot.problems import Finding, Message, tell
from diglot.records import files, frontmatter, schema

T = TypeVar("T", Article, Translation)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The file, as it was read."""

    path: str
    """From the project's root, with forward slashes."""
    side: Side
    parts: frontmatter.Parts
    data: Mapping[str, Any]
    lines: yamlfile.Lines
    """1-based line of the file for each key of the front matter."""

    @property
    def is_translation(self) -> bool:
        """Whether it says that it is a translation."""
        return "translation" in self.data


def read(content: Path, path: Path, side: Side, findings: list[Finding]) -> Sheet | None:
    """A file as it lies below a content folder; adds why it cannot be read."""
    shown = path.relative_to(content.parent).as_posix()
    try:
        parts = frontmatter.split(files.read_text(path))
        data, lines = frontmatter.data(parts)
    except UnicodeDecodeError:
        findings.append(_syntax(shown, 1, tell("the file is not UTF-8"), tell("save it as UTF-8")))
    except frontmatter.NoFrontMatter as error:
        findings.append(
            _syntax(shown, error.line, error.what, tell("fence it with two “---” lines"))
        )
    except yamlfile.YamlError as error:
        told = _syntax(shown, error.line, error.what, error.mend)
        findings.append(told.at((error.line, error.column)))
    else:
        if isinstance(data, Mapping):
            return Sheet(shown, side, parts, cast(Mapping[str, Any], data), lines)
        findings.append(_syntax(shown, 1, tell("no “key: value” lines in it"), tell("write them")))
    return None


def _syntax(path: str, line: int, what: str, mend: Message) -> Finding:
    said = tell("front matter does not parse: %(what)s", what=what)
    return Finding(path, line, "front-matter-syntax", said, mend)


def value(cls: type[T], sheet: Sheet, findings: list[Finding]) -> T | None:
    """What its front matter says; adds what is wrong with it."""
    found, bad = schema.read(cls, sheet.data, schema.Place(sheet.path, sheet.lines))
    findings += bad
    if found is not None and side_of(found.lang) != sheet.side:
        what = tell(
            "language “%(lang)s” in a file named .%(side)s.md", lang=found.lang, side=sheet.side
        )
        told = Finding(sheet.path, 0, "article-lang", what, tell("correct the one or other"))
        findings.append(told.at(sheet.lines.mark(("lang",))))
    return found
