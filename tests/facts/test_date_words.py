"""Ways to say a date, and things that look like one, as pages of many outlets have them."""

from __future__ import annotations

import pytest

from diglot.facts import dates
from diglot.facts.dates import grammar
from diglot.languages import SIDES, Side
from diglot.yamlfile import data
from tests.facts.made import reading

PUBLISHED = "2024-03-15"


def found(text: str) -> list[str]:
    return [one.date for one in dates.find(reading(text), PUBLISHED)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("民國112年，營收成長；民國112年3月5日簽約。", "2023 2023-03-05"),
        ("去(2023)年出貨增長，今（2024）年3月亦然，昨（14）日公告。", "2023 2024-03 2024-03-14"),
        ("今年元月投产，公司未来年度业务增长。", "2024-01"),
        ("30日公司将召开董事会；20日，公司宣布将扩产。", "2024-03-30 2024-02-20"),
        ("第4季財報公布，最快明年第3季開始生產。", "2023-36 2025-35"),
        ("明年(2025)上半年上市，去年（2023年）12月签约。", "2025-40 2023-12"),
        (
            "2024Q1与24Q1的销量，1H24与2024年H1的利润，4Q23的交付量都有增长。",
            "2024-33 2024-33 2024-40 2024-40 2023-36",
        ),
        ("FY2024与2024财年，2016至今，2023全年，21年三季度。", "2024 2024 2016 2023 2021-35"),
        ("3 月 5 日与2024 年 3 月，公司5日公告。", "2024-03-05 2024-03 2024-03-05"),
        (
            "展会4月25—27日举行，2023年11月1-3日亦然。",
            "2024-04-25/2024-04-27 2023-11-01/2023-11-03",
        ),
        ("3月18日（星期一）复牌，下周三（3月20日）开会。", "2024-03-18 2024-03-20"),
        ("2019至2021年亏损；今年以来，销量增长。", "2019/2021 2024"),
    ],
)
def test_chinese_dates_of_many_fashions_are_read(text: str, expected: str) -> None:
    assert found(text) == expected.split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It grew in fiscal 2025, in FY24 and in the 2023 fiscal year.", "2025 2024 2023"),
        ("Profit rose in H1 2023, 1H24, 4Q 2023 and 2023 Q4.", "2023-40 2024-40 2023-36 2023-36"),
        ("Since the autumn, it has sold them.", "2023-23"),
        ("In the three months to December, sales rose.", "2023-12"),
        ("They plan it as early as next month, no later than 2026.", "2024-04 2026"),
        ("The plant will open on Thursday, June 20.", "2024-06-20"),
        ("It opened on Tuesday (March 12) and on the 4th of March.", "2024-03-12 2024-03-04"),
        ("From 2019 to 2021 and in calendar 2022 it lost money.", "2019/2021 2022"),
    ],
)
def test_english_dates_of_many_fashions_are_read(text: str, expected: str) -> None:
    assert found(text) == expected.split()


@pytest.mark.parametrize(
    "text",
    [
        "持股4.99%，报11.28元，增长20.5%，售价20.19万元。",
        "特斯拉Model 3、小米SU7、2024款理想L9、ID.4与2024（第十八届）北京国际车展。",
        "电话010-8265 1999，13801012024，400-820-2019；符合GB/T 38031-2020与ISO 26262:2018。",
        "系统版本2024.3.15，即V2024.3.15，iOS 17.4。",
        "上世纪90年代，20世纪80年代末，21世纪初，2020年代，“十四五”期间。",
        "销售2024辆，共2020人，2010家门店，沪深300与中国制造2025，近三年，未来3-5年，逢周五。",
        "The stake is 4.99%, up 20.5%; shares closed at $20.19 and 2,024 units.",
        "The Model 3 and the 2024 Model Y, model year 2025, Mate 60, Windows 11.",
        "Call +1 (202) 555-2019; it meets ISO 26262:2018 and GB 38031-2020. Version 2024.3.15.",
        "In the 2020s, the 1990s, the mid-1980s and the early 2000s, and later in this decade.",
        "On the 3rd floor and on the 5th anniversary, 24/7, at 20:23.",
    ],
)
def test_numbers_models_standards_and_eras_are_no_dates(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("side", SIDES)
def test_every_pattern_has_a_mark_that_stands_in_its_example(side: Side) -> None:
    """Else the search, which looks around marks only, would pass it by."""
    marks = grammar.marks(side)
    for row in data("dates")[side]["patterns"]:
        kinds = marks.places(row["example"]).keys()
        assert row["mark"] in kinds, row["example"]


@pytest.mark.parametrize("side", SIDES)
def test_a_date_is_found_wherever_in_a_long_text_it_stands(side: Side) -> None:
    filler = "公司生产汽车。" * 40 if side == "zh" else "They build cars. " * 40
    for row in data("dates")[side]["patterns"]:
        alone = dates.scan(row["example"], side)
        within = dates.scan(f"{filler}{row['example']} {filler}", side)
        cut = [(one.start - len(filler), one.end - len(filler), one.rule) for one in within]
        assert [(one.start, one.end, one.rule) for one in alone] == cut, row["example"]
