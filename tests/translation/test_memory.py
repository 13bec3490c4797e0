"""The memory: what it recalls, what it fits to a new text, and what it had better not say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diglot.authority import Company, Forms, KnownPlace, Registry
from diglot.config import Project
from diglot.languages import Lang
from diglot.model import Both, Translation, TranslationInfo
from diglot.records.content import Content
from diglot.records.state import Review, State, Unit
from diglot.records.store import Record
from diglot.translation.memory import Memory
from tests.translation.test_plan import record

REGISTRY: Final = Registry(
    companies={
        "dongfeng": Company(
            name=Both(zh="东风汽车", en="Dongfeng Motor"), aliases=Forms(zh=("东风",))
        ),
        "tencent": Company(name=Both(zh="腾讯", en="Tencent")),
        "geely": Company(name=Both(zh="吉利汽车", en="Geely Auto")),
    },
    places={
        "wuhan": KnownPlace(name=Both(zh="武汉", en="Wuhan")),
        "shenzhen": KnownPlace(name=Both(zh="深圳", en="Shenzhen")),
    },
)
ZH: Final = (
    "2025年9月28日，东风汽车与腾讯在武汉签署战略合作协议。",
    "双方将在智能座舱、云服务等领域展开合作。",
    "东风汽车在意大利已有20家经销商，销售了1.35亿元的汽车。",
)
EN: Final = (
    "On September 28, 2025, Dongfeng Motor and Tencent signed a strategic cooperation agreement"
    " in Wuhan.",
    "The two will work together on smart cockpits, cloud services and other things.",
    "Dongfeng Motor has 20 dealers in Italy, where it has sold cars for 135 million yuan.",
)


def whole(
    source: str, target: str, *, lang: Lang = "zh-Hans", units: tuple[Unit, ...] = ()
) -> Record:
    """A record with a body in both languages."""
    far: Lang = "en" if lang != "en" else "zh-Hans"
    made = units or tuple(
        Unit(source=s, target=t, by="engine")
        for s, t in zip(source.split("\n\n"), target.split("\n\n"), strict=True)
    )
    base = record(source, target, units=made)
    info = Translation(lang=far, title="Title", translation=TranslationInfo(by="engine"))
    side = "en" if lang == "en" else "zh"
    return replace(base, side=side, article=replace(base.article, lang=lang), translation=info)


def memory(*records: Record) -> Memory:
    return Memory.of(Content(Project(root=Path()), REGISTRY, records, ()))


BLOCK: Final = memory(whole("".join(ZH), " ".join(EN)))


def recalled(text: str) -> str | None:
    return BLOCK.recall(text, "zh-Hans", "en")


def test_a_block_a_title_and_a_line_of_a_list_are_recalled_word_for_word() -> None:
    unit = Unit(source=ZH[1], target=EN[1], by="engine")
    source, target = f"{ZH[1]}\n\n- 甲\n- 乙 **丙**", f"{EN[1]}\n\n- A\n- B **C**"
    known = memory(whole(source, target, units=(unit,)))
    asked = [ZH[1], "标题", "甲", "乙 **丙**"]
    want = [EN[1], "Title", "A", "B **C**"]
    assert [known.recall(text, "zh-Hans", "en") for text in asked] == want


def test_spaces_and_the_script_of_the_original_do_not_matter() -> None:
    assert recalled("雙方將在智能座艙、雲服務等領域展開合作。") == EN[1]
    assert BLOCK.recall("  ".join(EN), "en", "zh-Hans") == "".join(ZH)


def test_what_was_translated_in_one_direction_is_known_in_the_other() -> None:
    assert BLOCK.recall(EN[1], "en", "zh-Hans") == ZH[1]


def test_a_traditional_original_comes_out_in_simplified_characters() -> None:
    known = memory(whole("雙方合作。", "They work together.", lang="zh-Hant"))
    assert known.recall("They work together.", "en", "zh-Hans") == "双方合作。"


def test_a_block_of_sentences_from_several_places_is_put_together() -> None:
    assert recalled(ZH[2] + ZH[0]) == f"{EN[2]} {EN[0]}"
    assert BLOCK.recall(f"{EN[2]} {EN[0]}", "en", "zh-Hans") == ZH[2] + ZH[0]


def test_a_block_with_one_sentence_nobody_knows_is_not_recalled() -> None:
    assert recalled(f"{ZH[0]}此事尚未得到证实。") is None


def test_sentences_that_were_translated_as_one_are_not_recalled_alone() -> None:
    known = memory(
        whole("公司昨天成立。总部设在上海。", "The company was founded yesterday in Shanghai.")
    )
    assert known.recall("公司昨天成立。", "zh-Hans", "en") is None


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (ZH[0].replace("9月28", "11月3"), EN[0].replace("September 28", "November 3")),
        (ZH[0].replace("腾讯", "吉利汽车"), EN[0].replace("Tencent", "Geely Auto")),
        (ZH[0].replace("武汉", "深圳"), EN[0].replace("Wuhan", "Shenzhen")),
        (ZH[2].replace("20家", "9000家"), EN[2].replace("20 ", "9,000 ")),
        (ZH[2].replace("1.35亿", "24亿"), EN[2].replace("135 million", "2.4 billion")),
        (ZH[2].replace("1.35亿", "5万"), EN[2].replace("135 million", "50,000")),
        (
            ZH[1] + ZH[2].replace("20家", "35家"),
            f"{EN[1]} {EN[2].replace('20 ', '35 ')}",
        ),
    ],
)
def test_numbers_months_and_names_are_put_in_the_place_of_others(text: str, want: str) -> None:
    assert recalled(text) == want
    assert BLOCK.recall(want, "en", "zh-Hans") in (text, text.replace("5万", "50000"))


def test_another_form_of_a_name_is_the_same_name() -> None:
    assert recalled(ZH[2].replace("东风汽车", "东风")) == EN[2]


@pytest.mark.parametrize(
    "text",
    [
        ZH[1].replace("云服务", "芯片"),  # another word
        ZH[2].replace("20家", "1家"),  # would want a singular
        ZH[2].replace("家经", "%的经"),  # another unit
        ZH[0].replace("与腾讯", "与腾讯、吉利汽车"),  # one more
        ZH[0].replace("东风汽车与腾讯", "腾讯与一家公司"),  # not a registered name
    ],
)
def test_what_differs_in_anything_else_is_not_recalled(text: str) -> None:
    assert recalled(text) is None


@pytest.mark.parametrize(
    ("source", "target", "text"),
    [
        ("共有20家和20人。", "There are 20 of each.", "共有30家和40人。"),  # 20 becomes two things
        ("共有20家和20人。", "There are 20 of each.", "共有30家和30人。"),  # said once for both
        ("共有九家，20人。", "There are nine with a score.", "共有九家，30人。"),  # not said
        ("领克08上市。", "The Lynk & Co 08 is out.", "领克09上市。"),  # the name of a model
        ("系统2.0上市。", "System 2.0 is out.", "系统3.0上市。"),  # a version
        ("代码601238.SH。", "Its code is 601238.SH.", "代码600104.SH。"),  # a code
        ("一款腾讯应用。", "It is a Tencent application.", "一款吉利汽车应用。"),  # a or an
    ],
)
def test_nothing_is_put_in_where_its_place_is_not_plain(
    source: str, target: str, text: str
) -> None:
    assert memory(whole(source, target)).recall(text, "zh-Hans", "en") is None


@given(st.integers(2, 9_999), st.integers(2, 9_999))
def test_a_number_that_was_put_in_is_the_one_of_the_text(dealers: int, yuan: int) -> None:
    text = f"东风汽车在意大利已有{dealers}家经销商，销售了{yuan}亿元的汽车。"
    want = f"{yuan / 10:g} billion" if yuan >= 10 else f"{yuan * 100} million"
    if yuan * 10**8 >= 10**12:
        return  # trillions may want more decimals than are written
    if dealers == yuan * 10**8:
        return
    assert recalled(text) == (
        f"Dongfeng Motor has {dealers:,} dealers in Italy, where it has sold cars for {want} yuan."
    )


def test_a_persons_words_go_before_a_machines_and_reviewed_ones_before_both() -> None:
    text = "双方合作。"

    def one(target: str, method: str, review: Review | None = None) -> Record:
        unit = Unit(
            source=text,
            target=target,
            by="x",
            method="human" if method == "human" else "machine",
            reviewed=review,
        )
        return whole(text, target, units=(unit,))

    records = [one("By machine.", "machine"), one("By hand.", "human")]
    assert memory(*records).recall(text, "zh-Hans", "en") == "By hand."
    records.append(one("Reviewed.", "machine", Review(by="Li Lei", on="2026-02-03")))
    assert memory(*records).recall(text, "zh-Hans", "en") == "Reviewed."


def test_what_stood_in_a_record_once_is_still_known() -> None:
    units = (
        Unit(source="新的一句。", target="New.", by="engine"),
        Unit(source="旧的一句。", target="Old.", by="engine"),
    )
    known = memory(whole("新的一句。", "New.", units=units))
    assert known.recall("旧的一句。", "zh-Hans", "en") == "Old."


def test_an_untranslated_or_outdated_block_teaches_nothing_about_its_new_text() -> None:
    units = (Unit(source="旧的一句。", target="Old.", by="engine"),)
    known = memory(whole("改过的一整句话。\n\n第二段。", "Old.\n\n[[untranslated]]", units=units))
    assert known.recall("改过的一整句话。", "zh-Hans", "en") is None
    assert known.recall("第二段。", "zh-Hans", "en") is None


def test_an_empty_memory_knows_nothing() -> None:
    assert memory().recall("双方合作。", "zh-Hans", "en") is None
    assert memory().hints("双方合作。", "zh-Hans", "en") == ()


def test_hints_are_the_texts_most_alike_with_their_translations() -> None:
    first, *_ = BLOCK.hints(ZH[1].replace("云服务", "芯片"), "zh-Hans", "en")
    assert (first.source, first.target) == (ZH[1], EN[1])
    assert 80 < first.likeness < 100
    assert len(BLOCK.hints(ZH[1], "zh-Hans", "en", limit=1)) == 1
    assert BLOCK.hints("毫不相干的另一件事情", "zh-Hans", "en") == ()


def test_state_without_units_still_teaches_what_stands_in_the_files() -> None:
    base = whole("双方合作。", "They cooperate.")
    known = memory(replace(base, state=State()))
    assert known.recall("双方合作。", "zh-Hans", "en") == "They cooperate."
