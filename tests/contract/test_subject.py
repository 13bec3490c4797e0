"""The package knows no subject: what the site is about stands in settings, content and data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from diglot import authority
from tests.contract.reference import PACKAGE, ROOT

SUBJECT: Final = re.compile(
    r"\bcars?\b|\bvehicles?\b|car-?makers?|auto-?makers?|automotive|automobile|车企|汽车|车载",
    re.IGNORECASE,
)
KINDS: Final = {"carmaker", "make"}
"""Kinds of companies are values of the record, such as `battery` and `telecom`; two of them belong
to one subject. A site on another one leaves them unused: only kinds with companies are shown."""
KIND: Final = re.compile(
    r'^ *"carmaker"(?:,|: N_\("(?:Carmakers|carmaker)"\),|: "maker",)$|^msgid "carmaker"$'
    r'|^ *"maker": N_\("carmaker"\),$'
)
LABELS: Final = ('msgid "Carmakers"', 'msgid "carmaker"', 'msgid "Makes"', 'msgid "make"')


def texts() -> Iterator[tuple[Path, list[str]]]:
    """Python files, templates, messages and the skeleton; data is what may speak of a subject."""
    found = [*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.po"), *(PACKAGE / "skeleton").rglob("*")]
    theme = ROOT / "themes" / "desk"
    found += [p for p in theme.rglob("*") if p.suffix in (".html", ".po", ".js", ".css", ".svg")]
    for path in sorted({path.resolve() for path in found if path.is_file()}):
        yield path, path.read_text("utf-8").splitlines()


def told(path: Path, lines: list[str]) -> Iterator[str]:
    """Lines that speak of the subject, without the labels of the kinds."""
    for at, line in enumerate(lines):
        label = any(line.startswith(one) for one in LABELS)
        label |= line.startswith("msgstr") and lines[at - 1].startswith(LABELS)
        if SUBJECT.search(line) and not label and not KIND.match(line):
            yield f"{path.relative_to(ROOT)}:{at + 1}: {line.strip()}"


def test_no_word_of_one_subject_stands_in_the_package_outside_its_data() -> None:
    found = list(texts())
    assert len(found) > 200
    assert [line for path, lines in found for line in told(path, lines)] == []


def test_the_kinds_left_out_above_are_kinds() -> None:
    assert set(authority.CompanyKind.__args__) >= KINDS
