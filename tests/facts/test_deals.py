"""Deals with parties and dates, from the pairs of ``tests/fixtures/facts/deals.txt``."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from diglot.authority import CompanyKind, Forms
from diglot.facts import companies, cues, dates, deals
from diglot.facts.extract import extract
from diglot.facts.gazetteer import Gazetteer
from diglot.facts.reading import read, read_line
from diglot.facts.told import Dated
from diglot.languages import SIDES
from diglot.model import Both
from tests.facts.made import REGISTRY, document, extraction

FIXTURES = Path(__file__).parents[1] / "fixtures" / "facts" / "deals.txt"


def _pairs() -> list[tuple[str, list[str]]]:
    pairs = []
    for block in FIXTURES.read_text(encoding="utf-8").split("\n\n")[1:]:
        text, *rest = block.strip().split("\n.\n") if "\n.\n" in block else (block.strip(), "")
        expected = rest[0].removesuffix("\n.") if rest else ""
        pairs.append((text, [line for line in expected.splitlines() if line != "."]))
    return pairs


@pytest.mark.parametrize(("text", "expected"), _pairs())
def test_a_text_reports_its_deals(text: str, expected: list[str]) -> None:
    found = []
    for deal in extraction(text).article.deals:
        row = f"{deal.kind} {'+'.join(deal.parties)} {deal.date or '-'}"
        found.append(row if deal.status == "reported" else f"{row} {deal.status}")
    assert [_sorted(row) for row in found] == [_sorted(row) for row in expected]


def _sorted(row: str) -> list[object]:
    """A row without regard to the order of its parties."""
    return [sorted(word.split("+")) for word in row.split()]


def test_an_article_that_comes_back_to_its_deal_reports_it_once() -> None:
    deals = extraction(
        "3月14日，上汽集团与华为签署战略合作协议。",
        "上汽集团与华为达成合作，双方将共同开发新车。",
    ).article.deals
    assert [(deal.parties, deal.date) for deal in deals] == [(("saic", "huawei"), "XXXX-03-14")]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Ford Teams Up With Chip Maker Tencent", "strategic_cooperation"),
        ("Ford Invests in Tencent, Will Use Its Maps", "investment"),
    ],
)
def test_a_headline_all_words_of_which_have_capitals_tells_its_deal(title: str, kind: str) -> None:
    article = extraction("Shares rose. Ford sells cars. Tencent makes maps.", title=title).article
    assert [(deal.kind, set(deal.parties)) for deal in article.deals] == [
        (kind, {"ford", "tencent"})
    ]


def test_the_joint_company_is_no_party_of_its_founding() -> None:
    deals = extraction(
        "Toyota and GAC Group formed a joint venture called GAC Toyota."
    ).article.deals
    assert [set(deal.parties) for deal in deals] == [{"toyota", "gac"}]


@pytest.mark.parametrize("cue", [cue for side in SIDES for cue in cues.cues(side)])
def test_each_cue_is_looked_for_by_letters_its_matches_have(cue: cues.Cue) -> None:
    match = cue.pattern.search(cue.example)
    assert match
    assert any(letters in match[0] for letters in cue.on)


def test_a_deal_whose_kind_is_only_supposed_is_not_called_stated() -> None:
    bases = {
        text: [deal.basis for deal in extraction(text).article.deals]
        for text in ("3月14日，丰田与腾讯展开合作。", "3月14日，丰田与腾讯成立合资公司。")
    }
    assert list(bases.values()) == [["inferred"], ["stated"]]


def test_hearsay_is_denied_where_the_headline_denies_it() -> None:
    text = "有媒体报道称，腾讯将入股小鹏汽车。"
    for title, status in (("小鹏汽车与腾讯", "proposed"), ("小鹏汽车否认腾讯入股", "denied")):
        deals = extraction(text, title=title).article.deals
        assert [deal.status for deal in deals] == [status]


def test_the_deal_of_a_headline_counts_where_the_body_only_names_its_companies() -> None:
    deals = extraction(
        "福特的股价昨日上涨。", "腾讯的股价也上涨。", title="福特与腾讯签署合作协议"
    ).article.deals
    assert [(set(deal.parties), deal.basis) for deal in deals] == [
        ({"ford", "tencent"}, "inferred")
    ]


def test_the_words_of_a_cue_inside_a_companys_name_report_nothing() -> None:
    assert not extraction("3月14日，丰田与小鹏投资有限公司共同出席活动。").article.deals


@pytest.mark.parametrize(
    ("texts", "plain", "told"),
    [
        (
            ("Toyota met Tencent and Ford in Wuhan.", "Tencent has many customers. Tencent grew.",
             "On May 5, 2024 Baidu signed an agreement with the Japanese tea company."),
            {"baidu", "tencent"}, {"baidu", "toyota"},
        ),
        (
            ("腾讯、福特、百度和小鹏汽车出席会议。", "2024年5月5日，两家车企签署战略合作协议。"),
            {"tencent", "ford"}, {"ford", "xpeng"},
        ),
    ],
)  # fmt: skip
def test_words_for_companies_of_a_kind_are_those_of_the_sites_kinds(
    texts: tuple[str, ...], plain: set[str], told: set[str]
) -> None:
    name = Both(zh="茶企", en="tea company")
    for cues_, expected in ((Forms(), plain), (Forms(zh=("车企",), en=("Tea",)), told)):
        kinds = {"carmaker": CompanyKind(name=name, plural=name, cues=cues_)}
        gazetteer = Gazetteer(replace(REGISTRY, kinds=kinds))
        (deal,) = extract(document(*texts), gazetteer, "x").article.deals
        assert set(deal.parties) == expected


def test_one_that_orders_orders_from_the_company_of_the_title() -> None:
    text = ("Ford sells vans. Ford is large.", "Tencent, a shareholder, has ordered 100,000 vans.")
    (deal,) = extraction(*text, title="Ford shares rise").article.deals
    assert (deal.kind, set(deal.parties)) == ("order", {"ford", "tencent"})


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Ford and Tencent signed a memorandum on cars to be sold in 2020.", None),
        ("Ford and Tencent will form a joint venture in 2020.", "2020"),
        ("Ford and Tencent signed a memorandum in 2019.", "2019"),
    ],
)
def test_what_is_done_was_not_done_after_the_year_of_the_report(
    text: str, date: str | None
) -> None:
    body, head = read(document(text)), read_line("", "en")
    named = companies.find(body, head, Gazetteer(REGISTRY))
    spoken = [Dated(one.start, one.end, one.date) for one in dates.find(body, "2019-05-03")]
    (deal,) = deals.find(body, named, spoken, head, "2019-05-03")
    assert (deal.date and deal.date.date) == date
