"""OPUS-MT's engine with a tiny model of the form its converter writes."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from diglot.languages import Lang
from diglot.translation.engines import Engines
from diglot.translation.engines.base import EngineError, Term
from diglot.translation.engines.ctranslate2 import Marian
from tests.translation.engines import tiny

ctranslate2 = pytest.importorskip("ctranslate2")
sentencepiece = pytest.importorskip("sentencepiece")


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny.opus(tmp_path_factory.mktemp("models") / "opus-mt-tiny")


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model of several target languages."""
    folder = tmp_path_factory.mktemp("models") / "opus-mt-many"
    return tiny.opus(folder, tokens=[">>deu<<", ">>cmn_Hans<<"], seed=2)


def engines(root: Path, **options: Any) -> Engines:
    return Engines(root, {"ctranslate2": {k.replace("_", "-"): v for k, v in options.items()}})


def opened(root: Path, **options: Any) -> Marian:
    engine = engines(root, **options).open("ctranslate2")
    assert isinstance(engine, Marian)
    return engine


def by_library(folder: Path, *before: str) -> Callable[[str], str]:
    """What the library says of a sentence when it is asked directly."""
    translator = ctranslate2.Translator(str(folder))
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(folder / "source.spm"))

    def say(text: str) -> str:
        tokens = [*before, *pieces.encode(text, out_type=str)]
        (found,) = translator.translate_batch([tokens], beam_size=1, disable_unk=True)
        decoded: str = pieces.decode(found.hypotheses[0])
        return decoded

    return say


def said(engine: Marian, texts: Sequence[str], source: Lang, target: Lang) -> list[str]:
    return list(engine.translate(texts, source, target, ()))


def test_segments_are_translated_sentence_by_sentence_and_put_together(
    model: Path, tmp_path: Path
) -> None:
    engine, say = opened(tmp_path, zh_en=str(model), beam=1), by_library(model)
    first, second, third, _ = tiny.ZH
    want = [f"{say(first)} {say(second)}", say(third)]
    assert said(engine, [first + second, third], "zh-Hans", "en") == want
    assert engine.name == "ctranslate2:opus-mt-tiny"


def test_traditional_characters_are_simplified_first(model: Path, tmp_path: Path) -> None:
    engine = opened(tmp_path, zh_en=str(model), beam=1)
    old = said(engine, ["東風汽車與騰訊在武漢簽署戰略合作協議。"], "zh-Hant", "en")
    assert old == said(engine, [tiny.ZH[0]], "zh-Hans", "en")


def test_a_model_of_several_targets_is_told_that_chinese_is_wanted(
    many: Path, tmp_path: Path
) -> None:
    engine, text = opened(tmp_path, en_zh=str(many), beam=1), tiny.EN[0]
    plain, told = by_library(many)(text), by_library(many, ">>cmn_Hans<<")(text)
    assert plain != told
    (found,) = said(engine, [text], "en", "zh-Hans")
    assert found.replace("。", ".").replace(" ", "")[:20] == told.replace(" ", "")[:20]


def test_a_model_of_one_target_is_told_nothing(model: Path, tmp_path: Path) -> None:
    engine, text = opened(tmp_path, en_zh=str(model), beam=1), tiny.EN[0]
    (found,) = said(engine, [text], "en", "zh-Hans")
    assert found.replace(" ", "")[:20] == by_library(model)(text).replace(" ", "")[:20]


def test_a_model_from_hugging_faces_form_is_told_where_a_sentence_ends(
    model: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "converted"
    shutil.copytree(model, folder)
    config = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps({**config, "add_source_eos": False}))
    text = tiny.ZH[:1]
    assert by_library(folder)(text[0]) != by_library(model)(text[0])
    assert said(opened(tmp_path, zh_en="converted", beam=1), text, "zh-Hans", "en") == said(
        opened(tmp_path, zh_en=str(model), beam=1), text, "zh-Hans", "en"
    )


def test_a_very_long_sentence_is_translated_to_its_end(model: Path, tmp_path: Path) -> None:
    clause = "双方将在智能座舱等领域展开合作，"
    engine, say = opened(tmp_path, zh_en=str(model), beam=1), by_library(model)
    (found,) = said(engine, [clause * 40 + "总部设在上海。"], "zh-Hans", "en")
    assert len(found) > 3 * len(say(clause))


def test_names_that_the_model_knows_not_cost_no_translation(model: Path, tmp_path: Path) -> None:
    """It is a model without sense: no way brings the name back, and the plain answer stays."""
    engine = opened(tmp_path, zh_en=str(model), beam=1)
    found = engine.translate(tiny.ZH[:1], "zh-Hans", "en", [Term("腾讯", "Tencent Holdings")])
    assert len(found) == 1
    assert found[0].strip()
    assert "QX" not in found[0]


def test_it_is_ready_only_with_all_files_of_a_model(model: Path, tmp_path: Path) -> None:
    offer = engines(tmp_path, zh_en=str(model)).offers()["ctranslate2"]
    assert (offer.ready, offer.why) == (True, f"zh-en: {model}")
    assert "name a model" in engines(tmp_path).offers()["ctranslate2"].why
    shutil.copytree(model, tmp_path / "part")
    (tmp_path / "part" / "source.spm").unlink()
    offer = engines(tmp_path, zh_en="part").offers()["ctranslate2"]
    assert not offer.ready
    assert "part has no source.spm" in offer.why
    wrong = engines(tmp_path, zh_fr="part").offers()["ctranslate2"]
    assert not wrong.ready
    assert "zh-fr" in wrong.why


def test_a_direction_without_a_model_says_so(model: Path, tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="no model for en-zh") as caught:
        opened(tmp_path, zh_en=str(model)).translate(tiny.EN, "en", "zh-Hans", ())
    assert caught.value.fatal


def test_a_broken_model_is_named(model: Path, tmp_path: Path) -> None:
    shutil.copytree(model, tmp_path / "broken")
    (tmp_path / "broken" / "model.bin").write_bytes(b"nonsense")
    with pytest.raises(EngineError, match="broken cannot be loaded") as caught:
        opened(tmp_path, zh_en="broken").translate(tiny.ZH, "zh-Hans", "en", ())
    assert caught.value.fatal
