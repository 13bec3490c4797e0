"""The handbooks, done step by step in a copy of the project, as a new editor would."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Final

import pytest
from markdown_it import MarkdownIt

from diglot.config import Project
from diglot.records import store
from tests import clones
from tests.ground import ROOT

pytestmark = pytest.mark.clone
BOOKS: Final = {side: ROOT / "docs" / f"handbook.{side}.md" for side in ("zh", "en")}
NOT_RUN: Final = {
    "git clone",  # the test makes a clone of its own
    "make admin",  # fetches from npm; tests/admin/ drives the editor
    "make serve",  # runs until it is stopped; tests/site/test_serve.py drives it
}
PARTS: Final = ("Makefile", "pelican.conf.py", "pyproject.toml", "requirements.lock", ".gitignore")
FOLDERS: Final = ("seeds", "content", "themes", "plugins", "docs")
Block = tuple[str, str, str]
"""Language, what the test is to do with it (`run`, `file=…`), and the text."""


def blocks(book: Path) -> list[Block]:
    """The fenced blocks of a handbook."""
    tokens = MarkdownIt("commonmark").parse(book.read_text("utf-8"))
    fences = [(*t.info.partition(" ")[::2], t.content) for t in tokens if t.type == "fence"]
    return [(lang, rest, text) for lang, rest, text in fences]


class Desk:
    """A clone with a remote of its own, where a handbook is followed."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "site"
        self.env = {**os.environ, "PYTHONPATH": "", "LANG": "C.UTF-8"}
        self.env |= {f"GIT_{who}_NAME": "Editor" for who in ("AUTHOR", "COMMITTER")}
        self.env |= {f"GIT_{who}_EMAIL": "e@example.org" for who in ("AUTHOR", "COMMITTER")}
        self.env |= {"GIT_CONFIG_GLOBAL": "/dev/null", "DIGLOT_IMPORT": "on", "SITEURL": ""}
        self.root.mkdir()
        clones.folders(self.root, FOLDERS)
        for name in PARTS:
            shutil.copy(ROOT / name, self.root / name)
        clones.tools(self.root)
        self.run("git init --quiet --initial-branch main && git add . && git commit --quiet -m 0")
        self.run("git init --quiet --bare ../origin.git && git remote add origin ../origin.git")
        self.run("git push --quiet --set-upstream origin main")

    def run(self, script: str, say: str = "", *, fails: str = "") -> None:
        done = subprocess.run(
            ["sh", "-e", "-c", script],
            cwd=self.root,
            env=self.env,
            input=say,
            capture_output=True,
            text=True,
            check=False,
        )
        told = f"{script}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}"
        assert bool(done.returncode) == bool(fails), told
        assert fails in told

    def change(self, path: str, diff: str) -> None:
        """Take the lines with a minus away, where they stand so, and put those with a plus."""
        lines = diff.rstrip("\n").splitlines()
        old = "".join(f"{line[1:]}\n" for line in lines if line[0] in " -")
        new = "".join(f"{line[1:]}\n" for line in lines if line[0] in " +")
        text = (self.root / path).read_text("utf-8")
        assert text.count(old) == 1, f"{path} has not these lines once:\n{old}\n\n{text}"
        (self.root / path).write_text(text.replace(old, new), encoding="utf-8")

    def follow(self, book: Path) -> None:
        """Every step of a handbook, in its order."""
        steps = blocks(book)
        answers = {at - 1: text for at, (_, rest, text) in enumerate(steps) if rest == "answers"}
        for at, (lang, rest, text) in enumerate(steps):
            kind, _, value = rest.partition("=")
            if kind == "file" and lang == "diff":
                self.change(value, text)
            elif kind == "file":
                (self.root / value).write_text(text, encoding="utf-8")
            elif lang == "sh" and kind in ("run", "run fails"):
                self.run(text, answers.get(at, ""), fails=value)


@pytest.mark.parametrize("side", BOOKS)
def test_every_command_of_the_handbook_is_run_or_named_here(side: str) -> None:
    plain = [text for lang, rest, text in blocks(BOOKS[side]) if (lang, rest) == ("sh", "")]
    assert {" ".join(text.split()[:2]) for text in plain} == NOT_RUN


def test_both_handbooks_take_the_same_steps() -> None:
    def shape(book: Path) -> list[tuple[str, str]]:
        return [(lang, re.sub(r"=.*", "", rest)) for lang, rest, _ in blocks(book)]

    assert len(shape(BOOKS["en"])) > 20
    assert shape(BOOKS["zh"]) == shape(BOOKS["en"])


@pytest.mark.parametrize("side", BOOKS)
def test_whoever_follows_the_handbook_ends_where_it_says(side: str, tmp_path: Path) -> None:
    """Articles published, a fact corrected, a company added, a translation reviewed."""
    desk = Desk(tmp_path)
    desk.follow(BOOKS[side])
    content = Project(root=desk.root).content
    slug = next(path.stem for path in content.glob("state/2026-09-03-*.json"))
    record, findings = store.load(content, slug)
    assert (findings, record is not None) == ([], True)
    assert record is not None
    assert (record.article.published.date, record.article.published.basis) == (
        "2026-09-04",
        "editor",
    )
    assert record.translation is not None
    assert record.translation.translation.reviewed_by
    assert (content / "articles" / f"2026-09-10-tencent.{side}.md").is_file()
    company = slug.removeprefix("2026-09-03-dongfeng-")
    assert "proposed" not in (content / "companies" / f"{company}.yml").read_text("utf-8")
    built = (desk.root / "output" / side / "articles" / slug / "index.html").read_text("utf-8")
    assert "2026-09-04" in built
