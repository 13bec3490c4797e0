"""A project with one record that is not translated yet."""

from __future__ import annotations

from pathlib import Path

import pytest

from diglot.config import Project
from tests.translation import desk


@pytest.fixture
def made(tmp_path: Path) -> Project:
    return desk.project(tmp_path)


@pytest.fixture
def slug(made: Project) -> str:
    (found,) = desk.slugs(made)
    return found
