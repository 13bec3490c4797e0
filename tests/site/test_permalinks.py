"""Each sentence has one name on both languages' pages and among the facing texts."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from diglot.site import fragments, sentences
from diglot.site.entries import prepare
from diglot.text.segment import sentences as split
from diglot.translation.align import Bead
from tests.site import samples
from tests.site.sites import Site

NAME = re.compile(r"s\d+-\d+[a-z]?")


def _names(page) -> list[str]:
    return [name for name in page.root.xpath("//@id") if NAME.fullmatch(name)]


def _pages(site: Site, slug: str):
    return [site.pages[f"{where}/articles/{slug}/index.html"] for where in ("zh", "en", "both")]


def test_every_sentence_of_the_original_has_its_name_on_all_three_pages(built: Site) -> None:
    for slug, record in built.records.items():
        entry = prepare(record, "full")
        wanted = {
            f"s{pair.source + 1}-{n}"
            for index, pair in enumerate(entry.pairs)
            for n in range(1, len(sentences.of_original(entry, index)) + 1)
        }
        for page in _pages(built, slug):
            found = {name for name in _names(page) if name[-1].isdigit()}
            assert found == wanted, page.file


def test_sentences_of_the_original_are_each_by_themselves(built: Site) -> None:
    for slug, record in built.records.items():
        page = built.pages[f"{record.side}/articles/{slug}/index.html"]
        entry = prepare(record, "full")
        for index, pair in enumerate(entry.pairs):
            node = entry.nodes[entry.side][pair.source]
            if node.kind != "paragraph":
                continue
            for n, (start, end) in enumerate(split(node.plain, entry.article.lang), 1):
                (span,) = page.root.xpath("//*[@id=$i]", i=f"s{index + 1}-{n}")
                assert span.text_content().strip() == node.plain[start:end].strip()


def test_blocks_have_one_name_on_all_three_pages(built: Site) -> None:
    for slug in built.records:
        found = [
            [name for name in page.root.xpath("//@id") if re.fullmatch(r"p\d+", name)]
            for page in _pages(built, slug)
        ]
        assert found[0] == found[1] == found[2] != []


def test_the_mark_of_a_sentence_is_no_noise(built: Site) -> None:
    for page in built.of_kind("article"):
        marks = page.root.xpath("//div[@class='prose']//a[@class='pl']")
        assert marks
        for mark in marks:
            assert mark.get("aria-hidden") == "true"
            assert mark.get("tabindex") == "-1"
            assert not mark.text_content()
            assert mark.get("href").removeprefix("#") in page.ids


def test_facing_numbers_lead_to_the_name_all_pages_share(built: Site) -> None:
    for page in built.of_kind("both"):
        for link in page.root.xpath("//span[contains(@class, 's ')]/a[@class='n']"):
            target = link.get("href").removeprefix("#")
            assert NAME.fullmatch(target)
            assert target in page.ids
            assert link.text == target[1:].replace("-", ".")


def _beads(*shapes: tuple[int, int]) -> list[Bead]:
    return [Bead(((0, 1),) * own, ((0, 1),) * far) for own, far in shapes]


@pytest.mark.parametrize(
    ("shapes", "names", "led"),
    [
        ([(1, 1), (1, 1)], [("3-1",), ("3-2",)], [("3-1",), ("3-2",)]),
        ([(2, 1), (1, 1)], [("3-1", "3-2"), ("3-3",)], [("3-1", "3-2"), ("3-3",)]),
        ([(1, 2), (1, 1)], [("3-1",), ("3-2",)], [("3-1",), ("3-2",)]),
        ([(1, 1), (1, 0)], [("3-1",), ("3-2",)], [("3-1", "3-2"), ()]),
        ([(1, 0), (1, 1)], [("3-1",), ("3-2",)], [(), ("3-2", "3-1")]),
        (
            [(1, 1), (0, 1), (0, 1), (1, 1)],
            [("3-1",), ("3-1a",), ("3-1b",), ("3-2",)],
            [("3-1",), ("3-1a",), ("3-1b",), ("3-2",)],
        ),
    ],
)
def test_a_merged_sentence_carries_all_names_and_one_left_out_is_led_to(
    shapes: list[tuple[int, int]],
    names: list[tuple[str, ...]],
    led: list[tuple[str, ...]],
) -> None:
    found = _beads(*shapes)
    assert sentences._names(3, found) == names
    assert sentences._led(found, names) == led


def test_a_translation_that_merges_sentences_carries_the_names_of_both(tmp_path: Path) -> None:
    root = samples.write(tmp_path / "project")
    samples.edit(root, "en", ("yesterday. The opening goes", "yesterday, and it goes"))
    site = Site.of(root, tmp_path / "output")
    page = site.pages[f"en/articles/{samples.SLUG}/index.html"]
    (whole,) = page.root.xpath("//*[@id='s1-1']")
    assert whole.xpath("descendant::*/@id") == ["s1-2"]
    assert "and it goes on" in whole.text_content()


def test_feeds_hold_no_names_of_sentences(built: Site) -> None:
    for name, data in built.files.items():
        if name.endswith("feed.xml"):
            assert b"s1-1" not in data, name


# The words on the publisher's page


def test_evidence_leads_to_its_words_on_the_publishers_page(tmp_path: Path) -> None:
    root = samples.write(tmp_path / "project")
    site = Site.of(root, tmp_path / "output")
    for side in ("zh", "en"):
        page = site.pages[f"{side}/articles/{samples.SLUG}/index.html"]
        found = [unquote(href) for href in page.root.xpath("//a[@class='there']/@href")]
        assert "https://news.example.com/1#:~:text=签署战略协议" in found
        assert all(a.get("aria-label") for a in page.root.xpath("//a[@class='there']"))


def test_evidence_of_a_text_without_an_address_leads_nowhere_else(built: Site) -> None:
    for page in built.of_kind("article"):
        known = built.record(page).article.source.url
        assert bool(page.root.xpath("//a[@class='there']")) == bool(known)


def test_marks_that_mean_something_in_a_text_fragment_are_encoded() -> None:
    url = fragments.to_words("https://a.b/c", "a-b, c & d", "en")
    assert url == "https://a.b/c#:~:text=a%2Db%2C%20c%20%26%20d"


def test_long_words_are_led_to_by_their_ends() -> None:
    words = " ".join(f"word{n}" for n in range(40))
    url = fragments.to_words("https://a.b/", words, "en")
    assert url == (
        "https://a.b/#:~:text=word0%20word1%20word2%20word3%20word4,"
        "word35%20word36%20word37%20word38%20word39"
    )
    chinese = "双方将在智能座舱与云服务上展开合作" * 3
    assert unquote(fragments.to_words("https://a.b/", chinese, "zh-Hans")).endswith(
        f"text={chinese[:12]},{chinese[-12:]}"
    )


def test_a_fragment_of_the_page_itself_stays_and_cut_words_lose_their_ellipsis() -> None:
    assert fragments.to_words("https://a.b/#top", "a b…", "en") == "https://a.b/#top:~:text=a%20b"
