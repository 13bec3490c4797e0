"""What is asked of a built site before it is published, and how two builds are compared."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

from diglot.problems import Severity
from diglot.site import changes, limits
from tests.site.sites import Site


def test_the_site_fits_github_pages(built: Site) -> None:
    assert limits.findings(built.output) == []


def test_a_folder_without_a_site_is_not_published(tmp_path: Path) -> None:
    assert [finding.code for finding in limits.findings(tmp_path)] == ["site-missing"]


def test_a_site_near_its_limit_is_warned_of_and_above_it_refused(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_bytes(b"x" * 100)
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "deals.json").write_bytes(b"x" * 800)
    assert limits.findings(tmp_path, most=2000) == []
    (warning,) = limits.findings(tmp_path, most=1000)
    assert (warning.code, warning.severity) == ("site-size", Severity.WARNING)
    (error,) = limits.findings(tmp_path, most=899)
    assert (error.code, error.severity) == ("site-size", Severity.ERROR)
    assert "2 files" in error.what
    assert "largest: data" in error.what


def test_links_between_files_are_refused(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("home")
    (tmp_path / "soft.html").symlink_to(tmp_path / "index.html")
    os.link(tmp_path / "index.html", tmp_path / "hard.html")
    found = [f.path.partition("/")[2] for f in limits.findings(tmp_path) if f.code == "site-link"]
    assert found == ["hard.html", "index.html", "soft.html"]


def test_two_equal_builds_differ_in_nothing(built: Site, tmp_path: Path) -> None:
    shutil.copytree(built.output, tmp_path / "after")
    assert changes.compare(built.output, tmp_path / "after") == changes.Changes((), (), (), 0)
    assert "Nothing." in changes.told(built.output, tmp_path / "after")


def test_the_editors_page_is_no_change_to_readers(built: Site, tmp_path: Path) -> None:
    shutil.copytree(built.output, tmp_path / "after")
    (tmp_path / "after" / "admin").mkdir(exist_ok=True)
    (tmp_path / "after" / "admin" / "index.html").write_text("<title>Editor</title>")
    assert changes.compare(built.output, tmp_path / "after") == changes.Changes((), (), (), 0)


def test_changes_of_pages_and_of_their_frame_are_told_apart(built: Site, tmp_path: Path) -> None:
    after = tmp_path / "after"
    shutil.copytree(built.output, after)
    _edit(after / "en" / "index.html", "<main", "<main data-new")
    _edit(after / "zh" / "index.html", "<footer", "<footer data-new")
    (after / "en" / "new").mkdir()
    (after / "en" / "new" / "index.html").write_text("<title>A *new* page</title>")
    (after / "en" / "deals" / "index.html").unlink()
    found = changes.compare(built.output, after)
    assert found == changes.Changes(
        ("en/new/index.html",), ("en/deals/index.html",), ("en/index.html",), 1
    )
    assert r"`en/new/` A \*new\* page" in changes.told(built.output, after)


def test_a_new_style_sheet_alone_changes_no_page(built: Site, tmp_path: Path) -> None:
    after = tmp_path / "after"
    shutil.copytree(built.output, after)
    for page in after.rglob("*.html"):
        text = page.read_text("utf-8")
        page.write_text(re.sub(r"(static/style)\.[0-9a-f]{8}", r"\1.01234567", text), "utf-8")
    assert changes.compare(built.output, after) == changes.Changes((), (), (), 0)


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
