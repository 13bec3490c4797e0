"""Mozilla's engine with tiny models, from a folder and from a shelf on loopback."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from diglot.translation.engines import Engines
from diglot.translation.engines.base import EngineError
from diglot.translation.engines.fxtranslate import Firefox
from tests.translation import desk
from tests.translation.engines import tiny
from tests.translation.engines.shelf import Shelf

fxtranslate = pytest.importorskip("fxtranslate")
pytest.importorskip("sentencepiece")
pytest.importorskip("numpy")


@pytest.fixture(scope="module")
def shared() -> Mapping[str, bytes]:
    """A model with one vocabulary, as those into English have it."""
    vocab = tiny.vocabulary([])
    return {"model": tiny.firefox(tiny.size_of(vocab)), "vocab": vocab}


@pytest.fixture(scope="module")
def split() -> Mapping[str, bytes]:
    """A model with two vocabularies, as those into Chinese have it."""
    own, far = tiny.vocabulary([]), tiny.vocabulary(["甲乙丙丁戊己庚辛"])
    model = tiny.firefox(tiny.size_of(own), tiny.size_of(far), seed=2)
    return {"model": model, "srcvocab": own, "trgvocab": far}


def put(folder: Path, files: Mapping[str, bytes]) -> None:
    folder.mkdir(parents=True)
    for kind, data in files.items():
        name = f"{kind}.zhen.{'intgemm.alphas.bin' if kind == 'model' else 'spm'}"
        (folder / name).write_bytes(data)


def by_library(files: Mapping[str, bytes], text: str) -> str:
    """What the library says of a sentence when it is asked directly."""
    own, far = files.get("srcvocab"), files.get("trgvocab")
    shared = files.get("vocab", b"")
    said: str = fxtranslate.Translator(files["model"], own or shared, far or shared).translate(text)
    return said


def opened(root: Path, **options: Any) -> Firefox:
    engine = Engines(root, {"fxtranslate": options}).open("fxtranslate")
    assert isinstance(engine, Firefox)
    return engine


def test_models_in_a_folder_are_used_sentence_by_sentence(
    shared: Mapping[str, bytes], tmp_path: Path
) -> None:
    put(tmp_path / "mine" / "zh-en", shared)
    first, second, third, _ = tiny.ZH
    want = [
        f"{by_library(shared, first)} {by_library(shared, second)}",
        by_library(shared, third),
    ]
    found = opened(tmp_path, models="mine").translate([first + second, third], "zh-Hans", "en", ())
    assert [" ".join(text.split()) for text in want] == list(found)


def test_a_direction_may_have_two_vocabularies(split: Mapping[str, bytes], tmp_path: Path) -> None:
    put(tmp_path / "mine" / "en-zh-Hans", split)
    (found,) = opened(tmp_path, models="mine").translate(tiny.EN[:1], "en", "zh-Hans", ())
    assert found.replace(" ", "")[:20] == by_library(split, tiny.EN[0]).replace(" ", "")[:20]


def test_traditional_characters_are_simplified_first(
    shared: Mapping[str, bytes], tmp_path: Path
) -> None:
    put(tmp_path / "mine" / "zh-en", shared)
    engine = opened(tmp_path, models="mine")
    old = engine.translate(["東風汽車與騰訊在武漢簽署戰略合作協議。"], "zh-Hant", "en", ())
    assert old == engine.translate(tiny.ZH[:1], "zh-Hans", "en", ())


def test_a_sentence_beyond_the_models_window_is_translated_to_its_end(
    shared: Mapping[str, bytes], tmp_path: Path
) -> None:
    put(tmp_path / "mine" / "zh-en", shared)
    long = "双方将在智能座舱等领域展开合作，" * 30 + "总部设在上海。"
    (found,) = opened(tmp_path, models="mine").translate([long], "zh-Hans", "en", ())
    assert len(found) > len(by_library(shared, long))


@pytest.fixture
def shelf(shared: Mapping[str, bytes], split: Mapping[str, bytes]) -> Iterator[Shelf]:
    with Shelf() as running:
        running.put(("zh-Hans", "en"), {**shared, "lex": b"a shortlist"})
        running.put(("en", "zh-Hans"), split)
        yield running


def fetching(shelf: Shelf, root: Path) -> Firefox:
    return opened(root, records_url=f"{shelf.url}/records", attachments=f"{shelf.url}/files")


def kept(root: Path) -> dict[str, bytes]:
    """The files of the models that were fetched."""
    folder = root / ".cache" / "diglot" / "models"
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_models_are_fetched_once_with_a_bar_that_tells_their_size(
    shelf: Shelf, shared: Mapping[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    want = opened_text(fetching(shelf, tmp_path))
    said = capsys.readouterr().err
    megabytes = sum(len(shelf.packed[path.removeprefix("/files/")]) for path, _ in shelf.asked)
    assert f"zh-en once, {megabytes / 1e6:.1f} MB" in said
    assert "100%" in said
    assert kept(tmp_path) == {
        "zh-en/model.bin": shared["model"],
        "zh-en/vocab.spm": shared["vocab"],
    }
    asked = len(shelf.asked)
    assert opened_text(fetching(shelf, tmp_path)) == want
    assert len(shelf.asked) == asked
    assert capsys.readouterr().err == ""


def opened_text(engine: Firefox) -> str:
    (found,) = engine.translate(tiny.ZH[:1], "zh-Hans", "en", ())
    return found


def test_the_other_direction_fetches_both_vocabularies(
    shelf: Shelf, split: Mapping[str, bytes], tmp_path: Path
) -> None:
    fetching(shelf, tmp_path).translate(tiny.EN[:1], "en", "zh-Hans", ())
    assert kept(tmp_path) == {
        "en-zh/model.bin": split["model"],
        "en-zh/srcvocab.spm": split["srcvocab"],
        "en-zh/trgvocab.spm": split["trgvocab"],
    }


def test_the_address_of_the_list_may_come_from_the_environment(
    shelf: Shelf, tmp_path: Path
) -> None:
    settings = {"fxtranslate": {"attachments": f"{shelf.url}/files"}}
    environ = {"FXTRANSLATE_RECORDS_URL": f"{shelf.url}/records"}
    engine = Engines(tmp_path, settings, environ).open("fxtranslate")
    assert isinstance(engine, Firefox)
    assert opened_text(engine)


def test_the_newest_files_of_a_format_the_library_reads_are_taken(
    shelf: Shelf, split: Mapping[str, bytes], tmp_path: Path
) -> None:
    vocab = tiny.vocabulary(["甲乙丙丁"])
    newer = {"model": tiny.firefox(tiny.size_of(vocab), seed=3), "vocab": vocab}
    shelf.put(("zh-Hans", "en"), newer, "3.10")
    shelf.put(("zh-Hans", "en"), {"model": b"later", "vocab": b"later"}, "4.0")
    fetching(shelf, tmp_path).translate(tiny.ZH[:1], "zh-Hans", "en", ())
    assert kept(tmp_path) == {"zh-en/model.bin": newer["model"], "zh-en/vocab.spm": newer["vocab"]}


@pytest.mark.parametrize("faults", [["cut"], ["500"], ["cut", "cut"], ["cut", "whole"]])
def test_a_download_that_breaks_off_is_taken_up_again(
    shelf: Shelf, shared: Mapping[str, bytes], tmp_path: Path, faults: list[str]
) -> None:
    shelf.faults.extend(faults)
    assert opened_text(fetching(shelf, tmp_path))
    assert set(kept(tmp_path)) == {"zh-en/model.bin", "zh-en/vocab.spm"}
    assert kept(tmp_path)["zh-en/model.bin"] == shared["model"]
    assert shelf.asked[1][0] == shelf.asked[0][0]
    half = len(shelf.packed[shelf.asked[0][0].removeprefix("/files/")]) // 2
    assert shelf.asked[1][1] == ("" if faults[0] == "500" else f"bytes={half}-")


def test_what_came_before_all_tries_failed_is_not_fetched_again(
    shelf: Shelf, tmp_path: Path
) -> None:
    shelf.faults.extend(["cut", "500", "500"])
    with pytest.raises(EngineError, match=r"broke off after [\d,]+ of [\d,]+ bytes") as caught:
        opened_text(fetching(shelf, tmp_path))
    assert caught.value.fatal
    (name,) = kept(tmp_path)
    assert name.endswith(".part")
    assert opened_text(fetching(shelf, tmp_path))
    assert shelf.asked[3][1] == f"bytes={len(shelf.packed['main/zh-Hans-en-3.0-vocab.bin']) // 2}-"


@pytest.mark.parametrize("where", ["hash", "decompressedHash"])
def test_a_file_that_is_not_what_its_checksum_says_is_never_used(
    shelf: Shelf, tmp_path: Path, where: str
) -> None:
    row = next(r for r in shelf.records if r["fileType"] == "model")
    (row["attachment"] if where == "hash" else row)[where] = "0" * 64
    for _ in range(2):
        with pytest.raises(EngineError, match="not what its checksum says") as caught:
            opened_text(fetching(shelf, tmp_path))
        assert caught.value.fatal
        assert "zh-en/model.bin" not in kept(tmp_path)


def test_a_file_that_was_spoilt_on_the_way_is_fetched_anew_by_the_next_run(
    shelf: Shelf, tmp_path: Path
) -> None:
    path = "main/zh-Hans-en-3.0-model.bin"
    good = shelf.packed[path]
    shelf.packed[path] = good[:100] + b"\0" + good[101:-1] + bytes([good[-1] ^ 1])
    with pytest.raises(EngineError, match="next run begins anew"):
        opened_text(fetching(shelf, tmp_path))
    shelf.packed[path] = good
    assert opened_text(fetching(shelf, tmp_path))


def test_a_list_without_the_direction_or_without_sense_is_an_error(tmp_path: Path) -> None:
    with Shelf() as bare:
        with pytest.raises(EngineError, match="has none for zh-Hans-en"):
            opened_text(fetching(bare, tmp_path))
        bare.put(("zh-Hans", "en"), {"model": b"alone"})
        with pytest.raises(EngineError, match="has none for zh-Hans-en"):
            opened_text(fetching(bare, tmp_path))
        gone = f"{bare.url}/records"
    with pytest.raises(EngineError, match="cannot be read"):
        opened_text(opened(tmp_path, records_url=gone))
    with pytest.raises(EngineError, match="no address of the web"):
        opened_text(opened(tmp_path, records_url="file:///etc/hosts"))


def test_it_says_what_it_would_use_or_what_it_lacks(
    shared: Mapping[str, bytes], tmp_path: Path
) -> None:
    def offer(**options: Any) -> tuple[bool, str]:
        found = Engines(tmp_path, {"fxtranslate": options}).offers()["fxtranslate"]
        return found.ready, found.why

    assert offer()[0]
    assert "fetched once" in offer()[1]
    assert not offer(models="mine")[0]
    assert "mine has no folder zh-en" in offer(models="mine")[1]
    put(tmp_path / "mine" / "zh-Hans-en", shared)
    assert offer(models="mine") == (True, f"zh-en in {tmp_path / 'mine'}")
    assert not offer(model="mine")[0]


def test_a_folder_without_a_direction_and_a_broken_model_say_so(
    shared: Mapping[str, bytes], tmp_path: Path
) -> None:
    put(tmp_path / "mine" / "zh-en", {**shared, "model": b"nonsense"})
    engine = opened(tmp_path, models="mine")
    with pytest.raises(EngineError, match="no model for en-zh"):
        engine.translate(tiny.EN, "en", "zh-Hans", ())
    with pytest.raises(EngineError, match=r"alphas\.bin cannot be loaded"):
        engine.translate(tiny.ZH, "zh-Hans", "en", ())


def test_a_model_with_the_vocabulary_of_another_says_so(
    shared: Mapping[str, bytes], tmp_path: Path
) -> None:
    put(tmp_path / "mine" / "zh-en", {**shared, "model": tiny.firefox(20)})
    with pytest.raises(EngineError, match="does not fit its vocabulary") as caught:
        opened(tmp_path, models="mine").translate(tiny.ZH, "zh-Hans", "en", ())
    assert caught.value.fatal


def test_a_run_without_its_models_ends_in_a_finding_and_leaves_the_engine_in_peace(
    tmp_path: Path,
) -> None:
    """In a process of its own: what is left of the engine goes when the interpreter does."""
    made = desk.project(tmp_path)
    environ = {**os.environ, "FXTRANSLATE_RECORDS_URL": "http://127.0.0.1:1/records"}
    command = [sys.executable, "-m", "diglot", "--root", str(made.root), "translate", "--all"]
    done = subprocess.run(
        [*command, "--engine", "fxtranslate"],
        capture_output=True, text=True, check=False, env=environ,
    )  # fmt: skip
    assert done.returncode == 1
    assert "[translation-failed]" in done.stderr
    assert "Traceback" not in done.stderr
