"""What outlets set around and between an article's paragraphs, and where its headline stands."""

from __future__ import annotations

import pytest

from diglot.text.parts import classify
from tests.text.story import ONE, THREE, TITLE, TWO, read, texts

ZH = (
    "甲汽车与乙科技周一在罗马签署协议，双方将共同开发下一代电动汽车的软件，首款车型明年上市。",
    "按照协议，乙科技将为甲汽车的三款车型提供平台，双方还将在意大利建立一个联合开发中心。",
    "甲汽车此前曾与另一家供应商合作，但由于双方对数据归属存在分歧，合作在去年夏天告终。",
)
ZH_TITLE = "甲汽车与乙科技共同开发软件"


def title(*lines: str) -> str | None:
    found = read(*lines).title
    return found.text if found else None


@pytest.mark.parametrize(
    "caption",
    [
        "A concept car of Foo Motor stands at a show in the centre of Rome. Photo: Ann Roe.",
        "Workers of Foo Motor at the plant in Rome in May. File photo: EXAMPLE DAILY via AGENCY",
        "A file photo of a car of Foo Motor at its plant in Rome. It is to be sold in Spain. — AFP",
        "The old car of Foo Motor on a road in Rome. EX-AGN (FILE) /ANN ROE",
        "Workers of Foo Motor at their plant (Agency/A. Roe)",
        "The car of Foo Motor at a show Enlarge Photo",
        "cover image of article",
        "[图] 亮相的样车，车身由甲汽车的设计师画成",
    ],
)
def test_a_caption_with_its_credit_is_no_paragraph(caption: str) -> None:
    assert texts(TITLE, "", ONE, "", caption, "", TWO, THREE) == [ONE, TWO, THREE]
    assert texts(TITLE, "", caption, "", ONE, "", TWO, THREE) == [ONE, TWO, THREE]


def test_a_page_with_nothing_but_a_caption_says_the_caption() -> None:
    caption = "A concept car of Foo Motor stands at a show in the centre of Rome. Photo: Ann Roe."
    assert texts(caption, "Foo Motor") == [caption]


def test_a_line_that_stands_twice_on_end_is_a_picture_s_text_and_its_caption() -> None:
    caption = "甲汽车与乙科技将共同开发软件，图为甲汽车的总部大楼。"
    assert texts(ZH_TITLE, "", *ZH[:2], "", caption, caption, "", ZH[2]) == list(ZH)


def test_a_line_that_says_its_sentence_twice_is_a_caption() -> None:
    caption = "甲汽车的新车停在罗马的展厅。"
    assert texts(ZH_TITLE, "", f"{caption} {caption}", caption, *ZH) == list(ZH)


@pytest.mark.parametrize("remark", ["(Agency)", " (Agency)"])
def test_an_agency_s_name_behind_the_last_sentence_does_not_take_it_along(remark: str) -> None:
    assert texts(TITLE, "", ONE, "", TWO, "", THREE + remark)[-1].startswith(THREE)


def test_translator_and_editor_behind_the_last_sentence_go() -> None:
    page = (ZH_TITLE, "", *ZH[:2], ZH[2] + "(譯者:王小明/核稿:李小明)1080526")
    assert texts(*page) == list(ZH)


def test_a_headline_that_stands_twice_at_the_head_of_a_page_is_the_headline() -> None:
    assert title(ZH_TITLE, ZH_TITLE, "", *ZH) == ZH_TITLE


def test_the_reporters_behind_a_last_paragraph_do_not_take_it_along() -> None:
    credit = "(Reporting by Ann Roe and Bob Doe; Editing by Cy Poe)"
    assert texts(TITLE, "", ONE, "", TWO, "", f"{THREE} {credit}") == [ONE, TWO, THREE]


def test_an_appeal_for_donations_before_the_article_goes_as_a_whole() -> None:
    appeal = (
        "From courts to classrooms, we stand where the story unfolds, whatever it may be about.",
        "Your donation lets us keep sending people to listen to every side of a quarrel.",
        "Your support makes all the difference.",
    )
    page = (TITLE, "", "3 May 2018", "", *appeal, "", ONE, TWO, THREE, ONE.replace("Rome", "Bonn"))
    assert texts(*page)[:3] == [ONE, TWO, THREE]
    assert title(*page) == TITLE


@pytest.mark.parametrize(
    "line",
    [
        "我是廣告 請繼續往下閱讀",
        "廣告(請繼續閱讀本文)",
        "More: Foo Motor opens a plant",
        "See our guide to electric cars.",
        "Read the full story at Example.",
        "This tweet is not available in this view",
        "A. Roe can be reached at 555-0100 or at the desk",
        "-- A message from our sponsors --",
        "一辆停在路边的新车。 圖/摘自某公司",
    ],
)
def test_a_line_between_paragraphs_that_is_none_goes(line: str) -> None:
    assert [part.role for part in classify(line)] == ["chrome"]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("某某日報／ 記者王小明／台北報導", "byline"),
        ("記者王小明/台北報導", "byline"),
        ("某某網編譯王小明", "byline"),
        ("撰文?/ 王小明", "byline"),
    ],
)
def test_a_reporter_s_line_is_told_without_a_colon(line: str, role: str) -> None:
    assert [part.role for part in classify(line)] == [role]


@pytest.mark.parametrize("mark", ["(AGN) ", "Rome — ", "【某某网 行业频道】", "【某某邦 原创】"])
def test_an_agency_or_town_before_the_first_sentence_goes(mark: str) -> None:
    first, *rest = ZH if mark[0] == "【" else (ONE, TWO, THREE)
    headline = ZH_TITLE if mark[0] == "【" else TITLE
    assert texts(headline, "", f"{mark}{first}", *rest)[0] == first


def test_items_of_a_list_are_no_headings() -> None:
    page = read(TITLE, ONE, "• Bar Cloud declined to comment", "• Foo Motor was silent", TWO, THREE)
    assert {block.kind for block in page.blocks} == {"paragraph"}


def test_an_abstract_that_breaks_off_stands_once() -> None:
    abstract = f"导读 {ZH[0]}{ZH[1][:24]}"
    assert texts(ZH_TITLE, "2018-02-03 08:15", abstract, *ZH) == list(ZH)


def test_a_paragraph_that_differs_in_signs_and_spaces_only_stands_once() -> None:
    again = ZH[0].replace("甲汽车", "甲汽车 ").replace("，", ",")
    assert texts(ZH_TITLE, "", again, "", *ZH) == list(ZH)


def test_a_subtitle_that_speaks_of_the_article_is_read_and_a_slogan_is_not() -> None:
    subtitle = "Foo Motor and Bar Cloud want three models on the platform by next year"
    assert texts(TITLE, subtitle, "3 May 2018", ONE, TWO, THREE)[0] == subtitle
    assert texts(TITLE, "The best of gardens every day", "3 May 2018", ONE, TWO, THREE)[0] == ONE


class TestHeadline:
    """The line that is the headline, and how much of it."""

    def test_stands_above_its_subtitle(self) -> None:
        subtitle = "Foo Motor signed with Bar Cloud in Rome to build the software of three models"
        assert title(TITLE, "", subtitle, "", "3 May 2018", "", ONE, TWO, THREE) == TITLE

    def test_stands_first_if_a_later_line_is_hardly_better(self) -> None:
        later = "Foo Motor and Bar Cloud start the next generation of software in Rome"
        assert title(TITLE, "", later, "", ONE, TWO, THREE) == TITLE

    def test_stands_above_a_writer_s_name(self) -> None:
        name = "These are the alliances of the week"
        assert title(name, "", "Ann Roe", "", ONE, TWO, THREE) == name

    def test_is_no_list_of_sections(self) -> None:
        assert title("In Cars, Foo, World News /", "3 May 2018", "", ONE, TWO, THREE) is None

    def test_is_not_the_reporter_s_line(self) -> None:
        assert title("某某日報／ 記者王小明／台北報導", "", *ZH) is None

    def test_is_the_shorter_line_if_another_adds_the_site(self) -> None:
        long = f"{TITLE} | Business| News on economy seen from here | EX"
        assert title(long, "", TITLE, "", ONE, TWO, THREE) == TITLE

    def test_keeps_a_second_half_that_repeats_its_words(self) -> None:
        both = "甲汽车与乙科技合作近况_甲汽车合作进展如何"
        assert title(both, "2018-02-03 08:15", *ZH) == both
        assert title(f"{ZH_TITLE}_某某汽车网", "2018-02-03 08:15", *ZH) == ZH_TITLE

    def test_goes_without_the_time_behind_it(self) -> None:
        assert title(f"{ZH_TITLE} (01:32)", "", *ZH) == ZH_TITLE
