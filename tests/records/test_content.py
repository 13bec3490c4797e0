"""Everything in `content/` is read once, whatever lies there."""

from __future__ import annotations

import pytest

from diglot.config import Project
from diglot.records.content import load

from .conftest import Write


def test_pages_are_read_by_name_and_side(project: Project, write: Write) -> None:
    write("content/pages/about.en.md", "# About\r\n")
    write("content/pages/about.zh.md", "# 关于\n")
    content = load(project)
    assert content.pages == {"about.en": "# About\n", "about.zh": "# 关于\n"}
    assert content.findings == ()


def test_a_page_that_is_not_utf8_does_not_hide_the_others(project: Project, write: Write) -> None:
    write("content/pages/about.en.md", "# About\n")
    (project.pages / "about.zh.md").write_bytes("关于".encode("gb18030"))
    content = load(project)
    assert list(content.pages) == ["about.en"]
    assert [f"{one.path}:{one.line} {one.code}" for one in content.findings] == [
        "content/pages/about.zh.md:1 page-encoding"
    ]


@pytest.mark.parametrize(
    "name",
    [
        "companies/x.yml",
        "themes/x.yml",
        "glossary/people.yml",
        "pages/x.en.md",
        "articles/x.en.md",
        "state/x.json",
    ],
)
def test_a_folder_in_the_place_of_a_file_stops_nothing(project: Project, name: str) -> None:
    from diglot.records import importer

    (project.content / name).mkdir(parents=True)
    content = load(project)
    assert set(content.registry.companies) == {"dongfeng", "tencent"}
    told = [(one.path, one.code) for one in content.findings]
    expected = [] if name.startswith("state") else [(f"content/{name}", "file-unusable")]
    assert told == expected
    assert len(importer.import_seeds(project).created) == 2


@pytest.mark.parametrize("name", ["companies/x.yml", "themes/x.yml", "glossary/people.yml"])
def test_a_registry_file_that_is_not_utf8_is_told(project: Project, name: str) -> None:
    path = project.content / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes("name: 腾讯".encode("gb18030"))
    assert [one.code for one in load(project).findings] == ["registry-syntax"]
