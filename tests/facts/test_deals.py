"""Deals with parties and dates, from the pairs of ``tests/fixtures/facts/deals.txt``."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.facts.made import extraction

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


def test_the_joint_company_is_no_party_of_its_founding() -> None:
    deals = extraction(
        "Toyota and GAC Group formed a joint venture called GAC Toyota."
    ).article.deals
    assert [set(deal.parties) for deal in deals] == [{"toyota", "gac"}]
