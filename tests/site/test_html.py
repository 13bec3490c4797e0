"""The Nu HTML checker has nothing against the site."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site.sites import Site

Check = Callable[..., list[str]]

FALSE: tuple[re.Pattern[str], ...] = ()
"""What the checker says of correct pages, each with the reason why it errs."""


@pytest.mark.vnu
def test_every_page_is_valid_html(built: Site, vnu: Check) -> None:
    found = [line for line in vnu(built.output) if not any(p.search(line) for p in FALSE)]
    assert found == []


@pytest.mark.vnu
def test_the_checker_sees_an_error(built: Site, vnu: Check, tmp_path: Path) -> None:
    """So that a checker that cannot run is not taken for a clean site."""
    shutil.copy(built.output / "404.html", tmp_path)
    page = tmp_path / "404.html"
    page.write_text(page.read_text().replace("<main", '<img src="a b"><main', 1))
    assert any("404.html" in line for line in vnu(tmp_path))
