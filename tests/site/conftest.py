"""The repository's content as a site: once below a path of a host, once without an address."""

from __future__ import annotations

import pytest

from tests.ground import ROOT
from tests.site.sites import ADDRESS, Site


def _site(output: pytest.TempPathFactory, name: str, address: str) -> Site:
    folder = output.mktemp(name)
    return Site.of(ROOT, folder, address)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Built for https://example.org/repo/."""
    return _site(tmp_path_factory, "built", ADDRESS)


@pytest.fixture(scope="session")
def rootless(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Built without `SITEURL`."""
    return _site(tmp_path_factory, "rootless", "")
