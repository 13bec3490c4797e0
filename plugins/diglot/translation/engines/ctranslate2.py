"""OPUS-MT and other Marian models: the door to ``ctranslate2`` and ``sentencepiece``.

A folder for each direction, as CTranslate2's converters write it, with the two sentencepiece models
beside it: ``ct2-transformers-converter --model Helsinki-NLP/opus-mt-zh-en --output_dir FOLDER
--copy_files source.spm target.spm``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final

from diglot.languages import Lang, other, side_of
from diglot.model import SCHEMA
from diglot.translation.engines import local
from diglot.translation.engines.base import Engine, EngineError, Glossary, Offer, Options
from diglot.translation.engines.options import Needs

if TYPE_CHECKING:
    import ctranslate2
    import sentencepiece

NAME: Final = "ctranslate2"
_NEEDED: Final = ("model.bin", "source.spm", "target.spm")
_CHINESE: Final = (">>cmn_Hans<<", ">>zho_Hans<<", ">>cmn<<", ">>zho<<", ">>zh<<")
"""What models of several targets want before a text that is to become simplified Chinese."""
_MOST: Final = 200
"""Pieces of a sentence in one go; Marian models have learnt little from longer ones."""
_CLAUSE: Final = re.compile(r"(?<=[，；：,;:])\s*")
_END: Final = "</s>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """``DIGLOT_ENGINES["ctranslate2"]``."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {
        **SCHEMA,
        "alias_generator": lambda name: name.replace("_", "-"),
    }
    zh_en: str | None = None
    """Folder of the model from Chinese into English."""
    en_zh: str | None = None
    """Folder of the model from English into Chinese."""
    beam: int = 4
    """Readings of a sentence that are followed at once; 1 is fastest."""
    batch: int = 8
    """Segments in a call; what was translated is written down after each."""

    def folders(self, root: Path) -> dict[str, Path]:
        """The folders, by direction."""
        given = {"zh-en": self.zh_en, "en-zh": self.en_zh}
        return {way: root / Path(path).expanduser() for way, path in given.items() if path}


_NEEDS: Final = Needs(NAME, Settings, "mt-ct2", ("ctranslate2", "sentencepiece"))


def offer(given: Options) -> Offer:
    """Whether the models can be used here."""
    return _NEEDS.offer(given, lambda settings: _offer(settings.folders(given.root)))


def _offer(folders: Mapping[str, Path]) -> Offer:
    if not folders:
        return Offer(False, f'name a model: DIGLOT_ENGINES["{NAME}"] = {{"zh-en": "folder"}}')
    for folder in folders.values():
        if gone := [name for name in _NEEDED if not (folder / name).is_file()]:
            how = (
                "convert a model with ct2-transformers-converter --copy_files source.spm target.spm"
            )
            return Offer(False, f"{folder} has no {', '.join(gone)}; {how}")
    return Offer(True, ", ".join(f"{way}: {folder}" for way, folder in folders.items()))


def open_engine(given: Options) -> Marian:
    """The engine; loads its libraries, and a model with the first segment of its direction.

    Raises:
        EngineError: an option is unusable.
    """
    return Marian(_NEEDS.read(given), given.root)


class Marian(Engine):
    """The models of both directions, each loaded when it is first wanted."""

    def __init__(self, settings: Settings, root: Path) -> None:
        self._settings, self._folders = settings, settings.folders(root)
        # The folders' names are the models': another model is asked anew.
        self.name = f"{NAME}:{'+'.join(dict.fromkeys(f.name for f in self._folders.values()))}"
        self.batch, self.threads = settings.batch, 1
        self._models: dict[str, _Model] = {}

    def translate(
        self, segments: Sequence[str], source: Lang, target: Lang, glossary: Glossary
    ) -> Sequence[str]:
        """One translation for each segment, in their order.

        Raises:
            EngineError: no model is named for the direction, or it cannot be loaded.
        """
        model = self._model(f"{side_of(source)}-{other(side_of(source))}")
        return local.translate(segments, (source, target), glossary, model.say)

    def _model(self, way: str) -> _Model:
        if way not in self._models:
            folder = self._folders.get(way)
            if folder is None:
                what = f'no model for {way}: name its folder in DIGLOT_ENGINES["{NAME}"]'
                raise EngineError(what, fatal=True)
            self._models[way] = _loaded(folder, way, self._settings.beam)
        return self._models[way]


@dataclass(frozen=True, slots=True)
class _Model:
    """A model with its pieces."""

    translator: ctranslate2.Translator
    source: sentencepiece.SentencePieceProcessor
    target: sentencepiece.SentencePieceProcessor
    before: Sequence[str]
    """Tokens before every text."""
    after: Sequence[str]
    """Tokens after every text."""
    beam: int

    def say(self, texts: Sequence[str]) -> list[str]:
        """Each sentence translated; one that is too long in parts."""
        rows = [_parts(text, self._pieces, _MOST) for text in texts]
        tokens = [[*self.before, *self._pieces(part), *self.after] for row in rows for part in row]
        found = self.translator.translate_batch(
            tokens,
            beam_size=self.beam,
            max_batch_size=1024,
            batch_type="tokens",
            max_input_length=0,  # by itself it would cut what is longer off
            disable_unk=True,
        )
        answers = iter([self.target.decode(one.hypotheses[0]) for one in found])
        return [" ".join(next(answers) for _ in row) for row in rows]

    def _pieces(self, text: str) -> list[str]:
        pieces: list[str] = self.source.encode(text, out_type=str)
        return pieces


def _parts(text: str, pieces: Callable[[str], Sequence[str]], most: int) -> list[str]:
    """A text in parts of no more than so many pieces, where its clauses allow."""
    parts = [""]
    for clause in _CLAUSE.split(text) if len(pieces(text)) > most else [text]:
        joined = f"{parts[-1]} {clause}" if clause[:1].isascii() and parts[-1] else None
        joined = joined or parts[-1] + clause
        if parts[-1] and len(pieces(joined)) > most:
            parts.append(clause)
        else:
            parts[-1] = joined
    return parts


def _loaded(folder: Path, way: str, beam: int) -> _Model:
    import ctranslate2
    import sentencepiece

    try:
        translator = ctranslate2.Translator(str(folder), device="cpu")
        source, target = (
            sentencepiece.SentencePieceProcessor(model_file=str(folder / name))
            for name in _NEEDED[1:]
        )
        config, words = _json(folder / "config.json"), _words(folder)
    except (OSError, RuntimeError, ValueError) as error:
        raise EngineError(f"{folder} cannot be loaded: {error}", fatal=True) from error
    chinese = [token for token in _CHINESE if token in words] if way == "en-zh" else []
    # Models that were converted from Hugging Face's form want the end said.
    after = [] if isinstance(config, dict) and config.get("add_source_eos") else [_END]
    return _Model(translator, source, target, chinese[:1], after, beam)


def _words(folder: Path) -> frozenset[str]:
    """The vocabulary of sources."""
    for name in ("source_vocabulary.json", "shared_vocabulary.json"):
        if (folder / name).is_file():
            return frozenset(_json(folder / name))
    return frozenset()


def _json(path: Path) -> Any:
    return json.loads(path.read_text("utf-8")) if path.is_file() else {}
