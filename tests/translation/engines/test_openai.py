"""The chat engine against a chat service on loopback."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diglot.translation.engines import Engines
from diglot.translation.engines.base import Engine, EngineError, Options, Term
from diglot.translation.engines.openai import offer, talk
from tests.translation.engines.loopback import KEY, MODEL, Chat

pytest.importorskip("openai")
pytest.importorskip("tenacity")
SEGMENTS = [f"第{n}段。" for n in "一二三四五"]
DONGFENG = Term("东风", "Dongfeng Motor")


def engine(service: Chat, key: str = KEY, **values: Any) -> Engine:
    options = {"base_url": f"{service.url}/v1", "model": MODEL, "backoff": 0.01, **values}
    environ = {"OPENAI_API_KEY": key} if key else {}
    opened = Engines(Path(), {"openai": options}, environ).open("openai")
    assert opened is not None
    return opened


def translate(opened: Engine, segments: list[str], *terms: Term) -> list[str]:
    return list(opened.translate(segments, "zh-Hans", "en", terms))


def expected(segments: list[str]) -> list[str]:
    return [f"T({text})" for text in segments]


def test_each_segment_gets_its_translation_in_one_call() -> None:
    with Chat() as service:
        opened = engine(service)
        assert translate(opened, SEGMENTS) == expected(SEGMENTS)
        assert len(service.requests) == 1
        assert opened.name == f"openai/{MODEL}"


@pytest.mark.parametrize(
    "fault", ["reorder", "fenced", "count", "twice", "empty", "silent", "cut", "filter", "500",
              "drop", "garbage", "429", "503", "wait 0", "wait Wed, 21 Oct 2015 07:28:00 GMT"]
)  # fmt: skip
def test_an_answer_that_goes_wrong_once_comes_out_right(fault: str) -> None:
    with Chat(fault) as service:
        assert translate(engine(service), SEGMENTS) == expected(SEGMENTS)


def test_reordered_answers_are_put_right() -> None:
    with Chat(always="reorder") as service:
        assert translate(engine(service), SEGMENTS) == expected(SEGMENTS)
        assert len(service.requests) == 1


def test_a_model_with_little_room_gets_smaller_batches() -> None:
    with Chat(always="room 1") as service:
        assert translate(engine(service), SEGMENTS) == expected(SEGMENTS)
        assert set(service.answered.values()) == {1}


def test_what_a_service_never_gets_right_is_an_error_and_not_a_loop() -> None:
    with Chat(always="count") as service:
        with pytest.raises(EngineError, match="one text for each segment") as caught:
            translate(engine(service), SEGMENTS)
        assert not caught.value.fatal
        assert len(service.requests) <= 4 * len(SEGMENTS)


def test_a_model_that_gets_nothing_right_is_soon_asked_no_more() -> None:
    with Chat(always="count") as service:
        opened, fatal = engine(service), []
        for _ in range(3):
            with pytest.raises(EngineError) as caught:
                translate(opened, SEGMENTS[:1])
            fatal.append(caught.value.fatal)
        assert fatal == [False, False, True]


def test_what_came_out_before_an_error_is_kept() -> None:
    """The first half is answered; then the service is gone."""
    with Chat("cut", "", always="500") as service:
        with pytest.raises(EngineError) as caught:
            translate(engine(service, tries=2), SEGMENTS)
        assert caught.value.done == {0: "T(第一段。)", 1: "T(第二段。)"}


def test_the_service_is_asked_to_keep_to_a_schema_unless_it_refuses() -> None:
    with Chat() as service:
        translate(engine(service), SEGMENTS)
        assert service.requests[0]["response_format"]["json_schema"]["schema"] == talk.SCHEMA
    with Chat(schema=False) as service:
        opened = engine(service)
        assert translate(opened, SEGMENTS) == expected(SEGMENTS)
        assert translate(opened, SEGMENTS) == expected(SEGMENTS)
        assert ["response_format" in body for body in service.requests] == [True, False, False]


def test_names_come_out_as_the_glossary_has_them() -> None:
    segments = ["东风与腾讯签约。", "双方合作。"]
    with Chat() as service:
        found = translate(engine(service), segments, DONGFENG)
        assert found == ["T(Dongfeng Motor与腾讯签约。)", "T(双方合作。)"]
        assert len(service.requests) == 1


def test_a_name_that_was_lost_is_asked_for_once_more_and_only_there() -> None:
    segments = ["双方合作。", "东风与腾讯签约。"]
    with Chat(careless=1) as service:
        found = translate(engine(service), segments, DONGFENG)
        assert found == ["T(双方合作。)", "T(Dongfeng Motor与腾讯签约。)"]
        said = service.requests[1]["messages"][-1]["content"]
        assert "东风 → Dongfeng Motor" in said
        assert "双方合作" not in said


def test_a_name_that_stays_lost_is_accepted_after_one_more_try() -> None:
    with Chat(careless=-1) as service:
        assert translate(engine(service), ["东风签约。"], DONGFENG) == ["T(东风签约。)"]
        assert len(service.requests) == 2


def test_the_prompt_speaks_the_language_it_wants() -> None:
    with Chat() as service:
        opened = engine(service)
        opened.translate(["东风。"], "zh-Hant", "en", [DONGFENG])
        opened.translate(["Dongfeng."], "en", "zh-Hans", [])
        first, second = (body["messages"][0]["content"] for body in service.requests)
        assert "traditional Chinese" in first
        assert "9,000" in first
        assert "全角标点" in second
        assert "{source}" not in first + second


def test_the_pause_a_busy_service_asks_for_is_kept() -> None:
    with Chat("wait 1") as service:
        before = time.monotonic()
        translate(engine(service), SEGMENTS)
        assert time.monotonic() - before >= 1


def test_a_service_that_asks_for_too_long_a_pause_is_left_alone() -> None:
    with Chat(always="wait 86400") as service:
        with pytest.raises(EngineError, match="slow down") as caught:
            translate(engine(service), SEGMENTS)
        assert caught.value.fatal
        assert len(service.requests) == 1


def test_a_slow_service_is_given_up_after_the_timeout() -> None:
    with Chat(always="hold") as service:
        with pytest.raises(EngineError, match="timed out"):
            translate(engine(service, timeout=0.1, tries=2), SEGMENTS)
        assert len(service.requests) == 2


def test_a_service_that_always_fails_counts_as_down_after_a_while() -> None:
    with Chat(always="500") as service:
        opened = engine(service, tries=2)
        fatal = []
        for _ in range(3):
            with pytest.raises(EngineError, match="error 500") as caught:
                translate(opened, SEGMENTS)
            fatal.append(caught.value.fatal)
        assert fatal == [False, False, True]
        assert len(service.requests) == 6


@pytest.mark.parametrize(
    ("values", "key", "says"),
    [
        ({}, "wrong", "OPENAI_API_KEY"),
        ({"model": "other"}, KEY, "no model “other”"),
    ],
)
def test_a_wrong_key_or_model_is_fatal_and_tried_once(
    values: dict[str, str], key: str, says: str
) -> None:
    with Chat() as service:
        with pytest.raises(EngineError, match=says) as caught:
            translate(engine(service, key, **values), SEGMENTS)
        assert caught.value.fatal
        assert len(service.requests) == 1


def test_a_local_service_needs_no_key() -> None:
    with Chat(key="") as service:
        assert translate(engine(service, key=""), SEGMENTS) == expected(SEGMENTS)


def test_nobody_at_the_address_is_an_error() -> None:
    with Chat() as service:
        opened = engine(service, tries=2)
    with pytest.raises(EngineError, match="no answer from http://127"):
        translate(opened, SEGMENTS)


def test_tokens_and_their_cost_are_counted() -> None:
    with Chat() as service:
        opened = engine(service, price_in=2, price_out=8.5)
        translate(opened, SEGMENTS)
        said = service.requests[0]["messages"][-1]["content"]
        answer = json.dumps(
            {"translations": [{"id": n, "text": f"T({t})"} for n, t in enumerate(SEGMENTS, 1)]},
            ensure_ascii=False,
        )
        usage = opened.usage()
        assert (usage.unit, usage.units) == ("tokens", len(said) + len(answer))
        assert usage.cost == pytest.approx((2 * len(said) + 8.5 * len(answer)) / 1e6)
        assert engine(service).usage().cost is None


@pytest.mark.parametrize("budget", [{"tokens": 200}, {"cost": 0.0002}], ids=["tokens", "cost"])
def test_a_budget_ends_the_calls(budget: dict[str, float]) -> None:
    with Chat() as service:
        opened = engine(service, price_in=1, price_out=1, budget=budget)
        while opened.usage().units < 200:
            translate(opened, SEGMENTS)
        calls = len(service.requests)
        with pytest.raises(EngineError, match="budget") as caught:
            translate(opened, SEGMENTS)
        assert caught.value.fatal
        assert len(service.requests) == calls


def test_more_fields_may_be_sent() -> None:
    with Chat() as service:
        translate(engine(service, extra={"temperature": 0.2}), SEGMENTS)
        assert service.requests[0]["temperature"] == 0.2


@pytest.mark.parametrize(
    ("values", "key", "says"),
    [
        ({"model": "m"}, "", "set the environment variable OPENAI_API_KEY"),
        ({}, "k", '["model"]'),
        ({"model": "m", "modle": 1}, "k", "unknown key “modle”"),
        ({"model": "m", "threads": "four"}, "k", "“threads”"),
        ({"model": "m", "threads": 0}, "k", "not above zero"),
        ({"model": "m", "extra": object()}, "k", "text and numbers"),
        ({"model": "m", "budget": {"cost": 1}}, "k", "price_in"),
    ],
)
def test_what_is_missing_is_said_before_anything_is_asked(
    values: dict[str, Any], key: str, says: str
) -> None:
    found = offer(Options(Path(), values, {"OPENAI_API_KEY": key}))
    assert not found.ready
    assert says in found.why
    with pytest.raises(EngineError, match="openai: ") as caught:
        Engines(Path(), {"openai": values}, {"OPENAI_API_KEY": key}).open("openai")
    assert caught.value.fatal


def test_a_key_in_the_settings_is_refused() -> None:
    found = offer(Options(Path(), {"model": "m", "api_key": "k"}, {}))
    assert not found.ready
    assert "unknown key “api_key”" in found.why


TEXTS = st.lists(st.text(min_size=1).filter(str.strip), min_size=1, max_size=6)


@given(TEXTS, st.randoms(), st.sampled_from(["{}", "Sure! {}", "<think>[1, {{</think> {} []"]))
def test_answers_are_read_in_any_order_and_whatever_stands_around_them(
    texts: list[str], rng: Any, around: str
) -> None:
    items = [{"id": n + 1, "text": text} for n, text in enumerate(texts)]
    rng.shuffle(items)
    said = around.format(json.dumps({"translations": items}))
    found = talk.read(said, range(len(texts)))
    assert found is not None
    assert list(map(found.get, range(len(texts)))) == [talk.collapse(text) for text in texts]


@given(st.text() | st.recursive(
    st.none() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(
        st.sampled_from(["translations", "id", "text"]), inner),
).map(json.dumps))  # fmt: skip
def test_no_answer_whatever_breaks_the_reader(said: str) -> None:
    found = talk.read(said, range(2))
    assert found is None or set(found) == {0, 1}


def test_a_segment_that_is_held_back_costs_no_other() -> None:
    """The whole is held back, and the first and the second half; then each comes out alone."""
    with Chat("filter", "filter", "filter") as service:
        with pytest.raises(EngineError, match="content filter") as caught:
            translate(engine(service), ["甲。", "乙。", "丙。"])
        assert caught.value.done == {1: "T(乙。)", 2: "T(丙。)"}


@pytest.mark.parametrize(
    "said", ['{}', '{"choices": []}', '{"choices": [{}]}', '{"choices": null, "usage": {}}', '[]']
)  # fmt: skip
def test_what_only_resembles_the_api_is_an_error(said: str) -> None:
    with Chat(always=f"say {said}") as service, pytest.raises(EngineError):
        translate(engine(service), SEGMENTS)
