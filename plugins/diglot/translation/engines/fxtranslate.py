"""Mozilla's Firefox Translations models, run here: the door to ``fxtranslate``.

The models come from a folder the settings name, with a folder for each direction as the library's
own cache has it (``zh-Hans-en`` or ``zh-en``), or are fetched once. Mozilla asks those who
translate much to serve the files themselves: see ``records_url`` and ``attachments``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from diglot.languages import Lang, other, side_of
from diglot.model import SCHEMA
from diglot.translation.engines import local, models
from diglot.translation.engines.base import Engine, EngineError, Glossary, Offer, Options
from diglot.translation.engines.models import ATTACHMENTS
from diglot.translation.engines.options import Needs
from diglot.translation.engines.worker import Worker

if TYPE_CHECKING:
    from fxtranslate import Translator

NAME: Final = "fxtranslate"
RECORDS: Final = "FXTRANSLATE_RECORDS_URL"
_PAIRS: Final = {
    "zh-en": (("zh-Hans", "en"), ("zh", "en")),
    "en-zh": (("en", "zh-Hans"), ("en", "zh")),
}
"""Mozilla's tags for each direction, the present ones first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """``DIGLOT_ENGINES["fxtranslate"]``."""

    __pydantic_config__ = SCHEMA
    models: str | None = None
    """Folder with the models; absent: they are fetched to ``.cache/diglot/models``."""
    records_url: str | None = None
    """Address of the list of models; absent: that of Mozilla, or the environment variable
    FXTRANSLATE_RECORDS_URL."""
    attachments: str = ATTACHMENTS
    """Where the files of that list lie."""
    batch: int = 8
    """Segments in a call; what was translated is written down after each."""


_NEEDS: Final = Needs(NAME, Settings, "mt", ("fxtranslate",))


def offer(given: Options) -> Offer:
    """Whether the models can be used here."""
    return _NEEDS.offer(given, lambda settings: _offer(settings, _folder(settings, given.root)))


def _offer(settings: Settings, folder: Path) -> Offer:
    here = [way for way in _PAIRS if _whole(folder, way)]
    if settings.models is None:
        kept = f"{', '.join(here)} are here" if here else "nothing is here yet"
        return Offer(True, f"Mozilla's models, fetched once to {folder}; {kept}")
    if not here:
        lack = "has no folder zh-en or en-zh with model.*.bin and its vocabularies (*.spm)"
        return Offer(False, f"{folder} {lack}; {_how('zh-en', folder)}")
    return Offer(True, f"{', '.join(here)} in {folder}")


def open_engine(given: Options) -> Firefox:
    """The engine; loads its library, and a model with the first segment of its direction.

    Raises:
        EngineError: an option is unusable.
    """
    return Firefox(_NEEDS.read(given), given)


def _folder(settings: Settings, root: Path) -> Path:
    if settings.models is not None:
        return root / Path(settings.models).expanduser()
    return root / ".cache" / "diglot" / "models"


def _how(way: str, folder: Path) -> str:
    """How a model gets into a folder."""
    tags = " ".join(_PAIRS[way][0])
    return f"“fxtranslate models add {tags} --cache-dir {folder}” fetches it"


def _whole(folder: Path, way: str) -> dict[str, Path]:
    """The files of a direction by kind; empty where they are not all there."""
    for name in ("-".join(pair) for pair in _PAIRS[way]):
        endings = {kind: "bin" if kind == "model" else "spm" for kind in models.KINDS}
        rows = {k: sorted((folder / name).glob(f"{k}*.{end}")) for k, end in endings.items()}
        found = {kind: paths[-1] for kind, paths in rows.items() if paths}
        if "model" in found and ("vocab" in found or {"srcvocab", "trgvocab"} <= set(found)):
            return found
    return {}


class Firefox(Engine):
    """The models of both directions, each loaded when it is first wanted."""

    def __init__(self, settings: Settings, given: Options) -> None:
        self.name = NAME
        self.batch, self.threads = settings.batch, 1
        self._settings, self._given = settings, given
        self._models: dict[str, Translator] = {}
        # The library's models may be used, and given up, in the thread that loaded them only.
        self._worker = Worker(last=self._models.clear)

    def translate(
        self, segments: Sequence[str], source: Lang, target: Lang, glossary: Glossary
    ) -> Sequence[str]:
        """One translation for each segment, in their order.

        Raises:
            EngineError: there is no model for the direction, or it could not be fetched.
        """
        answer = self._worker.do(partial(self._answer, segments, source, target, glossary))
        if isinstance(answer, EngineError):
            raise answer
        return answer

    def _answer(
        self, segments: Sequence[str], source: Lang, target: Lang, glossary: Glossary
    ) -> Sequence[str] | EngineError:
        """The translations, or why there are none: an error's traceback would hold the model."""
        try:
            model = self._model(f"{side_of(source)}-{other(side_of(source))}")
            return local.translate(segments, (source, target), glossary, partial(_say, model))
        except EngineError as error:
            return EngineError(str(error), fatal=error.fatal, done=error.done)

    def _model(self, way: str) -> Translator:
        if way not in self._models:
            self._models[way] = _loaded(self._files(way))
        return self._models[way]

    def _files(self, way: str) -> dict[str, Path]:
        folder = _folder(self._settings, self._given.root)
        if found := _whole(folder, way):
            return found
        if self._settings.models is not None:
            what = f"{folder} has no model for {way}; {_how(way, folder)}"
            raise EngineError(what, fatal=True)
        self._fetch(folder, way)
        return _whole(folder, way)

    def _fetch(self, folder: Path, way: str) -> None:
        from fxtranslate import discovery

        url = self._settings.records_url or self._given.environ.get(RECORDS)
        records = models.read(url or discovery.records_url())
        wanted = models.find(records, _PAIRS[way], self._settings.attachments)
        models.fetch(wanted, folder / way, discovery.verify_and_decompress)


def _loaded(found: dict[str, Path]) -> Translator:
    from fxtranslate import Translator

    own = found.get("srcvocab") or found["vocab"]
    far = found.get("trgvocab") or found["vocab"]
    try:
        return Translator(found["model"].read_bytes(), own.read_bytes(), far.read_bytes())
    except (OSError, ValueError) as error:
        raise EngineError(f"{found['model']} cannot be loaded: {error}", fatal=True) from error


def _say(model: Translator, texts: Sequence[str]) -> list[str]:
    try:
        # `translate` would cut long sentences off without a word.
        return [model.translate_long(text) for text in texts]
    except BaseException as error:
        # What the library did not expect of a model comes out of Rust past `Exception`.
        if type(error).__name__ != "PanicException":
            raise
        raise EngineError(f"the model does not fit its vocabulary: {error}", fatal=True) from error
