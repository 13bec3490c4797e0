"""Web pages, Word files and PDFs in ``seeds/`` become records like plain texts do."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from diglot.check.seeds import seed_format
from diglot.config import Project
from diglot.problems import SeedError
from diglot.records import content, registry
from diglot.records.formats import plain
from diglot.records.reading import Reader, Reading, Seed, seeds
from tests.ground import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PAGE = (ROOT / "tests" / "fixtures" / "records" / "saved-page.html").read_bytes()
STORY = (
    "奇瑞与地平线签署战略合作协议",
    "2022年5月18日 来源：某某汽车网",
    "5月17日，奇瑞汽车与地平线在芜湖签署战略合作协议，双方将在智能驾驶芯片领域展开合作。",
    "根据协议，地平线将向奇瑞提供征程系列芯片，首批车型计划于2023年上市。",
)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "application/vnd.openxmlformats-"
_SCHEMAS = "http://schemas.openxmlformats.org"
PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_SCHEMAS}/package/2006/content-types">'
    f'<Default Extension="rels" ContentType="{_OFFICE}package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="'
    f'{_OFFICE}officedocument.wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_SCHEMAS}/package/2006/relationships">'
    '<Relationship Id="a" Target="word/document.xml" Type="'
    f'{_SCHEMAS}/officeDocument/2006/relationships/officeDocument"/></Relationships>',
}
"""What a Word file has besides its text."""


def word(*paragraphs: str) -> bytes:
    """A Word file."""
    text = "".join(f"<w:p><w:r><w:t>{one}</w:t></w:r></w:p>" for one in paragraphs)
    body = f'<w:document xmlns:w="{WORD}"><w:body>{text}</w:body></w:document>'
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, part in {**PARTS, "word/document.xml": body}.items():
            archive.writestr(name, part)
    return data.getvalue()


@pytest.fixture(scope="module")
def read() -> Callable[[str, bytes], Reading]:
    reader = Reader(registry.load(ROOT / "content")[0])
    return lambda path, data: reader.read(Seed(path, data))


def _is_the_story(reading: Reading) -> None:
    article = reading.article
    assert article.title == STORY[0]
    assert article.published.date == "2022-05-18"
    assert article.source.publisher == "某某汽车网"
    assert {mention.id for mention in article.companies if mention.central} == {
        "chery",
        "horizon-robotics",
    }
    assert [(deal.kind, deal.date) for deal in article.deals] == [
        ("strategic_cooperation", "2022-05-17")
    ]


def test_a_saved_web_page_gives_its_text_and_what_its_markup_states(
    read: Callable[[str, bytes], Reading],
) -> None:
    reading = read("seeds/page.html", PAGE)
    _is_the_story(reading)
    assert reading.article.source.url == "https://auto.example.cn/news/2022/05/chery-weichip-1.html"
    text = "\n".join(block.text for block in reading.document.blocks)
    for chrome in ("首页", "相关阅读", "版权所有", "跟踪"):
        assert chrome not in text
    assert len(reading.document.blocks) == 3


def test_a_word_file_gives_its_paragraphs(read: Callable[[str, bytes], Reading]) -> None:
    reading = read("seeds/story.docx", word(*STORY))
    _is_the_story(reading)
    assert [block.text for block in reading.document.blocks] == list(STORY[2:])
    assert reading.article.source.url is None


@pytest.mark.browser
def test_a_pdf_gives_its_text(
    read: Callable[[str, bytes], Reading], chromium: Browser, tmp_path: Path
) -> None:
    tab = chromium.new_page()
    tab.set_content("".join(f"<p>{line}</p>" for line in STORY))
    data = tab.pdf()
    tab.close()
    _is_the_story(read("seeds/story.pdf", data))


@pytest.mark.parametrize("name", ["story.docx", "story.pdf"])
@pytest.mark.parametrize("data", [b"nonsense", word(*STORY)[:200], b"%PDF-1.4\n%broken"])
def test_a_broken_file_is_refused_with_a_way_to_mend_it(name: str, data: bytes) -> None:
    with pytest.raises(SeedError, match=r"seed-unreadable.*\.txt"):
        plain(f"seeds/{name}", data)


def test_a_file_without_text_is_no_article() -> None:
    with pytest.raises(SeedError, match="seed-unreadable"):
        plain("seeds/empty.docx", word(""))


def test_an_address_on_a_page_counts_only_when_the_page_states_it() -> None:
    bare = PAGE.split(b"-->\n", 1)[1]
    assert plain("seeds/page.html", bare).url is None
    linked = bare.replace(b"<head>", b'<head><link rel="canonical" href="https://a.example/b">')
    assert plain("seeds/page.html", linked).url == "https://a.example/b"


def test_only_files_of_known_kinds_are_seeds_and_the_others_are_named(tmp_path: Path) -> None:
    folder = tmp_path / "seeds"
    for name in ("a.txt", "b.HTML", "c.doc", ".hidden.txt", "b_files/frame.html", "sub/d.pdf"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"x")
    (tmp_path / "content").mkdir()
    project = Project(root=tmp_path)
    assert [seed.path for seed in seeds(project)] == [
        "seeds/a.txt",
        "seeds/b.HTML",
        "seeds/sub/d.pdf",
    ]
    named = [problem.path for problem in seed_format(content.load(project))]
    assert named == ["seeds/c.doc"]
