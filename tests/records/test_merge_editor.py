"""Whatever an editor does to one part of one item, and whatever is extracted next: it stands."""

from __future__ import annotations

from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from diglot.records import merge
from diglot.records.identity import KEYS

Item = dict[str, Any]
IDS = st.sampled_from("pqrst")
WORDS = st.lists(st.text("abc", min_size=1, max_size=2), min_size=1, max_size=2, unique=True)
DATES = st.sampled_from(["2019", "2020", "2021"])
BASIS = st.sampled_from(["derived", "inferred"])


def named(id_: str, known: bool, rest: Item) -> Item:
    """A person or place: the same letter is the same one, with an id or without."""
    return {**({"id": id_} if known else {}), **rest}


ITEMS: dict[str, st.SearchStrategy[Item]] = {
    "companies": st.fixed_dictionaries({"id": IDS, "as": WORDS}, optional={"basis": BASIS}),
    "people": st.builds(
        lambda id_, known, rest: named(id_, known, {"name": f"Mr {id_}", **rest}),
        IDS,
        st.booleans(),
        st.fixed_dictionaries({}, optional={"role": IDS, "org": IDS, "evidence": WORDS}),
    ),
    "places": st.builds(
        lambda id_, known, more: named(id_, known, {"as": [f"in {id_}", *more]}),
        IDS,
        st.booleans(),
        WORDS,
    ),
    "events": st.fixed_dictionaries(
        {"date": DATES, "what": st.sampled_from(["signing", "launch"])},
        optional={"evidence": WORDS, "basis": BASIS},
    ),
    "deals": st.fixed_dictionaries(
        {
            "kind": st.sampled_from(["supply", "order"]),
            "parties": st.lists(IDS, min_size=1, max_size=2, unique=True),
            "date": st.none() | DATES,
        },
        optional={"evidence": WORDS, "basis": BASIS},
    ),
    "themes": st.fixed_dictionaries({"id": IDS}, optional={"evidence": WORDS, "basis": BASIS}),
}
OWN: Item = {
    "id": "own",
    "name": "Own",
    "as": ["Own"],
    "date": "1999",
    "what": "other",
    "kind": "other",
    "parties": ["own"],
    "evidence": ["own words"],
    "basis": "editor",
    "role": "own",
    "org": "own",
}
"""What no extraction gives."""


def identity(item: Item) -> str:
    """What an item is about, whatever else is known of it."""
    if "as" in item or "name" in item:
        return str(
            item.get("name") or (item["as"][0] if item["as"][0][:3] == "in " else item["id"])
        )
    parties = sorted(item.get("parties", []))
    return str([parties, *(item.get(key) for key in ("id", "date", "what", "kind"))])


def lists(name: str, least: int = 0) -> st.SearchStrategy[list[Item]]:
    return st.lists(ITEMS[name], min_size=least, max_size=4, unique_by=identity)


NAMES = st.sampled_from(sorted(ITEMS))


def test_the_strategies_cover_every_list_with_identity() -> None:
    assert set(ITEMS) == set(KEYS) - {"as"}


@given(NAMES.flatmap(lambda n: st.tuples(st.just(n), lists(n, 1), lists(n))), st.data())
def test_a_part_an_editor_changed_stands(
    given_: tuple[str, list[Item], list[Item]], data: st.DataObject
) -> None:
    name, base, new = given_
    at = data.draw(st.integers(0, len(base) - 1))
    part = data.draw(st.sampled_from(sorted(base[at])))
    file = [*base[:at], {**base[at], part: OWN[part]}, *base[at + 1 :]]
    merged = merge.fields({name: base}, {name: new}, {name: file})[name]
    (kept,) = [item for item in merged if _has(item, part)]
    if part == "as":
        assert set(OWN["as"]) <= set(kept["as"])
        assert not set(base[at]["as"]) & set(kept["as"])


def _has(item: Item, part: str) -> bool:
    return item.get(part) == OWN[part] or (part == "as" and "Own" in item["as"])


@given(NAMES.flatmap(lambda n: st.tuples(st.just(n), lists(n, 1), lists(n))), st.data())
def test_a_part_an_editor_took_out_stays_out(
    given_: tuple[str, list[Item], list[Item]], data: st.DataObject
) -> None:
    name, base, new = given_
    marked = [{**item, "basis": "derived", "evidence": [f"e{i}"]} for i, item in enumerate(base)]
    at = data.draw(st.integers(0, len(base) - 1))
    part = data.draw(st.sampled_from(["basis", "evidence"]))
    file = [dict(item) for item in marked]
    del file[at][part]
    merged = merge.fields({name: marked}, {name: new}, {name: file})[name]
    assert any(identity(item) == identity(file[at]) and part not in item for item in merged)


@given(
    NAMES.flatmap(lambda n: st.tuples(st.just(n), lists(n), lists(n))),
    st.integers(0, 4),
)
def test_an_item_an_editor_added_stands(
    given_: tuple[str, list[Item], list[Item]], at: int
) -> None:
    name, base, new = given_
    own = {key: OWN[key] for key in (base or [{"id": "", "date": ""}])[0]}
    merged = merge.fields({name: base}, {name: new}, {name: [*base[:at], own, *base[at:]]})[name]
    assert own in merged


@given(NAMES.flatmap(lambda n: st.tuples(st.just(n), lists(n, 1), lists(n))), st.data())
def test_an_item_an_editor_removed_does_not_come_back(
    given_: tuple[str, list[Item], list[Item]], data: st.DataObject
) -> None:
    name, base, new = given_
    at = data.draw(st.integers(0, len(base) - 1))
    file = [*base[:at], *base[at + 1 :]]
    merged = merge.fields({name: base}, {name: new}, {name: file}).get(name, [])
    assert identity(base[at]) not in map(identity, merged)


@given(NAMES.flatmap(lambda n: st.tuples(st.just(n), lists(n, 2), lists(n))), st.randoms())
def test_the_order_an_editor_gave_stands(
    given_: tuple[str, list[Item], list[Item]], random: Any
) -> None:
    name, base, new = given_
    file = random.sample(base, len(base))
    assume(file != base)
    merged = (
        [identity(i) for i in merge.fields({name: base}, {name: new}, {name: file})[name]]
        if (merge.fields({name: base}, {name: new}, {name: file}).get(name))
        else []
    )
    wanted = [identity(item) for item in file if identity(item) in merged]
    assert [one for one in merged if one in wanted] == wanted


PLAIN = st.fixed_dictionaries(
    {
        "title": IDS,
        "source": st.fixed_dictionaries({"author": st.none() | IDS, "url": st.none() | IDS}),
        "published": st.fixed_dictionaries({"date": st.none() | DATES}),
    },
    optional={"summary": IDS, "notes": st.fixed_dictionaries({"zh": IDS, "en": IDS})},
)


@given(PLAIN, PLAIN, st.data())
def test_a_plain_field_an_editor_changed_or_took_out_stands(
    base: Item, new: Item, data: st.DataObject
) -> None:
    key = data.draw(st.sampled_from(sorted(base)))
    file = {**base}
    if isinstance(base[key], dict):
        part = data.draw(st.sampled_from(sorted(base[key])))
        file[key] = {**base[key], part: "own"}
        assert merge.fields(base, new, file)[key][part] == "own"
    elif data.draw(st.booleans()):
        file[key] = "own"
        assert merge.fields(base, new, file)[key] == "own"
    else:
        del file[key]
        assert key not in merge.fields(base, new, file)
