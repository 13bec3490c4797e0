"""What readers see of a translation: each block's state, what changed since, what waits."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from diglot.config import Project
from diglot.records import store
from diglot.records.state import Review, State, Unit
from diglot.translation.review import review
from tests.site import samples
from tests.site.sites import ADDRESS, Page, Site, build_site

SOURCES = samples.ZH.split("---\n\n")[1].split("\n\n")
TARGETS = samples.EN.split("---\n\n")[1].split("\n\n")
Change = tuple[str, str]
Publish = Callable[..., Site]


@pytest.fixture
def publish(tmp_path: Path) -> Publish:
    """The sample's site after texts were replaced; its translation is a machine's at first."""

    def make(zh: tuple[Change, ...] = (), en: tuple[Change, ...] = ()) -> Site:
        root = samples.write(tmp_path / "project")
        units = tuple(
            Unit(source=s.strip(), target=t.strip(), by="language-model")
            for s, t in zip(SOURCES, TARGETS, strict=True)
        )
        store.write_state(root / "content", samples.SLUG, State(units=units))
        samples.edit(root, "zh", *zh)
        samples.edit(root, "en", *en)
        return Site.of(root, tmp_path / "output")

    return make


def _article(site: Site, side: str) -> Page:
    return site.pages[f"{side}/articles/{samples.SLUG}/index.html"]


def _states(page: Page) -> list[str]:
    """The state each block's mark shows."""
    marks = page.root.xpath("//div[contains(@class, 'prose')]//p[contains(@class, 'state ')]")
    return [mark.get("class").split()[1] for mark in marks]


def _head(page: Page) -> str:
    return " ".join(page.root.xpath("string(//p[@class='status'])").split())


def test_every_block_of_a_translation_is_marked_and_none_of_the_original(publish: Publish) -> None:
    site = publish()
    assert _states(_article(site, "en")) == ["machine"] * 3
    assert _states(_article(site, "zh")) == []


def test_the_head_says_how_many_paragraphs_are_in_which_state(publish: Publish) -> None:
    assert "3 of 3 paragraphs machine-translated, none reviewed." in _head(
        _article(publish(), "en")
    )
    site = publish(en=(("The middle speaks of the cockpit", "The middle is about cockpits"),))
    assert "2 of 3 paragraphs machine-translated, none reviewed, 1 translated." in _head(
        _article(site, "en")
    )


def test_a_stale_block_shows_what_changed_in_the_original(publish: Publish) -> None:
    site = publish(zh=(("末段讲了将来的打算", "末段讲了明年的打算"),))
    page = _article(site, "en")
    assert _states(page) == ["machine", "machine", "stale"]
    (changed,) = page.root.xpath("//details[@class='changed']")
    assert changed.xpath("string(.//del)") == "将来"
    assert changed.xpath("string(.//ins)") == "明年"
    assert changed.xpath(".//p/@lang") == ["zh-Hans"]


def test_a_persons_addition_is_shown_beside_the_block_it_follows(publish: Publish) -> None:
    site = publish(en=(("aside.\n", "aside.\n\nA remark of the translator.\n"),))
    page = _article(site, "en")
    (added,) = page.root.xpath("//div[contains(@class, 'added')]")
    assert added.text_content().split("translation")[-1].strip() == "A remark of the translator."
    assert "A remark of the translator." in site.files["en/feed.xml"].decode()
    assert _states(page) == ["machine", "machine", "translated", "machine"]


def test_merged_blocks_are_shown_once_and_the_second_says_so(publish: Publish) -> None:
    site = publish(en=(("aside.\n\nThe ending", "aside. The ending"),))
    page = _article(site, "en")
    assert page.text.count("The ending tells of plans.") == 1
    assert "Translated together with paragraph 2." in page.text
    assert page.ids >= {"p1", "p2", "p3"}


def test_a_review_is_shown_with_name_and_day(publish: Publish) -> None:
    site = publish()
    review(Project(root=site.project), samples.SLUG, 2, Review(by="Li Lei", on="2026-03-04"))
    build_site(site.project, site.output, ADDRESS)
    page = _article(Site(site.project, site.output, ADDRESS, site.result), "en")
    assert _states(page) == ["machine", "reviewed", "machine"]
    assert "Reviewed by Li Lei on 4 March 2026." in page.text
    assert "2 of 3 paragraphs machine-translated, 1 reviewed." in _head(page)


def test_the_language_switch_says_what_waits_on_the_other_side(publish: Publish) -> None:
    site = publish()
    english = _article(site, "zh").root.xpath("string(//nav[@class='switch']/a[@class='en'])")
    assert english.split() == ["English", "machine", "translation"]
    chinese = _article(site, "en").root.xpath("string(//nav[@class='switch']/a[@class='zh'])")
    assert chinese.split() == ["中文", "原文"]


def test_a_record_without_a_translation_has_its_page_with_brief_facts_and_the_original(
    tmp_path: Path,
) -> None:
    root = samples.write(tmp_path / "project")
    (root / "content" / "articles" / f"{samples.SLUG}.en.md").unlink()
    page = _article(Site.of(root, tmp_path / "output"), "en")
    assert _states(page) == ["missing"] * 3
    assert page.root.xpath("//div[contains(@class, 'prose')]//p[@id='p1']/@lang") == ["zh-Hans"]
    assert "Dongfeng Motor and Tencent signed" in page.text
    assert page.root.xpath("//*[contains(@class, 'facts')]")


def test_the_term_base_gives_each_name_with_a_sentence_and_its_twin(publish: Publish) -> None:
    site = publish()
    for side, far in (("zh", "en"), ("en", "zh")):
        page = site.pages[f"{side}/terms/index.html"]
        (entry,) = page.root.xpath("//div[@id='company-tencent']")
        assert "腾讯" in entry.text_content()
        assert "Tencent" in entry.text_content()
        texts = entry.xpath(".//dd[starts-with(@class, 'example')]//text()")
        sentences = {
            "zh": "首段说，昨日东风与腾讯签署战略协议。",
            "en": TARGETS[0].split(". ")[0] + ".",
        }
        assert texts == [sentences[side], sentences[far]]


def test_the_term_base_downloads_as_csv_and_tbx(publish: Publish) -> None:
    site = publish()
    data = site.files["data/terms.csv"].decode("utf-8-sig")
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(data))}
    assert (rows["tencent"]["zh"], rows["tencent"]["en"]) == ("腾讯", "Tencent")
    assert rows["smart_cockpit"]["kind"] == "theme"
    tbx = etree.fromstring(site.files["data/terms.tbx"])
    space = {"t": "urn:iso:std:iso:30042:ed-2"}
    terms = tbx.xpath("//t:conceptEntry[@id='company-dongfeng']//t:term/text()", namespaces=space)
    assert terms == ["东风汽车", "Dongfeng Motor"]


def test_the_about_page_counts_translations_by_company(publish: Publish) -> None:
    page = publish().pages["en/about/index.html"]
    (row,) = page.root.xpath("//details//tr[th/a='Tencent']")
    assert [cell.text for cell in row.xpath("td")] == ["3", "0", "0", "0", "0"]
