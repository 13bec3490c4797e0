"""A small project to import into."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from diglot.config import Project
from tests.ground import REGISTRY

ENGLISH = """\
Dongfeng Motor and Tencent sign an agreement

On September 28, 2025, Dongfeng Motor signed a strategic agreement with Tencent in Wuhan.

The two companies will work together on the smart cockpit and on services for drivers of Voyah.
"""
CHINESE = """\
东风汽车与腾讯签署战略合作协议

2025年9月28日，东风汽车与腾讯在武汉签署战略合作协议，双方将在多个领域展开合作。

根据协议，双方将共同开发智能座舱，并为车主提供云服务。
"""

Write = Callable[[str, str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """`write("seeds/a.txt", text)`: a file of the project."""

    def put(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        return path

    return put


@pytest.fixture
def project(tmp_path: Path, write: Write) -> Project:
    """A project with registries and two seeds."""
    for name, text in REGISTRY.items():
        write(f"content/{name}", text)
    write("seeds/a.txt", ENGLISH)
    write("seeds/b.txt", CHINESE)
    return Project(root=tmp_path)
