"""`full` publishes both texts, `excerpt` the summary and the first block, `link` only facts.

The words are looked for in every file of the site, so that no page kind, feed or piece of
metadata can be forgotten.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from diglot.site import quoting
from tests.site import samples
from tests.site.sites import ADDRESS, ATOM, Site, build_site

Publish = Callable[..., Site]


@pytest.fixture
def publish(tmp_path: Path) -> Publish:
    """`publish("link")`: the site of the sample record with these rights."""

    def make(rights: str | None, **settings: str) -> Site:
        root = samples.write(tmp_path / "project", rights)
        site = Site.of(root, tmp_path / "output", **settings)
        assert site.result.records == 1
        return site

    return make


def _found(site: Site, sentences: Iterable[str]) -> dict[str, list[str]]:
    texts = {name: data.decode("utf-8", "replace") for name, data in site.files.items()}
    return {s: [name for name, text in texts.items() if s in text] for s in sentences}


def _article(side: str) -> str:
    return f"{side}/articles/{samples.SLUG}/index.html"


def test_full_shows_every_sentence_in_pages_facing_texts_and_feeds(publish: Publish) -> None:
    site = publish("full")
    facing = f"both/articles/{samples.SLUG}/index.html"
    sentences = (*samples.FIRST, *samples.LATER)
    for sentence, files in _found(site, sentences).items():
        side = "en" if sentence.isascii() else "zh"
        assert {_article(side), facing, f"{side}/feed.xml"} <= set(files), sentence
        assert _article("zh" if side == "en" else "en") not in files


def test_an_excerpt_shows_summary_and_first_block_and_no_later_sentence_in_any_file(
    publish: Publish,
) -> None:
    site = publish("excerpt")
    assert not any(_found(site, samples.LATER).values())
    for sentence, files in _found(site, (*samples.FIRST, *samples.SUMMARY)).items():
        side = "en" if sentence.isascii() else "zh"
        assert {_article(side), f"{side}/feed.xml"} <= set(files), sentence


def test_a_link_shows_no_sentence_of_the_texts_and_no_summary_in_any_file(
    publish: Publish,
) -> None:
    site = publish("link")
    sentences = (*samples.SUMMARY, *samples.FIRST, *samples.LATER)
    assert not any(_found(site, sentences).values())


@pytest.mark.parametrize("rights", ["excerpt", "link"])
def test_facts_and_the_way_to_the_publisher_stay_and_the_page_says_why(
    publish: Publish, rights: str
) -> None:
    site = publish(rights)
    reasons = set()
    for side in ("zh", "en"):
        page = site.pages[_article(side)]
        (box,) = page.root.xpath("//section[@class='facts']")
        assert box.xpath(".//time[@datetime='2025-09-28']")
        assert box.xpath(".//a[@href='https://news.example.com/1']")
        assert "签署战略协议" in box.text_content()
        reasons.add(page.root.xpath("string(//p[@class='cut'])").strip())
    assert len(reasons - {""}) == 2
    facing = site.pages[f"both/articles/{samples.SLUG}/index.html"]
    assert {p.text for p in facing.root.xpath("//p[@class='cut']")} == reasons
    blocks = facing.root.xpath("//*[starts-with(@id, 'zh-') or starts-with(@id, 'en-')]")
    assert bool(blocks) == (rights == "excerpt")


@pytest.mark.parametrize("rights", ["full", "excerpt", "link"])
def test_no_link_is_dead_whatever_the_rights(publish: Publish, rights: str) -> None:
    site = publish(rights)
    inside = [link for link in site.links() if link.target.startswith(site.base)]
    assert [str(link) for link in inside if not site.resolves(link.target)] == []


def test_a_feed_of_a_linked_record_has_facts_and_none_of_the_texts_words(publish: Publish) -> None:
    for name, feed in publish("link").feeds.items():
        (entry,) = feed.findall(f"{ATOM}entry")
        content = entry.findtext(f"{ATOM}content")
        assert (content is None) == ("/deals/" not in name)  # a deal quotes a clause
        said = entry.findtext(f"{ATOM}summary") + (content or "")
        assert "2025" in said
        assert not [
            words for words in (*samples.SUMMARY, *samples.FIRST, *samples.LATER) if words in said
        ]


SENTENCE = "中段谈到座舱的做法"
LONG = "，".join(["双方将在智能座舱与云服务上展开合作"] * 6)


def _resting(root: Path, quote: str, body: str = "") -> None:
    """Have the sample's deal and theme rest on other words."""
    aside = "中段另有一句闲话。"
    samples.edit(
        root,
        "zh",
        ("evidence: [签署战略协议]", f"evidence: [{quote}]"),
        ("evidence: [座舱]", f"evidence: [{quote}]"),
        (aside, body or aside),
    )


@pytest.mark.parametrize("rights", ["link", "excerpt"])
@pytest.mark.parametrize(
    "quote",
    [SENTENCE, f"{SENTENCE}。", f"{SENTENCE}。中段另有一句闲话。", "座舱的做法。中段另有一句闲话"],
)
def test_evidence_shows_no_whole_sentence_of_a_text_that_is_not_shown(
    publish: Publish, tmp_path: Path, rights: str, quote: str
) -> None:
    _resting(samples.write(tmp_path / "project", rights), quote)
    made = tmp_path / "output"
    site = Site.of(tmp_path / "project", made)
    assert not any(_found(site, (SENTENCE, "中段另有一句闲话")).values())
    (box,) = site.pages[_article("zh")].root.xpath("//section[@class='facts']")
    assert "…" in box.text_content()


def test_evidence_of_a_text_that_is_not_shown_ends_at_a_clause_of_sixty_characters(
    tmp_path: Path,
) -> None:
    _resting(samples.write(tmp_path / "project", "link"), LONG, f"于是{LONG}，如此而已。")
    site = Site.of(tmp_path / "project", tmp_path / "output")
    quotes = site.pages[_article("zh")].root.xpath("//section[@class='facts']//q/text()")
    (shown,) = {text for text in quotes if text.startswith("双方")}
    assert shown == "，".join(["双方将在智能座舱与云服务上展开合作"] * 3) + "…"


def test_evidence_of_a_text_that_is_shown_stands_whole(tmp_path: Path) -> None:
    _resting(samples.write(tmp_path / "project", "full"), SENTENCE)
    build_site(tmp_path / "project", tmp_path / "output", ADDRESS)
    text = (tmp_path / "output" / _article("en")).read_text()
    assert SENTENCE in text


@pytest.mark.parametrize(
    ("quote", "shown"),
    [
        ("Tencent", "Tencent"),
        ("signed a deal", "signed a deal"),
        ("Tencent and Dongfeng", "Tencent and Dongfeng"),
        ("Dongfeng signed a deal with Tencent.", "Dongfeng signed a deal…"),
        ("In May, the two said, Dongfeng signed a deal with Tencent.", "In May, the two said…"),
        ("They did.", "They…"),
    ],
)
def test_a_quotation_keeps_names_and_clauses_and_loses_the_end_of_sentences(
    quote: str, shown: str
) -> None:
    block = f"They said {quote} on Monday." if quote.startswith("signed") else quote
    assert quoting.clause(quote, block, "en") == shown


def test_a_quotation_of_an_english_text_has_twenty_five_words_at_most() -> None:
    words = " ".join(f"word{n}" for n in range(40))
    cut = quoting.clause(words, f"He said {words} today.", "en")
    assert cut == " ".join(f"word{n}" for n in range(25)) + "…"


def test_the_default_is_a_setting_and_a_record_may_differ(publish: Publish) -> None:
    site = publish(None, DIGLOT_RIGHTS="excerpt")
    assert not any(_found(site, samples.LATER).values())
    site = publish("full", DIGLOT_RIGHTS="link")
    assert all(_found(site, samples.LATER).values())
