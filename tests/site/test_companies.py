"""Whom pages connect with what."""

from __future__ import annotations

from tests.site.sites import Site


def _text(site: Site, path: str, xpath: str) -> str:
    return " ".join(node.text_content() for node in site.pages[path].root.xpath(xpath))


def test_a_dated_event_names_the_companies_of_its_own_sentence_only(built: Site) -> None:
    told = _text(built, "en/dates/2019/05/index.html", "//ol[contains(@class, 'ledger')]/li")
    assert "Tencent" in told
    assert "Dongfeng" not in told


def test_a_dated_signing_names_the_parties_of_its_deal(built: Site) -> None:
    told = _text(built, "en/dates/2018/09/index.html", "//ol[contains(@class, 'ledger')]/li")
    assert "Dongfeng Liuzhou Motor and Tencent" in told


def test_a_parent_and_its_subsidiary_on_one_side_of_a_deal_are_no_partners(built: Site) -> None:
    partners = _text(built, "en/companies/dongfeng/index.html", "//*[@id='partners']/..")
    assert "Tencent" in partners
    assert "Import & Export" not in partners


def test_a_company_counts_its_partners_apart_from_its_own_group(built: Site) -> None:
    path = "en/companies/{}/index.html"
    counted = {
        key: _text(built, path.format(key), "//*[@class='who']//*[@class='note-line']")
        for key in ("dongfeng", "pony-ai")
    }
    listed = built.pages[path.format("dongfeng")].root.xpath("//*[@id='partners']/small")
    assert f"{listed[0].text} partner" in counted["dongfeng"]
    assert "(own group apart)" in counted["dongfeng"]
    assert "outside its own group." in counted["dongfeng"]
    assert "own group" not in counted["pony-ai"]
