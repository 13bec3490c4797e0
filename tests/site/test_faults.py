"""A fault in a file of the theme: one line with its place, never a traceback."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from diglot.cli import main
from diglot.pelican import settings_of
from diglot.site import faults
from tests.ground import ROOT

FAULTS = {
    "templates/about.html": (
        "{% if %}\n", "themes/desk/templates/about.html:1:1: [theme] TemplateSyntaxError: ",
    ),
    "templates/search.html": (
        "\n{{ view.nothing }}\n", "themes/desk/templates/search.html:2:1: [theme] UndefinedError: ",
    ),
    "templates/terms.html": (
        '{% include "nothing.html" %}\n',
        "themes/desk/templates/terms.html:1:1: [theme] TemplateNotFound: ",
    ),
    "templates/home.html": (
        None, "themes/desk/templates/home.html:1:1: [theme] TemplateNotFound: ",
    ),
    "static/style.css": (
        None, "%(root)s/themes/desk/static/style.css:1:1: [theme] the theme lacks ",
    ),
    "static/search/files.js": (
        None, "%(root)s/themes/desk/static/search/files.js:1:1: [theme] the theme lacks ",
    ),
    "translations/zh/LC_MESSAGES/diglot.po": (
        'msgid "a\n',
        "%(root)s/themes/desk/translations/zh/LC_MESSAGES/diglot.po:1:1: [theme] the catalogue ",
    ),
    "translations/en/LC_MESSAGES/diglot.po": (
        None, "%(root)s/themes/desk/translations/en/LC_MESSAGES/diglot.po:1:1: [file-unusable] ",
    ),
}  # fmt: skip
"""What a file of the theme becomes (None: it is deleted), and how the finding begins."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project without records, with a theme of its own."""
    shutil.copytree(ROOT / "themes", tmp_path / "themes")
    shutil.copy(ROOT / "pelican.conf.py", tmp_path)
    (tmp_path / "content").mkdir()
    return tmp_path


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_of_the_theme_is_one_finding_with_its_line(root: Path, name: str) -> None:
    text, finding = FAULTS[name]
    (root / "themes/desk" / name).unlink()
    if text is not None:
        (root / "themes/desk" / name).write_text(text)
    done = CliRunner().invoke(main, ["--root", str(root), "build"])
    assert isinstance(done.exception, SystemExit), done.exception
    assert (done.exit_code, done.stdout) == (1, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith(finding % {"root": root})


def test_an_error_of_diglot_itself_is_no_finding(root: Path) -> None:
    """Whoever is to mend it needs the traceback."""
    assert faults.told(KeyError("x"), settings_of(root / "pelican.conf.py")) is None
