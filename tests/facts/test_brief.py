"""The brief says what the facts say, in both languages, and nothing else."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diglot.authority import Company, KnownPlace, Registry, Theme
from diglot.facts.brief import brief
from diglot.languages import SIDES, Lang, Side
from diglot.model import (
    Article,
    Both,
    Deal,
    DealKind,
    Event,
    Mention,
    Place,
    Published,
    Status,
    ThemeMention,
)
from diglot.yamlfile import data

NAMES = {
    "dongfeng": Both(zh="东风汽车", en="Dongfeng Motor"),
    "tencent": Both(zh="腾讯", en="Tencent"),
    "huawei": Both(zh="华为", en="Huawei"),
    "vw": Both(zh="大众汽车", en="Volkswagen"),
    "hunt": Both(zh="J.B. Hunt", en="J.B. Hunt Inc."),
    "catl": Both(zh="宁德时代", en="CATL"),
}
REGISTRY = Registry(
    companies={key: Company(name=name) for key, name in NAMES.items()},
    themes={
        "smart_cockpit": Theme(name=Both(zh="智能座舱", en="Smart cockpit")),
        "v2x": Theme(name=Both(zh="车路协同", en="V2X")),
    },
    places={
        "wuhan": KnownPlace(name=Both(zh="武汉", en="Wuhan")),
        "hungary": KnownPlace(name=Both(zh="匈牙利", en="Hungary"), kind="country"),
        "debrecen": KnownPlace(name=Both(zh="德布勒森", en="Debrecen")),
    },
)
PAIR = ("dongfeng", "tencent")
DATES = ("2019-06-28", "XXXX-09-28", "2025-33", "2025-40", "2025-21", "2019-06", "XXXX-09", "2019",
         "202X", "2019?", "2019-06-28~", "2019-06-28%", "2019-06/2019-08", "../2019", "2019/..",
         "XXXX", None)  # fmt: skip


def article(*deals: Deal, lang: Lang = "en", **facts: Any) -> Article:
    ids = dict.fromkeys(id_ for deal in deals for id_ in deal.parties)
    named = tuple(Mention(id=id_, central=True, as_=(id_,)) for id_ in ids)
    return replace(Article(lang=lang, title="T", companies=named, deals=deals), **facts)


def deal(*parties: str, kind: DealKind = "strategic_cooperation", **facts: Any) -> Deal:
    return replace(Deal(kind=kind, parties=parties or PAIR), **facts)


def told(one: Article, *blocks: str) -> tuple[str, str]:
    made = brief(one, REGISTRY, blocks)
    return made.zh, made.en


WUHAN = "On September 28, Dongfeng Motor signed a new agreement with Tencent in Wuhan. Later more."


def test_a_signing_is_told_with_its_partial_date_and_its_town() -> None:
    one = deal(date="XXXX-09-28", evidence=("signed a new agreement",))
    place = (Place(id="wuhan", as_=("Wuhan",)),)
    assert told(article(one, places=place), "Before.", WUHAN) == (
        "东风汽车与腾讯于9月28日（年份未注明）在武汉签署战略合作协议。",
        "Dongfeng Motor and Tencent signed a strategic cooperation agreement on 28 September "
        "(year not stated) in Wuhan.",
    )


@pytest.mark.parametrize(
    ("lang", "text", "place"),
    [
        ("zh-Hans", "6月28日，双方在武汉签署协议。", "在武汉"),
        ("zh-Hant", "6月28日，雙方在武漢舉行儀式，簽署協議。", "在武汉"),
        ("en", "They signed an agreement to build a plant in Wuhan.", ""),
        ("en", "They signed an agreement. Wuhan is far away.", ""),
        ("en", "In Wuhan, they signed an agreement.", "在武汉"),
        ("en", "At a ceremony in Wuhan they signed an agreement.", "在武汉"),
    ],
)
def test_a_town_is_told_only_where_the_sentence_of_the_deal_says_so(
    lang: Lang, text: str, place: str
) -> None:
    words = {"en": "signed an agreement", "zh-Hans": "签署协议", "zh-Hant": "簽署協議"}[lang]
    form = "武漢" if lang == "zh-Hant" else "武汉" if lang == "zh-Hans" else "Wuhan"
    one = article(deal(evidence=(words,)), lang=lang, places=(Place(id="wuhan", as_=(form,)),))
    assert told(one, text)[0] == f"东风汽车与腾讯{place}签署战略合作协议。"


def test_a_country_or_a_second_town_leaves_the_place_unsaid() -> None:
    one = deal(evidence=("signed",))
    country = (Place(id="hungary", as_=("Hungary",)),)
    assert "Hungary" not in told(article(one, places=country), "They signed in Hungary.")[1]
    towns = (Place(id="wuhan", as_=("Wuhan",)), Place(id="debrecen", as_=("Debrecen",)))
    text = "In Wuhan, they signed and signed again in Debrecen."
    assert " in " not in told(article(one, places=towns), text)[1]


def test_what_was_not_signed_is_not_called_signed() -> None:
    assert "签署" not in told(article(deal(date="2019")))[0]
    event = Event(date="2019", what="signing")
    zh, en = told(article(deal(date="2019"), events=(event,)))
    assert zh == "东风汽车与腾讯于2019年签署战略合作协议。"
    assert en == "Dongfeng Motor and Tencent signed a strategic cooperation agreement in 2019."


def test_one_party_deals_with_another_that_need_not_be_a_company() -> None:
    assert told(article(deal("vw", kind="supply", date="2025-33"))) == (
        "大众汽车于2025年第一季度与另一方达成供货合作。",
        "Volkswagen reached a supply agreement with another party in the first quarter of 2025.",
    )
    assert told(article(deal("vw", kind="product_launch"))) == (
        "大众汽车推出产品。",
        "Volkswagen launched a product.",
    )
    assert told(article(deal("vw", kind="investment", evidence=("signed",)))) == (
        "大众汽车达成一项投资交易。",
        "Volkswagen was party to an investment deal.",
    )


def test_a_group_and_its_own_seller_sell_to_another_party() -> None:
    seller = Company(name=Both(zh="东风进出口", en="Dongfeng Trade"), parent="dongfeng")
    registry = replace(REGISTRY, companies={**REGISTRY.companies, "trade": seller})
    one = article(deal("dongfeng", "trade", kind="order"))
    assert brief(one, registry, ()).zh == "东风汽车和东风进出口与另一方达成订购协议。"
    assert "with another party" in brief(one, registry, ()).en


def test_many_parties_are_counted() -> None:
    three, six = ("dongfeng", "tencent", "huawei"), tuple(NAMES)
    assert told(article(deal(*three, kind="joint_venture"))) == (
        "东风汽车、腾讯和华为成立合资企业。",
        "Dongfeng Motor, Tencent and Huawei set up a joint venture.",
    )
    zh, en = told(article(deal(*six)))
    assert zh.startswith("东风汽车、腾讯、华为、大众汽车等6家公司达成")
    assert en.startswith("Dongfeng Motor, Tencent, Huawei, Volkswagen and 2 other companies formed")


def test_plans_and_denials_are_told_as_such() -> None:
    planned = deal(kind="joint_venture", status="proposed", date="2025-40")
    assert told(article(planned)) == (
        "东风汽车与腾讯拟成立合资企业，文中所述日期为2025年上半年。",
        "Dongfeng Motor and Tencent plan to set up a joint venture; the date given is the first "
        "half of 2025.",
    )
    assert told(article(deal(kind="investment", status="denied"))) == (
        "有关东风汽车与腾讯达成投资交易的说法已被否认。",
        "Reports that Dongfeng Motor and Tencent would conclude an investment deal have been "
        "denied.",
    )
    assert told(article(deal("vw", kind="product_launch", status="proposed"))) == (
        "大众汽车拟推出产品。",
        "Volkswagen plans to launch a product.",
    )


def test_an_article_without_a_deal_is_told_by_companies_themes_and_date() -> None:
    named = (Mention(id="hunt", central=True, as_=("J.B.",)), Mention(id="vw", as_=("VW",)))
    themes = (ThemeMention(id="smart_cockpit"), ThemeMention(id="v2x"), ThemeMention(id="gone"))
    assert told(article(companies=named, themes=themes)) == (
        "文章主要讲述J.B. Hunt。文中未注明发布日期。主题：智能座舱、车路协同。",
        "The text is mainly about J.B. Hunt Inc. It does not say when it was published. "
        "Themes: smart cockpit; V2X.",
    )
    dated = article(companies=named[1:], published=Published(date="2025-08-14"))
    assert told(dated) == (
        "文章提及大众汽车。文章发布于2025年8月14日。",
        "The text names Volkswagen. It was published on 14 August 2025.",
    )
    assert told(article())[1] == "The text reports no deal. It does not say when it was published."


def test_a_second_deal_is_told_and_further_ones_are_counted() -> None:
    first, second = deal(date="2019"), deal("huawei", "vw", kind="order")
    assert told(article(first, second))[1].endswith(
        " Huawei and Volkswagen reached a purchase agreement."
    )
    assert told(article(first, second, deal("catl", "vw")))[0].endswith("文中另述及2项合作。")


def test_the_deal_of_the_central_companies_comes_first() -> None:
    one = article(deal("huawei", "vw"), deal())
    central = tuple(replace(m, central=m.id in PAIR) for m in one.companies)
    assert told(replace(one, companies=central))[1].startswith("Dongfeng Motor and Tencent formed")


def test_a_company_the_registry_does_not_know_keeps_the_texts_name() -> None:
    one = article(deal("vw", "new-co"))
    named = (*one.companies[:1], Mention(id="new-co", as_=("New Co", "NewCo")))
    assert "Volkswagen and New Co" in told(replace(one, companies=named))[1]


def test_a_name_in_the_other_script_alone_is_counted_in_english_and_simplified_in_chinese() -> None:
    one = article(deal("vw", "xin"))
    named = (*one.companies[:1], Mention(id="xin", as_=("羅茲汽車",)))
    assert told(replace(one, companies=named)) == (
        "大众汽车与罗兹汽车达成战略合作。",
        "Volkswagen and another company formed a strategic partnership.",
    )


DEALS = st.builds(
    Deal,
    kind=st.sampled_from(get_args(DealKind)),
    parties=st.lists(st.sampled_from(sorted(NAMES)), min_size=1, unique=True).map(tuple),
    date=st.sampled_from(DATES),
    status=st.sampled_from(get_args(Status)),
    evidence=st.sampled_from([(), ("signed",), ("签署",)]),
)
ARTICLES = st.builds(
    lambda deals, lang, themes, date: article(
        *deals, lang=lang, themes=themes, published=Published(date=date)
    ),
    st.lists(DEALS, max_size=4),
    st.sampled_from(get_args(Lang)),
    st.lists(st.builds(ThemeMention, id=st.sampled_from(["v2x", "smart_cockpit"])), max_size=2),
    st.sampled_from(DATES),
)
END: dict[Side, str] = {"zh": "。", "en": "."}
SENTENCE_END = {"zh": re.compile("。"), "en": re.compile(r"\.(?= [A-Z]|$)")}


@given(ARTICLES)
def test_a_brief_is_clean_in_both_languages(one: Article) -> None:
    made = brief(one, REGISTRY)
    for side in SIDES:
        text = made[side]
        assert text == text.strip()
        assert text.endswith(END[side])
        assert not re.search(r"  |\.\.|。。|[{}]|None| [,.;]|，，|；；", text)
        plain = re.sub(r"J\.B\. Hunt Inc(?:\.(?! [A-Z]))?", "Hunt", text)
        assert 1 <= len(SENTENCE_END[side].findall(plain)) <= 3
    assert not re.search(r"[\u3400-\u9fff，。；（）]", made.en)
    assert not re.search(r"[\u3400-\u9fff] | [\u3400-\u9fff]", made.zh)


@given(DEALS)
def test_a_brief_names_the_parties_in_its_own_language(one: Deal) -> None:
    made = brief(article(one), REGISTRY)
    for side in SIDES:
        names = [NAMES[id_][side] for id_ in one.parties]
        shown = names if len(names) <= 5 else names[:4]
        assert all(name in made[side] for name in shown)


@given(DEALS)
def test_a_brief_states_no_other_year_than_the_deal(one: Deal) -> None:
    for side in SIDES:
        years = re.findall(r"\d{4}", brief(article(one), REGISTRY)[side])
        assert set(years) <= set(re.findall(r"\d{4}", (one.date or "").replace("202X", "2020")))


def test_every_pattern_of_the_brief_fits_its_example() -> None:
    for entry in data("brief")["signed"]:
        assert re.search(entry["pattern"], entry["example"])
    for entry in data("brief")["made_in"]:
        pattern = entry["pattern"].replace("{place}", re.escape(entry["place"]))
        assert re.search(pattern, entry["example"])
