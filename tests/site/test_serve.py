"""`diglot serve` goes by the settings file it is given and shows each change, faults included."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

import pytest

from diglot import pelican, serve
from diglot.check import check
from diglot.live import NEWS, LiveSite, is_page
from tests.ground import ROOT
from tests.site import samples

_ADDRESS = re.compile(r"http://[\d.:]+")


def _project(root: Path) -> Path:
    """A project with a theme and an output folder of its own; returns its settings file."""
    samples.write(root)
    theme = root / "theme"
    theme.symlink_to(ROOT / "themes" / "desk")
    conf = root / "own.conf.py"
    conf.write_text(
        f"{(ROOT / 'pelican.conf.py').read_text()}\n"
        f"OUTPUT_PATH = 'public/deep'\nTHEME = {str(theme)!r}\n"
        f"PLUGIN_PATHS = [{str(ROOT / 'plugins')!r}]\n"
    )
    return conf


def test_what_is_watched_is_what_the_settings_name(tmp_path: Path) -> None:
    conf = _project(tmp_path)
    found = serve.watched(pelican.settings_of(conf), conf)
    assert {tmp_path / "content", ROOT / "themes" / "desk", conf} <= set(found)
    assert tmp_path / "seeds" not in found  # there is none


@pytest.mark.parametrize("path", ["admin/index.html", "templates/base.html"])
def test_the_pages_of_the_editor_and_of_readers_are_sent_as_pages(path: str) -> None:
    text = (ROOT / "themes" / "desk" / path).read_text("utf-8")
    assert is_page(text[text.index("<!") :].encode())


@dataclass
class Running:
    """A server with its project."""

    root: Path
    conf: Path
    address: str

    @property
    def article(self) -> Path:
        return self.root / "content" / "articles" / f"{samples.SLUG}.en.md"

    def page(self, path: str = f"en/articles/{samples.SLUG}/") -> tuple[int, str]:
        """Status and text of a page."""
        try:
            with urllib.request.urlopen(f"{self.address}/{path}", timeout=20) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as refusal:
            return refusal.code, refusal.read().decode()

    def until(self, words: str, path: str = f"en/articles/{samples.SLUG}/") -> str:
        """The page as soon as it has the words."""
        deadline = time.monotonic() + 60
        while words not in (text := self.page(path)[1]):
            assert time.monotonic() < deadline, text[-2000:]
            time.sleep(0.1)
        return text


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    conf = _project(tmp_path)
    words = [sys.executable, "-m", "diglot", "--root", str(tmp_path), "serve"]
    with subprocess.Popen(
        [*words, "--settings", str(conf), "--port", "0"],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "SITEURL": "https://example.org/below"},
    ) as process:
        try:
            assert process.stdout
            address = next(m[0] for line in process.stdout if (m := _ADDRESS.search(line)))
            yield Running(tmp_path, conf, address)
        finally:
            process.terminate()


def test_a_changed_text_is_on_its_page_and_an_open_page_learns_of_it(running: Running) -> None:
    before = running.page()[1]
    assert "The ending stops here" in before
    assert '<a class="wordmark" lang="en" href="/en/">' in before  # served at the root
    version = running.page(NEWS.lstrip("/") + "?none")[1]
    text = running.article.read_text().replace("stops here", "was changed")
    running.article.write_text(text)
    assert running.page(f"{NEWS.lstrip('/')}?{version}")[1] != version
    assert "The ending was changed" in running.page()[1]


def test_a_fault_is_shown_on_the_page_until_it_is_mended(running: Running) -> None:
    good = running.article.read_text()
    running.article.write_text(good.replace("title: ", "titel: ", 1))
    shown = running.until('role="alert"')
    assert "[front-matter-key] unknown key “titel”" in shown
    running.article.write_text(good)
    deadline = time.monotonic() + 60
    while 'role="alert"' in running.page()[1]:
        assert time.monotonic() < deadline
        time.sleep(0.1)


def test_broken_settings_leave_the_site_standing(running: Running) -> None:
    good = running.conf.read_text()
    running.conf.write_text(good + "\nthis is no Python\n")
    assert "SyntaxError" in running.until('role="alert"')
    assert "The ending stops here" in running.page()[1]
    running.conf.write_text(good)
    running.until("The ending stops here")


def test_the_theme_beside_the_code_is_read_anew_without_a_new_start() -> None:
    code = Path(serve.__file__).parent
    assert serve.starts_anew(code / "edtf.py")
    assert not serve.starts_anew(code / "themes" / "desk" / "static" / "style.css")


def test_no_server_starts_anew_on_settings_it_could_not_read(tmp_path: Path) -> None:
    conf = _project(tmp_path)
    site = LiveSite(conf)
    assert site.readable()
    conf.write_text("this is no Python\n")
    assert not site.readable()


def test_a_theme_that_goes_between_a_page_and_its_checks_leaves_the_server_standing(
    tmp_path: Path,
) -> None:
    site = LiveSite(_project(tmp_path))
    article = tmp_path / "content" / "articles" / f"{samples.SLUG}.en.md"
    article.write_text(article.read_text().replace("title: ", "titel: ", 1))
    site.show()
    (tmp_path / "theme").unlink()
    site.check()
    assert [finding.code for finding in site.findings] == ["file-unusable"]


def test_what_is_not_there_is_answered_by_the_sites_own_page(running: Running) -> None:
    status, text = running.page("en/nothing/")
    assert status == 404
    assert 'data-kind="404"' in text


def test_pages_are_new_before_the_checks_are_through(tmp_path: Path) -> None:
    site = LiveSite(_project(tmp_path))
    seen: list[tuple[int, bytes]] = []

    def watch(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code is check.__code__:
            sys.setprofile(None)
            seen.append((site.version, site.answer(f"en/articles/{samples.SLUG}/")[1]))

    sys.setprofile(watch)
    try:
        site.show()
        site.check()
    finally:
        sys.setprofile(None)
    ((version, page),) = seen
    assert version == 1
    assert b"The ending stops here" in page
    assert site.version == 1  # nothing was found: no page loads again for nothing
