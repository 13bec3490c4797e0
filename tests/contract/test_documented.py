"""What a user can set, call, write or read has its place in the docs."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import click
import pytest

from diglot import authority, check, cli, model
from tests.contract import reference
from tests.ground import ROOT

DOCS: Final = ROOT / "docs"
SETTINGS: Final = DOCS / "reference" / "settings.md"
COMMANDS: Final = DOCS / "reference" / "commands.md"
FRONT_MATTER: Final = DOCS / "reference" / "front-matter.md"
VIEWS: Final = DOCS / "reference" / "views.md"
FINDINGS: Final = DOCS / "findings.md"


def coded(path: Path) -> frozenset[str]:
    """All that stands in `backticks` on a page."""
    assert path.is_file(), f"{path.relative_to(ROOT)} is missing"
    return frozenset(re.findall(r"`([^`\n]+)`", path.read_text("utf-8")))


def strings_of(path: Path) -> Iterator[str]:
    """Every string and name a Python file has, docstrings included."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        elif isinstance(node, ast.Name):
            yield node.id


def sources() -> list[Path]:
    return [ROOT / "pelican.conf.py", *sorted(reference.PACKAGE.rglob("*.py"))]


# Settings


@cache
def own_settings() -> frozenset[str]:
    """`DIGLOT_…` names in the code and in the settings file."""
    texts = (text for path in sources() for text in strings_of(path))
    return frozenset(
        name for text in texts for name in re.findall(r"\bDIGLOT_[A-Z_]*[A-Z]\b", text)
    )


def pelican_settings() -> set[str]:
    """Settings of Pelican that `pelican.conf.py` sets."""
    tree = ast.parse((ROOT / "pelican.conf.py").read_text("utf-8"))
    targets = (t for node in tree.body if isinstance(node, ast.Assign) for t in node.targets)
    names = {target.id for target in targets if isinstance(target, ast.Name)}
    return {name for name in names if not name.startswith("DIGLOT_")}


def test_the_code_has_settings() -> None:
    assert {"DIGLOT_IMPORT", "DIGLOT_RIGHTS"} <= own_settings()
    assert "SITEURL" in pelican_settings()


def test_every_setting_is_documented() -> None:
    assert own_settings() | pelican_settings() <= coded(SETTINGS)


def test_every_documented_setting_exists() -> None:
    documented = {name for name in coded(SETTINGS) if re.fullmatch(r"DIGLOT_[A-Z_]+", name)}
    helpers = "".join(p.read_text("utf-8") for p in [ROOT / "Makefile", *ROOT.glob("tests/*.py")])
    assert {name for name in documented - own_settings() if name not in helpers} == set()


def test_the_documented_defaults_are_those_of_the_settings_class() -> None:
    """The table's second column against `site.settings.Settings`."""
    settings = reference.described(reference.PACKAGE / "site" / "settings.py")[-1]
    defaults = {
        match[0]: field.default
        for field in settings.fields
        if (match := re.search(r"[A-Z]+_[A-Z_]+", field.type)) and (field.default or "").isdigit()
    }
    rows = dict(re.findall(r"^\| `(\w+)` \| `([^`]*)` \|", SETTINGS.read_text("utf-8"), re.M))
    assert defaults
    assert {name: rows.get(name) for name in defaults} == defaults


# Commands


def sections() -> dict[str, str]:
    """Text of the page of commands by the command of its heading; `` before the first one."""
    assert COMMANDS.is_file()
    first, *rest = re.split(r"^## ", COMMANDS.read_text("utf-8"), flags=re.M)
    by_heading = (text.partition("\n") for text in rest)
    return {"": first, **{h.strip("` ").removeprefix("diglot "): text for h, _, text in by_heading}}


def every_command(group: click.Group, above: str = "") -> Iterator[tuple[str, click.Command]]:
    """Every command with its full name, those of groups within groups too."""
    for name, command in group.commands.items():
        yield f"{above}{name}", command
        if isinstance(command, click.Group):
            yield from every_command(command, f"{above}{name} ")


ALL_COMMANDS: Final[dict[str, click.Command]] = {"": cli.main, **dict(every_command(cli.main))}


def test_every_command_is_documented_and_no_other() -> None:
    assert set(sections()) == set(ALL_COMMANDS)


@pytest.mark.parametrize("name", ALL_COMMANDS)
def test_every_option_and_argument_of_a_command_is_documented(name: str) -> None:
    command = ALL_COMMANDS[name]
    text = sections()[name]
    options = {o for p in command.params if isinstance(p, click.Option) for o in p.opts}
    arguments = {str(p.name).upper() for p in command.params if isinstance(p, click.Argument)}
    shown = set(re.findall(r"--?[a-z][a-z-]*|\b[A-Z]+\b", text))
    assert (options | arguments) - shown == set()


# Front matter and registries


def keys_of(module: Path, *roots: str) -> set[str]:
    """Keys an editor may write into a file of these classes, nested ones included."""
    classes = {one.name: one for one in reference.described(module)}
    found: set[str] = set()
    waiting = list(roots)
    while waiting:
        for field in classes[waiting.pop()].fields:
            found.add(field.name.rstrip("_"))
            waiting += [n for n in re.findall(r"\w+", field.type) if n in classes and n != "Any"]
    return {key for key in found if not key.startswith("_")}


def test_every_key_of_the_front_matter_is_documented() -> None:
    keys = keys_of(Path(model.__file__), "Article", "Translation")
    assert {"title_basis", "deals", "as", "reviewed_by"} <= keys
    assert (
        keys - {name for text in coded(FRONT_MATTER) for name in re.findall(r"\w+", text)} == set()
    )


def test_every_key_of_the_registries_is_documented() -> None:
    roots = ("Company", "Theme", "KnownPerson", "KnownPlace", "Publisher")
    keys = keys_of(Path(authority.__file__), *roots)
    pages = [*DOCS.glob("*.md"), *DOCS.glob("reference/*.md")]
    assert (
        keys - {name for page in pages for text in coded(page) for name in text.split(".")} == set()
    )


# Findings


def findings_in_code() -> set[str]:
    """Codes that stand as the third argument of a `Finding`, or in the table of checks."""
    found = set(check.CODES)
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "Finding":
                code = node.args[2] if len(node.args) > 2 else None
                if isinstance(code, ast.Constant):
                    found.add(str(code.value))
    return found


def test_every_code_of_a_finding_is_listed_by_the_checks() -> None:
    assert findings_in_code() - check.CODES == set()


def paragraphs() -> dict[str, str]:
    """What the page of findings says, by the code in the heading."""
    parts = re.split(r"^### `?([a-z-]+)`?\n", FINDINGS.read_text("utf-8"), flags=re.M)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_every_code_of_a_finding_is_documented_and_no_other() -> None:
    assert sorted(findings_in_code() ^ set(paragraphs())) == []


@pytest.mark.parametrize("code", sorted(check.CODES))
def test_the_paragraph_of_a_finding_says_how_bad_it_is_and_what_to_do(code: str) -> None:
    assert re.match(r"(Error|Warning|Note)\b[^.]*\. \S.+\.", paragraphs()[code].strip(), re.S)


@pytest.mark.parametrize("code", check.CHECKS)
def test_the_documented_severity_of_a_check_is_the_real_one(code: str) -> None:
    _, severity = check.CHECKS[code]
    assert paragraphs()[code].strip().startswith(severity.name.capitalize())


# Views


def test_every_view_and_field_has_a_meaning() -> None:
    views = reference.view_classes()
    known = {view.name: view for view in views}
    silent = [
        f"{view.name}.{field.name}"
        for view in views
        for field in view.fields
        if not reference.meaning_of(field, known)
    ]
    assert [view.name for view in views if not view.doc] == []
    assert silent == []


def test_the_reference_of_views_is_up_to_date(*, update_golden: bool) -> None:
    if update_golden:
        VIEWS.write_text(reference.views_page(), encoding="utf-8")
    assert VIEWS.read_text("utf-8") == reference.views_page(), "run: make golden"
