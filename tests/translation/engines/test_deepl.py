"""DeepL's engine against DeepL's API on loopback."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from diglot.translation.engines import Engines
from diglot.translation.engines.base import Closing, EngineError, Options, Term, Usage
from diglot.translation.engines.deepl import DeepL as Engine
from diglot.translation.engines.deepl import offer
from tests.translation.engines.loopback import KEY, DeepL

pytest.importorskip("deepl")
SEGMENTS = ["东风与腾讯签约。", "双方合作。"]
DONGFENG, TENCENT = Term("东风", "Dongfeng Motor"), Term("腾讯", "Tencent")


@pytest.fixture(autouse=True)
def _library(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library keeps its patience in globals; a test must not wait for it."""
    from deepl import http_client

    for name in ("max_network_retries", "min_connection_timeout"):
        monkeypatch.setattr(http_client, name, getattr(http_client, name))
    monkeypatch.setattr(http_client._BackoffTimer, "BACKOFF_INITIAL", 0.01)


@pytest.fixture
def service() -> Iterator[DeepL]:
    with DeepL() as running:
        yield running


def engine(service: DeepL, root: Path, key: str = KEY, **values: Any) -> Engine:
    engines = Engines(
        root, {"deepl": {"server_url": service.url, **values}}, {"DEEPL_API_KEY": key}
    )
    opened = engines.open("deepl")
    assert isinstance(opened, Engine)
    return opened


def test_names_come_out_as_the_glossary_of_the_service_has_them(
    service: DeepL, tmp_path: Path
) -> None:
    opened = engine(service, tmp_path)
    found = opened.translate(SEGMENTS, "zh-Hans", "en", [DONGFENG])
    assert found == ["T(Dongfeng Motor与腾讯签约。)", "T(双方合作。)"]
    assert service.requests[0]["target_lang"] == "EN-GB"
    assert opened.usage() == Usage(sum(map(len, SEGMENTS)), "characters", None)


def test_a_run_has_one_glossary_that_grows_and_is_deleted_at_its_end(
    service: DeepL, tmp_path: Path
) -> None:
    opened = engine(service, tmp_path)
    assert opened.translate(["甲。"], "zh-Hans", "en", []) == ["T(甲。)"]
    assert service.made == 0
    opened.translate(SEGMENTS, "zh-Hans", "en", [DONGFENG])
    opened.translate(["Dongfeng signs."], "en", "zh-Hans", [Term("Dongfeng", "东风汽车")])
    found = opened.translate(SEGMENTS, "zh-Hant", "en", [DONGFENG, TENCENT])
    assert found[0] == "T(Dongfeng Motor与Tencent签约。)"
    assert (service.made, len(service.glossaries)) == (1, 1)
    assert isinstance(opened, Closing)
    opened.close()
    assert service.glossaries == {}


def test_a_glossary_left_behind_by_a_run_that_was_killed_is_deleted_by_the_next(
    service: DeepL, tmp_path: Path
) -> None:
    for _ in range(2):
        engine(service, tmp_path).translate(SEGMENTS, "zh-Hans", "en", [DONGFENG])
    assert (service.made, list(service.glossaries)) == (2, ["g2"])


@pytest.mark.parametrize("fault", ["500", "503", "429", "drop", "slow"])
def test_an_answer_that_goes_wrong_once_comes_out_right(fault: str, tmp_path: Path) -> None:
    with DeepL(fault) as service:
        found = engine(service, tmp_path).translate(SEGMENTS, "zh-Hans", "en", [])
        assert found == [f"T({text})" for text in SEGMENTS]


@pytest.mark.parametrize(
    ("fault", "fatal", "says"),
    [
        ("500", False, "error 500"),
        ("429", False, "Too many requests"),
        ("drop", False, "Connection"),
        ("456", True, "Quota"),
        ("403", True, "Authorization"),
        ("400", False, "Bad request"),
        ("garbage", False, "0 answers"),
    ],
)
def test_what_cannot_be_done_is_an_error(
    fault: str, fatal: bool, says: str, tmp_path: Path
) -> None:
    with DeepL(always=fault) as service:
        opened = engine(service, tmp_path, tries=2)
        with pytest.raises(EngineError, match=says) as caught:
            opened.translate(SEGMENTS, "zh-Hans", "en", [])
        assert caught.value.fatal == fatal
        assert len(service.requests) <= 2


def test_a_wrong_key_is_fatal(service: DeepL, tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="Authorization") as caught:
        engine(service, tmp_path, key="wrong").translate(SEGMENTS, "zh-Hans", "en", [DONGFENG])
    assert caught.value.fatal


@pytest.mark.parametrize(
    ("values", "key", "says"),
    [
        ({}, "", "set the environment variable DEEPL_API_KEY"),
        ({"server": "http://x"}, "k", "unknown key “server”"),
        ({"batch": -1}, "k", "not above zero"),
    ],
)
def test_what_is_missing_is_said_before_anything_is_asked(
    values: dict[str, Any], key: str, says: str
) -> None:
    found = offer(Options(Path(), values, {"DEEPL_API_KEY": key}))
    assert not found.ready
    assert says in found.why


def test_no_more_texts_go_into_a_call_than_the_service_takes(
    service: DeepL, tmp_path: Path
) -> None:
    assert engine(service, tmp_path, batch=500).batch == 50
