"""Partial and uncertain dates."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diglot.edtf import Edtf, EdtfError, parse, valid

YEARS = st.one_of(
    st.integers(1, 9998).map("{:04}".format), st.just("XXXX"), st.integers(1000, 9990).map(str)
)
QUALIFIERS = st.sampled_from(["", "", "", "?", "~", "%"])


@st.composite
def dates(draw: st.DrawFn) -> str:
    year = draw(YEARS)
    form = draw(st.sampled_from(["year", "month", "day", "part", "decade"]))
    month = draw(st.integers(1, 12))
    text = {
        "year": year,
        "month": f"{year}-{month:02}",
        "day": f"{year}-{month:02}-{draw(st.integers(1, 28)):02}",
        "part": f"{year}-{draw(st.sampled_from([21, 22, 23, 24, 33, 34, 35, 36, 40, 41]))}",
        "decade": f"{year[:3]}X",
    }[form]
    return text + draw(QUALIFIERS)


@st.composite
def intervals(draw: st.DrawFn) -> str:
    ends = sorted(
        draw(st.lists(dates(), min_size=2, max_size=2)), key=lambda t: parse(t).sort_key()
    )
    shape = draw(st.sampled_from(["{0}/{1}", "{0}/..", "{0}/", "../{1}", "/{1}"]))
    return str(shape.format(*ends))


VALUES = st.one_of(dates(), intervals()).map(parse)


@given(VALUES)
def test_a_date_comes_back_as_it_was_written(value: Edtf) -> None:
    assert parse(str(value)) == value


@given(VALUES)
def test_the_earliest_day_is_not_after_the_latest(value: Edtf) -> None:
    if value.earliest and value.latest:
        assert value.earliest <= value.latest


@given(VALUES, VALUES)
def test_sorting_agrees_with_the_bounds(a: Edtf, b: Edtf) -> None:
    if a.latest and b.earliest and a.latest < b.earliest:
        assert a.sort_key() < b.sort_key()


@given(VALUES, VALUES)
def test_overlapping_is_mutual(a: Edtf, b: Edtf) -> None:
    assert a.overlaps(b) == b.overlaps(a)


@given(VALUES)
def test_a_date_overlaps_itself(value: Edtf) -> None:
    assert value.overlaps(value) or value.precision in {"unknown", "interval"}


@given(st.dates(), st.dates())
def test_days_overlap_only_when_they_are_the_same(a: date, b: date) -> None:
    assert parse(a.isoformat()).overlaps(parse(b.isoformat())) == (a == b)


@given(st.text("0123456789X-/.?~% ", max_size=24))
def test_any_other_text_is_refused_with_an_edtf_error(text: str) -> None:
    assert not valid(text) or parse(text).text == text


@pytest.mark.parametrize(
    ("text", "precision", "earliest", "latest"),
    [
        ("2019-06-28", "day", date(2019, 6, 28), date(2019, 6, 28)),
        ("2020-02", "month", date(2020, 2, 1), date(2020, 2, 29)),
        ("2020-34", "quarter", date(2020, 4, 1), date(2020, 6, 30)),
        ("2023-41", "half", date(2023, 7, 1), date(2023, 12, 31)),
        ("2022-24", "season", date(2022, 12, 1), date(2023, 2, 28)),
        ("201X", "decade", date(2010, 1, 1), date(2019, 12, 31)),
        ("2019-XX", "year", date(2019, 1, 1), date(2019, 12, 31)),
        ("XXXX-09-28", "day", None, None),
        ("2019-06/..", "interval", date(2019, 6, 1), None),
        ("/2019", "interval", None, date(2019, 12, 31)),
    ],
)
def test_bounds_are_the_first_and_last_day_a_date_may_mean(
    text: str, precision: str, earliest: date | None, latest: date | None
) -> None:
    value = parse(text)
    assert (value.precision, value.earliest, value.latest) == (precision, earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2019-6-28",
        "2019-02-29",
        "2019-13",
        "2019-33-01",
        "2019-XX-03",
        "201X-05",
        "0000",
        "2020/2019",
        "../..",
        "2019-06-28T10:00",
        "XXXX-02-30",
        "99-01",
    ],
)
def test_what_is_not_a_date_of_the_subset_is_refused(text: str) -> None:
    with pytest.raises(EdtfError):
        parse(text)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("XXXX-09-28", "2019-09-28", True),
        ("XXXX-09-28", "2019-09", True),
        ("XXXX-09-28", "2019-10", False),
        ("XXXX-09", "XXXX-35", True),
        ("XXXX-02-29", "2019", False),
        ("XXXX-02-29", "2016/2020", True),
        ("XXXX-01", "2019-24", True),
        ("XXXX-05", "../1990", True),
        ("2019", "2019-06-28", True),
        ("2019-33", "2019-34", False),
    ],
)
def test_dates_overlap_when_they_may_mean_the_same_day(a: str, b: str, same: bool) -> None:
    assert parse(a).overlaps(parse(b)) is same


def test_dates_without_a_year_sort_last_and_by_the_calendar() -> None:
    texts = ["XXXX-10-01", "2021", "XXXX-09-28", "2019-06"]
    assert sorted(texts, key=lambda text: parse(text).sort_key()) == [
        "2019-06",
        "2021",
        "XXXX-09-28",
        "XXXX-10-01",
    ]


def test_an_end_that_is_uncertain_makes_the_interval_uncertain() -> None:
    assert parse("2019?/2020").uncertain
    assert not parse("2019/2020").uncertain


def test_an_interval_has_the_year_both_ends_lie_in() -> None:
    assert parse("2019-06/2019-08").year == 2019
    assert parse("2019/2020").year is None
