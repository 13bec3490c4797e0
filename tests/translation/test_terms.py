"""Names of a record, found in its segments as words, with what they become."""

from __future__ import annotations

import pytest

from diglot.authority import Company, KnownPerson, KnownPlace, Registry, Theme
from diglot.model import Article, Both, Mention, Person, Place
from diglot.translation.engines.base import Term
from diglot.translation.terms import in_text, term_base

REGISTRY = Registry(
    companies={
        "dongfeng": Company(name=Both(zh="东风汽车", en="Dongfeng Motor")),
        "lear": Company(name=Both(zh="李尔", en="Lear")),
        "bmw": Company(name=Both(zh="宝马", en="BMW")),
    },
    people={"pony-ma": KnownPerson(name=Both(zh="马化腾", en="Pony Ma"))},
    places={"wuhan": KnownPlace(name=Both(zh="武汉", en="Wuhan"))},
    themes={
        "smart_cockpit": Theme(name=Both(zh="智能座舱", en="Smart cockpit")),
        "safety": Theme(name=Both(zh="安全", en="Safety and security")),
        "hydrogen": Theme(name=Both(zh="氢能", en="Hydrogen")),
    },
)
ARTICLE = Article(
    lang="zh-Hans",
    title="标题",
    companies=(Mention(id="dongfeng", as_=("东风", "东风汽车")), Mention(id="bmw", as_=("BMW",))),
    people=(Person(id="pony-ma", name="马化腾"), Person(name="张三")),
    places=(Place(id="wuhan", as_=("武汉",)), Place(as_=("某地",))),
)


def found(text: str, side: str = "en", article: Article = ARTICLE) -> dict[str, str]:
    base = term_base(article, REGISTRY, side)  # type: ignore[arg-type]
    return {term.source: term.target for term in in_text(base, text)}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("东风在武汉。", {"东风": "Dongfeng Motor", "武汉": "Wuhan"}),
        ("東風汽車與馬化騰", {"东风汽车": "Dongfeng Motor", "马化腾": "Pony Ma"}),
        ("东风汽车公司", {"东风汽车": "Dongfeng Motor"}),
        ("张三在某地谈智能座舱", {"智能座舱": "smart cockpit"}),
        ("系好安全带，谈谈氢能", {}),
        ("BMW和宝马", {"宝马": "BMW"}),
    ],
)
def test_names_the_record_knows_are_found_by_the_longest_form(
    text: str, names: dict[str, str]
) -> None:
    assert found(text) == names


def test_a_latin_name_is_found_as_a_word_only() -> None:
    article = Article(lang="en", title="T", companies=(Mention(id="lear", as_=("Lear",)),))
    assert found("Learn from Lear's seats", "zh", article) == {"Lear": "李尔"}
    assert found("Learning from Clear", "zh", article) == {}
    assert found("与Lear合作", "zh", article) == {"Lear": "李尔"}


def test_a_longer_name_hides_those_inside_it() -> None:
    base = [Term("东风日产", "Dongfeng Nissan"), Term("东风", "Dongfeng Motor")]
    assert in_text(base, "东风日产") == (base[0],)
    assert in_text(base, "东风日产与东风") == tuple(base)
