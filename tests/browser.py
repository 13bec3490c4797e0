"""A real Chromium for the tests: where it is found, how it is started, what is wrong with a page.

It is looked for in `$CHROME`, on PATH, in macOS's applications and among Playwright's own
downloads; failing these it is downloaded by Playwright or, as root, installed by apt.
`DIGLOT_DOWNLOAD=off` forbids the last two.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from tests.fetching import alone

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC_APPS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@cache
def find_chromium() -> Path | None:
    """Return a Chromium that starts, from the first place that has one."""
    places: tuple[Callable[[], Iterator[Path]], ...] = (
        _named_by_environment,
        _on_path,
        _mac_apps,
        _playwrights_own,
        _downloaded_by_playwright,
        _installed_by_apt,
    )
    with alone:
        return next((path for place in places for path in place() if _starts(path)), None)


@contextmanager
def launch(chromium: Path) -> Iterator[Browser]:
    """Run a headless browser for the length of a `with` block."""
    flags = [*FLAGS, "--no-sandbox"] if _is_root() else [*FLAGS]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=flags)
        try:
            yield browser
        finally:
            browser.close()


def axe_violations(page: Page) -> list[str]:
    """Run axe-core on the page; a line for each element that breaks a rule.

    The page's context must allow JavaScript: without it axe would never answer.
    """
    # What Lighthouse asks for too: targets of 24 px (WCAG 2.2), a rule axe leaves off by itself.
    # Only violations are asked for: handing over what passed takes longer than finding it.
    options = {"rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"{rule['id']} ({rule['impact']}): {rule['help']}: {' '.join(map(str, node['target']))}"
        for rule in found
        for node in rule["nodes"]
    ]


def sideways(page: Page) -> list[str]:
    """How wide the page is and which elements are too wide, if it scrolls sideways."""
    return list(
        page.evaluate(
            """() => {
                const root = document.scrollingElement, width = root.clientWidth;
                if (root.scrollWidth <= width) return [];
                const wide = [...document.querySelectorAll("body *")]
                    .filter((e) => e.getBoundingClientRect().right > width + 1)
                    .map((e) => e.tagName + "." + e.className);
                return [root.scrollWidth + " > " + width, ...wide.slice(-4)];
            }"""
        )
    )


@cache
def ensure_chinese_fonts() -> None:
    """Install fonts for Chinese where apt may be used; elsewhere leave things as they are."""
    if sys.platform != "linux" or not may_use_apt():
        return
    with alone:
        fc_list = shutil.which("fc-list")
        if not fc_list or not _run(fc_list, ":lang=zh", "file").strip():
            apt_install("fontconfig", "fonts-noto-cjk")


def _named_by_environment() -> Iterator[Path]:
    if named := os.environ.get("CHROME"):
        yield Path(shutil.which(named) or named)


def _on_path() -> Iterator[Path]:
    yield from (Path(found) for name in NAMES if (found := shutil.which(name)))


def _mac_apps() -> Iterator[Path]:
    yield from map(Path, MAC_APPS)


def _playwrights_own() -> Iterator[Path]:
    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    yield path


def _downloaded_by_playwright() -> Iterator[Path]:
    if _may_download():
        _say("downloading Chromium with Playwright")
        _run(sys.executable, "-m", "playwright", "install", "--no-shell", "chromium")
        yield from _playwrights_own()


def _installed_by_apt() -> Iterator[Path]:
    if may_use_apt():
        apt_install("chromium", "fonts-noto-cjk")
        yield from _on_path()


def _starts(path: Path) -> bool:
    """Tell whether the program runs: it may be absent, a stub or short of libraries."""
    return path.is_file() and bool(_run(str(path), "--version", seconds=60).strip())


def apt_install(*packages: str) -> None:
    _say(f"installing {' '.join(packages)} with apt-get")
    with alone:
        _run("apt-get", "update", "-qq")
        _run("apt-get", "install", "-qq", "-y", "--no-install-recommends", *packages)


def _run(*command: str, seconds: float = 600) -> str:
    """Return what a command printed; nothing if it failed or took too long."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=seconds, env=environment, check=True
        )
    except (OSError, subprocess.SubprocessError) as problem:
        _say(f"{command[0]}: {problem}")
        return ""
    return done.stdout


def _say(what: str) -> None:
    print(f"tests/browser.py: {what}", file=sys.stderr)


def _is_root() -> bool:
    return os.geteuid() == 0


def _may_download() -> bool:
    return os.environ.get("DIGLOT_DOWNLOAD", "on") != "off"


def may_use_apt() -> bool:
    return _may_download() and _is_root() and shutil.which("apt-get") is not None
