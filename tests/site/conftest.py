"""The repository's content as a site, below a path of a host and without one, and who reads it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.site.sites import Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Built for https://example.org/repo/."""
    return Site.shared(tmp_path_factory, "built")


@pytest.fixture(scope="session")
def rootless(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Built without `SITEURL`."""
    return Site.shared(tmp_path_factory, "rootless", "")


@pytest.fixture(scope="module")
def contexts(chromium: Browser) -> Iterator[dict[bool, BrowserContext]]:
    """A browser with script and one without."""
    made = {on: chromium.new_context(java_script_enabled=on) for on in (True, False)}
    yield made
    for context in made.values():
        context.close()
