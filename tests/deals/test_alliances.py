"""When several records tell one deal, and when they do not."""

from __future__ import annotations

from cProfile import Profile
from dataclasses import replace
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diglot.deals.alliances import alliances
from diglot.deals.fitting import fit, profile
from diglot.deals.merging import contradictions
from diglot.deals.told import ToldDeal
from diglot.model import Article, Deal, Published
from diglot.records.deal_ids import ids
from diglot.records.state import State
from diglot.records.store import Record

AB = ("a", "b")


def record(slug: str, *deals: Deal, **said: Any) -> Record:
    """A record that tells these deals."""
    article = Article(lang="en", title=slug, deals=deals, **said)
    return Record(slug=slug, side="en", article=article, body="", sheet=cast("Any", None))


def telling(slug: str, date: str | None = None, **said: Any) -> ToldDeal:
    """A deal of a record; ``published`` is the record's own date, the rest the deal's values."""
    published = Published(date=said.pop("published", None))
    name = said.pop("name", slug)
    deal = Deal(**{"kind": "supply", "parties": AB, "date": date, **said})
    return ToldDeal(name, record(slug, deal, published=published), 0)


def rows(*told: ToldDeal) -> set[frozenset[str]]:
    return {frozenset(one.id for one in alliance.told) for alliance in alliances(told)}


def together(*told: ToldDeal) -> bool:
    return len(alliances(told)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2019-06-28", "2019-06-28"),
        ("2019-06-28", "2019-06"),
        ("2019-06-28", "2019"),
        ("2019-06", "2019-22"),
        ("2019-06-28/2019-07-02", "2019-07"),
        ("2019-06-28", "XXXX-06-28"),
        ("2019-06", "XXXX-06"),
        ("2019-06-28", "201X"),
        ("2019-06-28", "2019-01/.."),
        ("2019-06-28", None),
        (None, None),
        ("XXXX-09-28", None),
    ],
)
def test_one_kind_of_deal_on_overlapping_dates_is_one(one: str | None, other: str | None) -> None:
    assert together(telling("r", one), telling("s", other))


@pytest.mark.parametrize(
    ("one", "other"),
    [("2019-06-28", "2019-06-29"), ("2019-06", "2019-07"), ("2019-06-28", "XXXX-09-28")],
)
def test_dates_that_exclude_each_other_are_two_deals(one: str, other: str) -> None:
    assert not together(telling("r", one), telling("s", other))


@pytest.mark.parametrize("date", ["2019", "2019-06", "2019-06-28~/2019-07", "2019-06-28"])
def test_overlapping_dates_make_one_deal_of_two_kinds(date: str) -> None:
    other = telling("s", date, kind="joint_venture")
    for day in (date, "2019-06-28"):
        [alliance] = alliances((telling("r", day), other))
        assert set(alliance.kinds) == {"supply", "joint_venture"}
    assert not together(telling("r", "2019-10-05"), telling("s", "2019-06", kind="joint_venture"))


@pytest.mark.parametrize("date", [None, "XXXX-06-28", "201X", "2019/.."])
def test_dates_that_only_may_overlap_do_not_join_two_kinds(date: str | None) -> None:
    assert not together(telling("r", date), telling("s", date, kind="joint_venture"))
    assert not together(telling("r", "2019-06-28"), telling("s", date, kind="joint_venture"))


def test_another_kind_joins_neither_of_two_candidates() -> None:
    days = telling("r", "2019-06-28"), telling("s", "2019-10-05")
    found = rows(*days, telling("t", "2019", kind="joint_venture"))
    assert found == {frozenset("r"), frozenset("s"), frozenset("t")}


def test_the_same_kind_and_day_without_a_year_go_before_another_kind_of_that_year() -> None:
    found = rows(
        telling("r", "2019-06-28"),
        telling("s", "XXXX-06-28"),
        telling("t", "2019", kind="joint_venture"),
    )
    assert found == {frozenset("rs"), frozenset("t")}


def test_one_signing_under_two_names_of_kind_is_one() -> None:
    day = "2019-06-28"
    [alliance] = alliances((telling("r", day), telling("s", day, kind="strategic_cooperation")))
    assert set(alliance.kinds) == {"supply", "strategic_cooperation"}


def test_the_same_kind_goes_before_the_same_day() -> None:
    day = "2019-06-28"
    two = [telling("r", day, name="r1"), telling("r", day, name="r2", kind="joint_venture")]
    found = rows(*two, telling("s", day, kind="joint_venture"))
    assert found == {frozenset({"r1"}), frozenset({"r2", "s"})}


def test_deals_of_one_record_are_never_joined() -> None:
    assert not together(telling("r", "2019", name="one"), telling("r", "2019", name="two"))
    found = rows(
        telling("r", "2019-06-28", name="one"),
        telling("r", "2019", name="two"),
        telling("s", "2019"),
    )
    assert frozenset({"one", "two", "s"}) not in found


def test_a_subsidiary_is_not_its_parent() -> None:
    other = telling("s", "2019-06-28", parties=("a-sub", "b"))
    assert not together(telling("r", "2019-06-28"), other)
    assert not together(telling("r", "2019-06-28"), telling("s", "2019-06-28", parties=(*AB, "c")))


def test_the_order_of_parties_does_not_matter() -> None:
    assert together(telling("r", "2019"), telling("s", "2019", parties=("b", "a")))


def test_a_vague_date_joins_neither_of_two_candidates() -> None:
    days = telling("r", "2019-06-28"), telling("s", "2019-10-05")
    assert len(rows(*days, telling("t", "2019"))) == 3
    assert len(rows(*days, telling("t", None))) == 3
    assert rows(*days, telling("t", "2019-10")) == {frozenset("r"), frozenset("st")}


def test_vague_tellings_that_cannot_be_placed_are_one_row_together() -> None:
    days = telling("r", "2019-06-28"), telling("s", "2019-10-05")
    found = rows(*days, telling("t", "2019"), telling("u", "2019"))
    assert found == {frozenset("r"), frozenset("s"), frozenset("tu")}


def test_a_text_does_not_tell_of_what_came_after_it_unless_as_a_plan() -> None:
    day = telling("r", "2024-05-01")
    assert not together(day, telling("s", None, published="2023-12-01"))
    assert together(day, telling("s", None, published="2023-12-01", status="proposed"))
    assert together(day, telling("s", None, published="2024-05-03"))


def test_undated_texts_years_apart_tell_of_two_deals() -> None:
    early = telling("r", None, published="2019-01-01")
    assert not together(early, telling("s", None, published="2024-01-01"))
    assert together(early, telling("s", None, published="2019-03-01"))


def test_a_deal_with_an_unnamed_partner_needs_the_day() -> None:
    one = {"parties": ("a",)}
    assert not together(telling("r", None, **one), telling("s", None, **one))
    assert not together(telling("r", "2019-06", **one), telling("s", "2019-06-28", **one))
    assert together(telling("r", "2019-06-28", **one), telling("s", "2019-06-28", **one))


def test_the_most_precise_telling_leads_then_the_best_based() -> None:
    told = (
        telling("p", "2019"),
        telling("q", "2019-06-28", basis="derived"),
        telling("r", "2019-06-28", basis="stated"),
        telling("s", None, basis="editor"),
    )
    [alliance] = alliances(told)
    assert [one.id for one in alliance.told] == ["r", "q", "p", "s"]


def test_what_was_announced_and_then_denied_is_one_deal_with_both() -> None:
    told = (
        telling("r", "2019-06", status="denied", published="2019-08-01"),
        telling("s", "2019-06", status="proposed", published="2019-06-01"),
    )
    [alliance] = alliances(told)
    assert alliance.statuses == ("proposed", "denied")


def test_an_editor_joins_deals_that_differ_in_everything() -> None:
    other = telling("s", "2021", kind="order", parties=("c", "d"), same_as=("r",))
    [alliance] = alliances((telling("r", "2019-06-28"), other))
    assert alliance.parties == ("a", "b", "c", "d")


def test_a_third_telling_joins_what_an_editor_joined_by_either_of_its_dates() -> None:
    ours = telling("r", "2019-06-28"), telling("s", "2019-07-01", same_as=("r",))
    assert together(*ours, telling("t", "2019-07-01"))


def test_an_editor_may_join_two_deals_of_one_record() -> None:
    one = telling("r", "2019", name="one")
    assert together(one, telling("r", "2020", name="two", same_as=("one",)))


def test_an_editor_parts_what_would_be_one() -> None:
    assert not together(telling("r", "2019"), telling("s", "2019", not_same_as=("r",)))


def test_orders_that_contradict_each_other_are_not_followed() -> None:
    told = (
        telling("r", "2019", same_as=("s",)),
        telling("s", "2020", same_as=("t",)),
        telling("t", "2021", not_same_as=("r",)),
    )
    assert len(rows(*told)) == 3
    assert contradictions({one.id: one.deal for one in told}) == [frozenset("rst")]


def test_an_order_about_a_deal_that_is_gone_changes_nothing() -> None:
    assert together(telling("r", "2019", same_as=("gone",)), telling("s", "2019"))


@pytest.mark.parametrize(
    ("one", "other", "ground"),
    [
        ("2019-06-28", "2019-06-28", 1),
        ("2019-06-28", "2019", 1),
        ("2019-06-28", "201X", 5),
        ("201X", "2019", 5),
        ("2019-06-28", "2019-01/..", 5),
        ("2019-06-28", "XXXX-06-28", 3),
        ("2019-06", "XXXX-06-28", 3),
        ("XXXX-06", "XXXX-06-28", 3),
        ("2019", "XXXX-06-28", 5),
        ("2019-06-28", "XXXX", 5),
        ("XXXX", "XXXX", 5),
        ("2019-06-28", None, 5),
        ("2019-06-28", "2019-07", None),
    ],
)
def test_each_ground_asks_for_what_it_says(
    one: str | None, other: str | None, ground: int | None
) -> None:
    both = profile(telling("r", one)), profile(telling("s", other))
    assert fit(*both) == fit(*reversed(both)) == ground


def test_what_fits_by_the_day_goes_before_what_a_missing_date_lets_fit() -> None:
    ours = telling("r", "2019-06-28"), telling("s", None, same_as=("r",))
    found = rows(*ours, telling("t", "2019-06-28"), telling("u", "2019-10-05"))
    assert found == {frozenset("rst"), frozenset("u")}


def test_what_fits_one_telling_of_a_deal_alone_is_no_candidate_for_it() -> None:
    found = rows(
        telling("r", "2019-06-28"),
        telling("s", "2019-06"),
        telling("t", None, published="2019-06-15"),
        telling("u", None, published="2019-05-01"),
    )
    assert found == {frozenset("rs"), frozenset("tu")}


def test_whichever_of_two_records_parts_them_neither_is_a_candidate_for_the_other() -> None:
    ours = telling("r", "2019", name="one", not_same_as=("s",)), telling("r", "2019", name="two")
    assert rows(*ours, telling("s", "2019")) == {frozenset({"one"}), frozenset({"two", "s"})}


def test_a_decade_does_not_part_two_tellings_of_one_month() -> None:
    found = rows(
        telling("r", "2019-06-28"),
        telling("s", "2019-06"),
        telling("t", "201X"),
        telling("u", "2012-03-01"),
    )
    assert found == {frozenset("rs"), frozenset("t"), frozenset("u")}


@pytest.mark.parametrize(
    ("leads", "follows"),
    [
        ({"date": "2019-06-28"}, {"date": "2019-06-28~"}),
        ({"date": "XXXX-06-28"}, {"date": "XXXX-06"}),
        ({"date": "2019", "status": "reported"}, {"date": "2019", "status": "proposed"}),
        ({"date": "2019", "status": "proposed"}, {"date": "2019", "status": "denied"}),
        ({"date": "2019", "published": "2019-08"}, {"date": "2019", "published": "2019-09"}),
    ],
)
def test_what_is_surer_leads(leads: dict[str, Any], follows: dict[str, Any]) -> None:
    [alliance] = alliances((telling("a", **follows), telling("b", **leads)))
    assert alliance.id == "b"


def test_the_id_to_keep_is_that_of_the_telling_that_came_first() -> None:
    def come(name: str, date: str | None, day: str | None) -> ToldDeal:
        told = telling(name, date)
        state = State(imported=day) if day else None
        return replace(told, record=replace(told.record, state=state))

    first = [come("s", None, "2026-02-01"), come("r", "2019", "2026-02-01")]
    later = [come("p", "2019-06-28", "2026-03-01"), come("q", "2019-06", None)]
    [before], [after] = alliances(first), alliances([*first, *later])
    assert (before.id, after.id) == ("r", "p")
    assert before.key == after.key == "r"


def test_no_two_deals_have_one_id() -> None:
    deals = [Deal(kind="supply", parties=parties) for parties in (AB, AB, ("a", "b-2"), AB)]
    found = [name for *_, name in ids([record("s", *deals), record("s-supply", *deals)])]
    assert found[:4] == ["s-supply-a-b", "s-supply-a-b-2", "s-supply-a-b-2-2", "s-supply-a-b-3"]
    assert len(set(found)) == 8


def comparisons(looked: Profile) -> int:
    return sum(one.callcount for one in looked.getstats() if one.code is fit.__code__)


@pytest.mark.parametrize("parties", [AB, ("a",)])
def test_a_thousand_tellings_of_one_set_of_companies_take_no_thousand_squared(
    parties: tuple[str, ...],
) -> None:
    days = [f"{2000 + n // 336}-{n // 28 % 12 + 1:02}-{n % 28 + 1:02}" for n in range(1000)]
    told = [telling(f"{r}{n}", day, parties=parties) for n, day in enumerate(days) for r in "rs"]
    with Profile() as looked:
        found = alliances(told)
    assert [len(one.told) for one in found] == [2] * 1000
    assert comparisons(looked) == 1000
    months = [telling(f"t{n}", day[:7], parties=("a",)) for n, day in enumerate(days)]
    with Profile() as looked:
        alliances(months)
    assert comparisons(looked) == 0, "of one company only days are compared"


DATES = st.sampled_from(
    [None, "2019", "2019-06", "2019-06-28", "2019-06-29", "2019-10-05", "XXXX-06-28", "201X",
     "2019-06/..", "2020"]
)  # fmt: skip
IDS = [f"{record}{n}" for record in "pqrs" for n in range(2)]


@st.composite
def told(draw: st.DrawFn) -> list[ToldDeal]:
    """Deals of up to four records, some with an editor's word; ids may lead nowhere."""
    ids = draw(st.lists(st.sampled_from(IDS), min_size=1, unique=True))
    others = st.lists(st.sampled_from(IDS), max_size=1)
    return [
        telling(
            one[0],
            draw(DATES),
            name=one,
            kind=draw(st.sampled_from(["supply", "supply", "order"])),
            parties=draw(st.sampled_from([("a", "b"), ("b", "a"), ("a", "c"), ("a",)])),
            published=draw(st.sampled_from([None, "2019-07-01", "2021"])),
            same_as=tuple(draw(others)) if draw(st.booleans()) else (),
            not_same_as=tuple(draw(others)) if draw(st.booleans()) else (),
        )
        for one in ids
    ]


@given(told(), st.randoms())
def test_the_order_of_the_records_does_not_matter(deals: list[ToldDeal], random: Any) -> None:
    before = {tuple(one.id for one in alliance.told) for alliance in alliances(deals)}
    shuffled = list(deals)
    random.shuffle(shuffled)
    assert {tuple(one.id for one in a.told) for a in alliances(shuffled)} == before


@given(told())
def test_every_telling_is_in_one_deal_and_the_rows_keep_their_order(deals: list[ToldDeal]) -> None:
    found = alliances(deals)
    assert sorted(one.id for a in found for one in a.told) == sorted(one.id for one in deals)
    leads = [a.id for a in found]
    assert leads == [one.id for one in deals if one.id in leads]


@given(told())
def test_joining_what_was_joined_changes_nothing(deals: list[ToldDeal]) -> None:
    once = rows(*deals)
    again = [one for alliance in alliances(deals) for one in alliance.told]
    assert rows(*again) == once


@given(told())
def test_a_deal_alone_is_joined_no_further(deals: list[ToldDeal]) -> None:
    """The deals of a row, without the rest, are still that one deal, or were an editor's order."""
    for alliance in alliances(deals):
        alone = rows(*alliance.told)
        assert len(alone) == 1


@given(told())
def test_what_an_editor_parts_is_parted_always(deals: list[ToldDeal]) -> None:
    of = {one.id: alliance.id for alliance in alliances(deals) for one in alliance.told}
    for one in deals:
        for other in one.deal.not_same_as:
            assert other == one.id or other not in of or of[other] != of[one.id]


@given(told())
def test_what_an_editor_joins_is_joined_unless_another_order_parts_it(
    deals: list[ToldDeal],
) -> None:
    of = {one.id: alliance.id for alliance in alliances(deals) for one in alliance.told}
    torn = {key for same in contradictions({o.id: o.deal for o in deals}) for key in same}
    for one in deals:
        for other in one.deal.same_as:
            assert one.id in torn or other not in of or of[other] == of[one.id]


@given(told())
def test_whatever_is_joined_without_an_editor_fits_each_other(deals: list[ToldDeal]) -> None:
    for alliance in alliances(deals):
        if any(one.deal.same_as for one in deals):
            continue
        for one in alliance.told:
            for other in alliance.told:
                assert one is other or fit(profile(one), profile(other))
