"""The article is told from its page by where the prose is dense, not by known words alone."""

from __future__ import annotations

import pytest

from diglot.text.clean import clean
from diglot.text.document import Document

PARAGRAPHS = (
    "Foo Motor and Bar Cloud signed an agreement in Rome on Monday to build the software of the"
    " next generation of electric cars together, the two companies said in a joint statement.",
    "Under the agreement Bar Cloud is to supply the platform for three models of Foo Motor, and"
    " the first of them is to be sold in Italy and in Spain from the second half of next year.",
    "Foo Motor had worked with another supplier before, but that agreement ended last summer when"
    " both sides could not settle who was to own the data of the drivers and of their cars.",
    "Analysts said that the agreement shows how much carmakers depend on software companies, and"
    " that other makers in Europe would have to look for partners of their own before long.",
)
TITLE = "Foo Motor and Bar Cloud to build software together"


def page(*, before: str = "", after: str = "", inside: str = "") -> Document:
    """A page with the headline and four paragraphs, and lines around or between them."""
    first, *rest = PARAGRAPHS
    text = "\n".join((before, TITLE, first, inside, *rest, after))
    return clean(text.encode(), "a.txt", frozenset())


@pytest.mark.parametrize(
    "after",
    [
        "About Bar Cloud\nBar Cloud is a leading company for software of all kinds. It was founded"
        " in 1999, employs 5,000 people and serves customers in many countries of the world.",
        "Jane Roe\nJane Roe is a reporter who has written about cars and the people who make them"
        " for more than ten years. She lives in Turin with two dogs.",
        "Zed Motor opens plant in Spain\n2021-03-04\nQux sells a stake to its rival\n2021-03-05",
        "Topics\ncars, software, Italy\nMost Popular\nQux Cars sells a stake to its rival",
        "Leave a reply\ncarguy\nI think this is the best news for a long time, well done both!",
    ],
    ids=lambda text: text.split("\n", maxsplit=1)[0],
)
def test_what_comes_after_the_article_is_cut(after: str) -> None:
    document = page(after=after)
    assert [block.text for block in document.blocks] == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "before",
    [
        "Startups\nApps\nGreat Fair 2025: save up to $900 before June 1. REGISTER NOW\nCars",
        "We love cars. Read us daily!\nHome\nCars\nBikes",
        "calendar_todayAug 28, 2023 10:21 GMT+8schedule3 min read",
    ],
)
def test_the_headline_is_found_below_promotions(before: str) -> None:
    document = page(before=before)
    assert document.title
    assert document.title.text == TITLE
    assert [block.text for block in document.blocks] == list(PARAGRAPHS)


def test_a_heading_stays_and_a_box_of_links_goes() -> None:
    heading = page(inside="A second try")
    assert [b.text for b in heading.blocks if b.kind == "heading"] == ["A second try"]
    box = page(inside="Great fair\nSan Francisco in October\nRegister today")
    assert [block.text for block in box.blocks] == list(PARAGRAPHS)


def test_a_list_after_a_colon_stays() -> None:
    inside = "The two sides named three goals for the years to come, in this order:"
    goals = ("Lower cost", "Faster updates", "Safer cars")
    document = page(inside="\n".join((inside, *goals)))
    assert set(goals) <= {block.text for block in document.blocks}


def test_a_line_broken_in_the_middle_of_a_sentence_is_joined() -> None:
    broken = "\n".join(PARAGRAPHS).replace(" to build", "\nto build")
    document = clean(f"{TITLE}\n\n{broken}".encode(), "a.txt", frozenset())
    assert document.blocks[0].text == PARAGRAPHS[0]


@pytest.mark.parametrize(
    "line",
    [
        "July 15 (EV Wire) - Foo ( FOO ) and Bar Cloud ( BAR )\nwill work together on cars.",
        "They also spoke with the engineers of Bar Cloud’s\nRoman unit, who know the town.",
        "They will test the cars for two more years in the\nOld Town of Rome, then in Milan too.",
    ],
)
def test_a_line_that_ends_as_no_headline_does_is_joined(line: str) -> None:
    document = clean(f"{line}\n\n{PARAGRAPHS[0]}\n".encode(), "a.txt", frozenset())
    assert line.replace("\n", " ").endswith(document.blocks[0].text)
    assert len(document.blocks[0].text) > 60


def test_a_label_on_a_line_of_its_own_gives_the_next_line_its_role() -> None:
    text = (
        "某车企与某云公司签署合作协议\n来源：\n示例晚报\n撰文\n王小明\n"
        + "双方将共同开发平台。" * 20
    )
    roles = {one.text: one.role for one in clean(text.encode(), "a.txt", frozenset()).removed}
    assert roles["示例晚报"] == "source"
    assert roles["王小明"] == "byline"
