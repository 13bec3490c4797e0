"""The cache of parsed registries saves time and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from diglot.records import parsed, registry


def company(content: Path, slug: str, name: str) -> None:
    path = content / "companies" / f"{slug}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"name: {{zh: 甲, en: {name}}}\n", encoding="utf-8")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    for number in range(parsed._WORTH):
        company(tmp_path / "content", f"c{number}", f"Company {number}")
    return tmp_path / "content"


def cache_of(content: Path) -> Path:
    return content.parent / ".cache" / "diglot" / "registry.json"


def test_a_registry_read_from_the_cache_is_the_same(content: Path) -> None:
    first = registry.load(content)
    assert cache_of(content).is_file()
    assert registry.load(content) == first


def test_a_change_is_seen_at_once(content: Path) -> None:
    registry.load(content)
    company(content, "c1", "Company X")
    assert registry.load(content)[0].companies["c1"].name.en == "Company X"


@pytest.mark.parametrize("damage", [b"", b'{"a": ', b"[]", b"\xff\xfe"])
def test_a_damaged_cache_is_read_anew(content: Path, damage: bytes) -> None:
    first = registry.load(content)
    cache_of(content).write_bytes(damage)
    assert registry.load(content) == first
