"""The docs lead nowhere wrong, and both READMEs say the same."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from diglot import cli
from tests.ground import ROOT

README: Final = ROOT / "README.md"
README_ZH: Final = ROOT / "README.zh.md"
ARCHITECTURE: Final = ROOT / "docs" / "architecture.md"
PAGES: Final = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
MARKDOWN: Final = MarkdownIt("commonmark").enable("table")


@cache
def tokens(page: Path) -> tuple[Token, ...]:
    return tuple(MARKDOWN.parse(page.read_text("utf-8")))


def inline(page: Path) -> Iterator[Token]:
    for token in tokens(page):
        yield from token.children or ()


def targets(page: Path) -> Iterator[str]:
    """Addresses of links and images."""
    for token in inline(page):
        if found := token.attrs.get("href") or token.attrs.get("src"):
            yield str(found)


@cache
def anchors(page: Path) -> frozenset[str]:
    """Fragments of the headings, as GitHub makes them."""
    found: list[str] = []
    for before, token in zip(tokens(page), tokens(page)[1:], strict=False):
        if before.type == "heading_open":
            plain = "".join(
                t.content for t in token.children or () if t.type in ("text", "code_inline")
            )
            found.append(re.sub(r"[^\w\- ]", "", plain.lower()).replace(" ", "-"))
    return frozenset(found)


@cache
def code_blocks(page: Path) -> tuple[tuple[str, str], ...]:
    """Language and text of each fenced block."""
    return tuple((t.info, t.content) for t in tokens(page) if t.type == "fence")


def headings(page: Path) -> list[str]:
    return [token.tag for token in tokens(page) if token.type == "heading_open"]


def commands(page: Path) -> Iterator[list[str]]:
    """Command lines of shell blocks and of `inline code`."""
    lines = [
        line
        for info, text in code_blocks(page)
        if info in ("sh", "bash")
        for line in text.splitlines()
    ]
    lines += [token.content for token in inline(page) if token.type == "code_inline"]
    for line in lines:
        bare = line.split(" #")[0].strip()
        if bare.startswith(("make ", "diglot ", ".venv/bin/diglot ")):
            yield shlex.split(bare)


@cache
def make_targets() -> frozenset[str]:
    return frozenset(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))


def broken(page: Path) -> Iterator[str]:
    for target in targets(page):
        parts = urlsplit(target)
        if parts.scheme or parts.netloc:
            continue
        file = (page.parent / unquote(parts.path)).resolve() if parts.path else page
        if (
            not file.is_relative_to(ROOT)
            or not file.exists()
            or (
                parts.fragment
                and file.suffix == ".md"
                and unquote(parts.fragment) not in anchors(file)
            )
        ):
            yield target


def named(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_relative_link_leads_to_a_file_and_heading(page: Path) -> None:
    assert list(broken(page)) == []


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_image_has_a_text_in_its_place(page: Path) -> None:
    assert [t.attrs["src"] for t in inline(page) if t.type == "image" and not t.content] == []


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_command_the_docs_name_exists(page: Path) -> None:
    unknown = []
    for words in commands(page):
        name = next((w for w in words[1:] if "=" not in w and not w.startswith("-")), "")
        known = make_targets() if words[0] == "make" else frozenset(cli.main.commands)
        if name and name not in known:
            unknown.append(" ".join(words))
    assert unknown == []


def test_the_architecture_names_files_and_folders_that_are_there() -> None:
    code = [token.content for token in inline(ARCHITECTURE) if token.type == "code_inline"]
    paths = [text for text in code if re.fullmatch(r"[\w*./-]+(?:/|\.(?:css|po|py|yml))", text)]
    assert len(paths) > 50
    bases = (ROOT, ROOT / "plugins" / "diglot")
    assert [path for path in paths if not any(list(base.glob(path)) for base in bases)] == []


def test_the_readme_names_the_two_commands_on_its_first_screen() -> None:
    for page in (README, README_ZH):
        screen = "\n".join(page.read_text("utf-8").splitlines()[:40])
        assert "make site" in screen
        assert "make test" in screen


def test_both_readmes_have_the_same_headings() -> None:
    assert headings(README_ZH) == headings(README)


def test_both_readmes_have_the_same_commands() -> None:
    """Code is the same but for its comments."""

    def bare(page: Path) -> list[tuple[str, str]]:
        return [(info, re.sub(r" *#.*", "", text)) for info, text in code_blocks(page)]

    assert len(bare(README)) > 3
    assert bare(README_ZH) == bare(README)


def test_the_contributing_guide_is_one_page() -> None:
    assert len((ROOT / "CONTRIBUTING.md").read_text("utf-8").splitlines()) <= 120


def test_the_citation_file_names_the_version_of_the_package() -> None:
    citation = (ROOT / "CITATION.cff").read_text("utf-8")
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    version = re.search(r'^version = "(.+)"', project, re.M)
    assert version is not None
    assert f'version: "{version[1]}"' in citation
    assert "cff-version: 1.2.0" in citation
