"""The brief speaks where nobody has translated yet; the about page shows how sure to be of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from diglot import i18n, yamlfile
from diglot.languages import SIDES, Side
from diglot.site.pages import quality
from diglot.site.parts import Desk
from diglot.site.words import Words
from tests.ground import ROOT
from tests.site import samples
from tests.site.sites import ATOM, Site

ZH = "东风汽车与腾讯于2025年9月28日签署战略合作协议。主题：智能座舱。"
EN = (
    "Dongfeng Motor and Tencent signed a strategic cooperation agreement on 28 September 2025. "
    "Themes: smart cockpit."
)


def site_of(tmp_path: Path, *, translated: bool) -> Site:
    root = samples.write(tmp_path / "project")
    if not translated:
        (root / "content" / "articles" / f"{samples.SLUG}.en.md").unlink()
    return Site.of(root, tmp_path / "output")


def shown(site: Site, name: str, path: str) -> list[str]:
    """Texts of elements, without their labels."""
    found = site.pages[f"{name}/index.html"].root.xpath(path)
    return [" ".join("".join(element.xpath("text()")).split()) for element in found]


def test_what_is_translated_keeps_its_summary_and_has_the_brief_with_the_facts(
    tmp_path: Path,
) -> None:
    site = site_of(tmp_path, translated=True)
    for side, brief in (("zh", ZH), ("en", EN)):
        name = f"{side}/articles/{samples.SLUG}"
        assert brief in shown(site, name, "//section[@class='facts']/p")
        assert brief not in shown(site, name, "//p[@class='lede']")
        assert not shown(site, f"{side}/articles", "//li//p[b]")


def test_the_brief_stands_in_for_a_summary_nobody_has_translated(tmp_path: Path) -> None:
    site = site_of(tmp_path, translated=False)
    name = f"en/articles/{samples.SLUG}"
    page = site.pages[f"{name}/index.html"]
    assert shown(site, name, "//p[@class='lede']") == [EN]
    assert page.meta("description") == [EN]
    assert EN not in shown(site, name, "//section[@class='facts']/p")
    assert EN in shown(site, "en/articles", "//li//p")
    assert EN in shown(site, f"both/articles/{samples.SLUG}", "//p[@class='lede']")
    (entry,) = site.feeds["en/feed.xml"].findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}summary") == EN


def test_the_original_still_has_its_own_summary(tmp_path: Path) -> None:
    site = site_of(tmp_path, translated=False)
    (lede,) = shown(site, f"zh/articles/{samples.SLUG}", "//p[@class='lede']")
    assert samples.SUMMARY[0] in lede


@pytest.mark.parametrize("side", SIDES)
def test_the_about_page_shows_the_scorecard(side: Side, built: Site) -> None:
    card = yamlfile.data("scorecard")["sets"]
    page = built.pages[f"{side}/about/index.html"]
    (table,) = page.root.xpath("//section[@aria-labelledby='quality']//table")
    assert len(table.xpath("./thead//th")) == len(card)
    (total,) = table.xpath("./tbody/tr[last()]")
    assert total.xpath("./td/text()") == [one["total"] for one in card.values()]


@pytest.mark.parametrize("side", SIDES)
def test_held_out_texts_have_a_column_of_their_own_and_a_remark(side: Side) -> None:
    card = yamlfile.data("scorecard")
    held = {"documents": "44", "total": "0.912"}
    changed = {**card, "sets": {**card["sets"], "held_out": held}}
    po = ROOT / f"themes/desk/translations/{side}/LC_MESSAGES/diglot.po"
    words = Words(side, i18n.load_catalog(po))
    desk = Desk(None, words, None, None, words)  # type: ignore[arg-type]
    made = quality.shown(desk, changed)
    assert "44" in made.head[-1]
    assert made.rows[-1].cells[-1] == "0.912"
    assert made.rows[0].cells[-1] == "–"
    assert made.intro.endswith(
        ("只有留作检验的文章在开发中从未看过。", " were never looked at during development.")
    )
