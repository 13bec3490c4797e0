"""The package knows no subject: what the site is about stands in settings, content and data."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import pytest
from ahocorasick_rs import AhoCorasick

from diglot import authority
from diglot.languages import Side
from diglot.records.registry import load
from tests.contract.reference import PACKAGE, ROOT

SUBJECT: Final = re.compile(
    r"\bcars?\b|\bvehicles?\b|car-?makers?|auto-?makers?|automotive|automobile|车企|汽车|车载",
    re.IGNORECASE,
)


def texts() -> Iterator[tuple[Path, list[str]]]:
    """Python files, templates, messages and the skeleton; data is what may speak of a subject."""
    found = [*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.po"), *(PACKAGE / "skeleton").rglob("*")]
    theme = ROOT / "themes" / "desk"
    found += [p for p in theme.rglob("*") if p.suffix in (".html", ".po", ".js", ".css", ".svg")]
    for path in sorted({path.resolve() for path in found if path.is_file()}):
        yield path, path.read_text("utf-8").splitlines()


def told(path: Path, lines: list[str]) -> Iterator[str]:
    """Lines that speak of the subject."""
    for at, line in enumerate(lines):
        if SUBJECT.search(line):
            yield f"{path.relative_to(ROOT)}:{at + 1}: {line.strip()}"


def test_no_word_of_one_subject_stands_in_the_package_outside_its_data() -> None:
    found = list(texts())
    assert len(found) > 200
    assert [line for path, lines in found for line in told(path, lines)] == []


# Names of the registry

WORD: Final = re.compile(r"[\w-]")
"""What a name in Latin letters that stands next to it is only a part of."""
COMMON: Final = {"Meta", "Total", "电信", "连线"}
"""Words of the language that are names as well."""
FONT: Final = re.compile("Microsoft (?:YaHei|JhengHei)")
"""Names of fonts, of which a name of the registry is a part."""


@cache
def registry() -> authority.Registry:
    """The registry of this project's content."""
    return load(ROOT / "content")[0]


def forms_of_names() -> set[str]:
    """Every name and alias of a company or outlet."""
    entries = [*registry().companies.values(), *registry().publishers.values()]
    return {form for one in entries for form in (one.name.zh, one.name.en, *one.aliases) if form}


@cache
def names() -> tuple[list[str], AhoCorasick]:
    """Names of companies and outlets, and what finds them: two Han characters or four letters.

    Shorter ones are syllables and abbreviations of much else.
    """
    forms = forms_of_names() - COMMON
    long = sorted(form for form in forms if len(form) > (3 if form.isascii() else 1))
    return long, AhoCorasick(long)


def found_in(text: str) -> Iterator[str]:
    """The longest names a text has, those in Latin letters as whole words."""
    forms, finder = names()
    found = finder.find_matches_as_indexes(text, overlapping=True)
    whole = [(start, end) for at, start, end in found if _stands(forms[at], text, start, end)]
    for start, end in whole:
        if sum(a <= start and end <= b for a, b in whole) == 1:
            yield text[start:end]


def _stands(form: str, text: str, start: int, end: int) -> bool:
    around = text[max(start - 1, 0) : start] + text[end : end + 1]
    return not (form.isascii() and WORD.search(around))


def said(path: Path, lines: list[str]) -> Iterator[str]:
    """What a file says: of a module its texts, for docstrings may give examples; else all."""
    if path.suffix != ".py":
        yield from lines
        return
    tree = ast.parse("\n".join(lines))
    docs = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


def named(path: Path, lines: list[str]) -> Iterator[str]:
    """Names of the registry that a file says."""
    for text in said(path, lines):
        yield from (f"{path.name}: {name}" for name in found_in(FONT.sub("", text)))


def test_no_module_template_script_or_style_names_a_company_or_outlet() -> None:
    examples = PACKAGE / "skeleton" / "content"  # the registry of a new site
    found = [one for one in texts() if not one[0].is_relative_to(examples.resolve())]
    assert [name for path, lines in found for name in named(path, lines)] == []


def test_the_words_left_out_above_are_names() -> None:
    assert forms_of_names() >= {*COMMON, FONT.pattern.split()[0]}


@pytest.mark.parametrize("kind", ["companies", "publishers"])
@pytest.mark.parametrize("side", ["zh", "en"])
@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("a.py", 'TITLE = "About {}!"'),
        ("a.html", '<input placeholder="{}">'),
        ("a.js", "// as in {}"),
        ("a.css", "content: '{}';"),
        ("diglot.po", 'msgstr "{}"'),
    ],
)
def test_a_name_anywhere_would_be_found(kind: str, side: Side, file: str, line: str) -> None:
    known = [one.name[side] for one in getattr(registry(), kind).values() if one.name[side]]
    name = max(known, key=len)
    assert list(named(Path(file), [line.format(name)])) == [f"{file}: {name}"]
    assert not list(named(Path(file), [line.format(f"x{name[:1]}")]))
