"""What holds for every extraction, and what is made of it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diglot.facts.evalshape import as_eval
from diglot.facts.extract import Extraction, extract
from diglot.text.clean import clean
from diglot.text.document import Document
from tests.facts.made import GAZETTEER, REGISTRY, document, extraction

PIECES = st.sampled_from(
    [
        "东风与腾讯签署协议，",
        "3月14日，",
        "腾讯副总裁钟大平表示，",
        "小鹏汽车（NYSE：XPEV）",
        "收购宁德时代10%股权。",
        "双方成立合资公司。",
        "换电与动力电池领域，",
        "理想，",
        "工厂位于武汉。",
        "Ford and BMW signed an agreement on 5 May 2020. ",
        "said Jan Vries, chief executive of BMW, in Wuhan. ",
        "the two companies bought a stake in ",
        "smart (",
        "\u3000é😀",
        ". ",
    ]
)
SLOW = settings(max_examples=60)
TEXTS = st.lists(PIECES, min_size=1, max_size=8).map("".join).filter(lambda text: text.strip())


def _evidence(extracted: Extraction) -> list[str]:
    article = extracted.article
    rows = (*article.events, *article.people, *article.deals, *article.themes)
    return [words for row in rows for words in row.evidence]


@SLOW
@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_places_of_values_stand_in_the_text(paragraphs: list[str]) -> None:
    made = document(*paragraphs)
    for why in extract(made, GAZETTEER, "x").why:
        for start, end in why.spans:
            assert 0 <= start < end <= len(made.text)
            assert made.text[start:end].strip()


@SLOW
@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_evidence_and_forms_stand_in_the_text(paragraphs: list[str]) -> None:
    made = document(*paragraphs)
    extracted = extract(made, GAZETTEER, "x")
    for words in _evidence(extracted):
        assert words in made.text
    for row in (*extracted.article.companies, *extracted.article.places):
        assert all(form in made.text for form in row.as_)


@SLOW
@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_references_lead_to_companies_of_the_article(paragraphs: list[str]) -> None:
    article = extract(document(*paragraphs), GAZETTEER, "x").article
    named = {one.id for one in article.companies}
    assert all(named.issuperset(deal.parties) for deal in article.deals)
    assert all(one.org is None or one.org in named for one in article.people)


@SLOW
@given(TEXTS)
def test_extraction_is_deterministic(text: str) -> None:
    made = document(text)
    assert extract(made, GAZETTEER, "x") == extract(made, GAZETTEER, "x")


def test_evidence_of_a_deal_is_unique_in_the_text() -> None:
    text = "2019年5月，东风与腾讯签署协议。2020年6月，小鹏汽车与腾讯签署协议。"
    extracted = extraction(text)
    assert len(extracted.article.deals) == 2
    assert [text.count(words) for words in _evidence(extracted)] == [1] * len(_evidence(extracted))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("3月14日，上汽集团与华为签署合作协议。", "上汽集团与华为达成合作"),
        ("Ford and Tencent signed a memorandum.", "Ford and Tencent agree to cooperate"),
        ("网传腾讯与丰田成立合资公司，对此双方双双否认。", "关于腾讯与丰田的传闻被否认"),
        (
            "Ford denied on Monday that it has signed an agreement with Toyota.",
            "Reports about Ford and Toyota denied",
        ),
        ("重要消息！福特总裁会见了客人，说天气很好。", "福特总裁会见了客人"),
        ("近期，网上流传一则关于福特的消息，声称天气很好。", "网上流传一则关于福特的消息"),
        ("The weather was fine all day long.", "The weather was fine all day long"),
        ("福特公告称，华为正与其就合作进行谈判。", "华为正与其就合作进行谈判"),
        ("一家初创公司福特，正与华为谈判。", "一家初创公司福特，正与华为谈判"),
        ("華為與豐田簽署合作協議，雙方將共同開發軟體平臺。", "華為與豐田達成合作"),
        ("无车公司腾讯，披露新进展。", "无车公司腾讯，披露新进展"),
        ("新浪某网报道，5月3日消息，华为正与福特就合作进行谈判。", "华为正与福特就合作进行谈判"),
        ("5月3日晚间，据悉天气一直晴好，无人出门。", "5月3日晚间，据悉天气一直晴好"),
        (
            "Ford and Tencent of Rome, both makers, denied a report of talks.",
            "Ford and Tencent of Rome, both makers, denied a report of talks",
        ),
    ],
)
def test_a_missing_title_is_made_in_the_language_of_the_text(text: str, title: str) -> None:
    article = extraction(text).article
    assert (article.title, article.title_basis) == (title, "made")


def test_a_made_title_is_null_in_the_shape_of_the_evaluation_set() -> None:
    made: Document = document("Ford and Tencent signed a memorandum.")
    shaped = as_eval("x", made, extract(made, GAZETTEER, "x"), REGISTRY)
    assert shaped["title"] is None
    assert shaped["deals"][0]["parties"] == ["Ford", "Tencent"]


def test_companies_of_title_and_main_deal_are_central() -> None:
    article = extraction(
        "3月14日，上汽集团与华为签署合作协议。此前，福特也来过。", title="上汽集团与华为合作"
    ).article
    assert {one.id for one in article.companies if one.central} == {"saic", "huawei"}


def test_the_summary_is_the_first_sentences_of_the_text() -> None:
    text = "3月14日，上汽集团与华为签署合作协议。双方将共同开发新车。"
    assert extraction(text, "第二段。").article.summary == text


def test_a_sentence_that_only_teases_takes_the_next_paragraphs_first_along() -> None:
    tease, told = "“果链一哥”要上车了。", "腾讯与东风汽车签署战略合作协议。"
    assert extraction(tease, told + "双方将开发新车。").article.summary == tease + told
    whole = "腾讯与东风汽车在武汉签署战略合作协议，双方将共同开发新一代的智能网联汽车。"
    assert extraction(whole, "双方将开发新车。").article.summary == whole
    assert extraction("A new pair.", "Ford met BMW.").article.summary == "A new pair. Ford met BMW."
    long = "腾讯与东风汽车签署战略合作协议" + "，双方将在车联网等领域合作" * 10 + "。"
    assert len(long) > 140
    assert extraction(tease + long).article.summary == tease + long
    assert extraction(long + told).article.summary == long


def test_themes_follow_their_cue_words_and_quote_them() -> None:
    article = extraction("动力电池与换电都要资金。换电先行，动力电池随后。").article
    assert [(one.id, one.evidence[0][:4]) for one in article.themes] == [("batteries", "动力电池")]


def test_an_empty_registry_finds_no_companies() -> None:
    from diglot.authority import Registry
    from diglot.facts.gazetteer import Gazetteer

    article = extract(document("今天天气很好。"), Gazetteer(Registry()), "x").article
    assert (article.companies, article.deals, article.themes) == ((), (), ())


def test_the_deal_of_the_first_paragraph_makes_the_title_though_a_line_stands_above() -> None:
    above = "传闻许久的“福特、丰田联手”终于在今日尘埃落定!"
    told = "2021年5月3日，福特宣布与丰田签署合作协议，双方将共同开发下一代汽车的软件平台。"
    page = f"{above}\n{told}\n两家公司此前已经有过接触，分析人士认为别的厂商也要尽快寻找伙伴。\n"
    made = clean(page.encode(), "a.txt", frozenset())
    assert extract(made, GAZETTEER, "a.txt").article.title == "福特与丰田达成合作"


def test_a_formula_of_the_exchange_is_no_summary() -> None:
    formula = "本公司及董事会全体成员保证信息披露的内容真实、准确、完整，没有虚假记载。"
    told = "2021年5月3日，福特与丰田签署合作备忘录。"
    assert extraction(formula + told).article.summary == told
    assert extraction(formula).article.summary == formula
