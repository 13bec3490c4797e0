"""Themes by the signals of their cues: title, headings, lead, fields of a deal, paragraphs."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from diglot.authority import Forms, Theme
from diglot.facts import themes
from diglot.facts.gazetteer import Cue, Gazetteer
from diglot.facts.reading import read_line
from diglot.model import Both
from diglot.yamlfile import data
from tests.facts.made import GAZETTEER, REGISTRY, companies, extraction, reading


def _signals(*paragraphs: str, title: str = "") -> dict[str, Counter[str]]:
    body = reading(*paragraphs)
    head = read_line(title, body.lang)
    text = themes.Text(body, head, companies(body, title), ())
    return themes.signals(text, GAZETTEER, themes.read_cues(text, GAZETTEER))


def test_a_cue_counts_by_where_it_stands() -> None:
    text = "福特发布新车。车很好。动力电池很大。"
    found = _signals(text, "换电与动力电池。", title="福特的动力电池")
    assert found["batteries"] == {"title": 1, "sentence": 2, "word": 2, "dense": 4}


def test_a_cue_in_a_list_of_fields_counts_as_one_of_the_deal() -> None:
    assert _signals("双方将在换电等领域合作。")["batteries"]["field"] == 1
    assert _signals("A partnership in battery swapping was formed.")["batteries"]["field"] == 1
    assert "field" not in _signals("双方谈到换电。")["batteries"]


def test_a_list_of_fields_says_nothing_of_a_theme_whose_cues_make_such_lists() -> None:
    body = reading("双方将在换电等领域合作。")
    text = themes.Text(body, read_line("", body.lang), companies(body), ())
    cues = [Cue(4, 6, theme, strong=True) for theme in ("batteries", "joint_innovation")]
    found = themes.signals(text, GAZETTEER, cues)
    assert found["batteries"] - found["joint_innovation"] == {"field": 1}


def test_repeating_a_cue_within_a_sentence_adds_nothing_but_in_another_one_does() -> None:
    once = _signals("他们说，换电。", "车很好。")["batteries"]
    assert _signals("他们说，换电、换电、换电。", "车很好。")["batteries"] == once
    again = _signals("他们说，换电。", "又是换电。")["batteries"]
    assert (again["sentence"], again["word"]) == (2, 1)


def test_cues_weigh_more_where_they_are_dense() -> None:
    short = _signals("他们说，换电。", "车很好。")["batteries"]["dense"]
    assert short > _signals("他们说，换电。", *["车很好。"] * 19)["batteries"]["dense"]


def test_a_cue_inside_the_name_of_a_company_is_none() -> None:
    assert "batteries" not in _signals("On Monday Far Battery Co., Ltd. met Ford.")


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("他在投资者互动平台表示，不构成投资建议。", 0),
        ("尊敬的投资者，您好。福特将投资此厂。", 1),
        ("Investor Relations said Ford will invest in it.", 1),
    ],
)
def test_a_cue_inside_a_set_phrase_is_none(words: str, count: int) -> None:
    capital = Theme(name=Both(zh="资本", en="Capital"), cues=Forms(zh=("投资",), en=("invest",)))
    gazetteer = Gazetteer(replace(REGISTRY, themes={"capital": capital}))
    body = reading(words)
    text = themes.Text(body, read_line("", body.lang), companies(body), ())
    assert len(themes.read_cues(text, gazetteer)) == count


def test_a_cue_inside_a_longer_one_is_none() -> None:
    short, long = Cue(2, 4, "a", True), Cue(0, 4, "b", True)
    assert themes._longest([short, long]) == (long,)
    assert themes._longest([Cue(0, 4, "a", True), long]) == (Cue(0, 4, "a", True), long)


def test_the_first_themes_need_less() -> None:
    first, second, last = data("theme_rules")["enough"]
    few, low, floor = int(first["first"]), int(first["sum"]), int(last["sum"])
    assert low < int(second["sum"]) < floor
    sums = {f"t{n}": low for n in range(few + 1)} | {"strong": floor, "weak": low - 1}
    assert themes.chosen(sums) == ["strong", *(f"t{n}" for n in range(few - 1))]
    assert len(themes.chosen({f"s{n}": floor for n in range(12)})) == 12


@pytest.mark.parametrize("name", data("theme_rules")["signals"])
def test_more_of_a_signal_than_its_most_adds_nothing(name: str) -> None:
    most = int(data("theme_rules")["signals"][name]["most"])
    once = themes.score(Counter({name: 1}))
    assert once > 0
    assert themes.score(Counter({name: most})) == once * most
    assert themes.score(Counter({name: most + 3})) == once * most


def test_a_deal_of_a_kind_speaks_for_its_theme() -> None:
    found = extraction("3月14日，腾讯入股福特。").article.themes
    assert [one.id for one in found] == ["capital"]
    assert found[0].evidence == ("入股",)
