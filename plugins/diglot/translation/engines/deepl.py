"""DeepL's API by its own library: the door to ``deepl`` (https://developers.deepl.com)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final

from diglot.languages import Lang
from diglot.markdown import collapse
from diglot.model import SCHEMA
from diglot.records import files
from diglot.translation.engines.base import EngineError, Glossary, Offer, Options, Usage
from diglot.translation.engines.options import Needs

if TYPE_CHECKING:
    import deepl
    from deepl.api_data import MultilingualGlossaryDictionaryEntries

NAME: Final = "deepl"
KEY: Final = "DEEPL_API_KEY"
_FROM: Final[Mapping[Lang, str]] = {"zh-Hans": "ZH", "zh-Hant": "ZH", "en": "EN"}
_INTO: Final[Mapping[Lang, str]] = {"zh-Hans": "ZH-HANS", "zh-Hant": "ZH-HANT", "en": "EN-GB"}
_TEXTS: Final = 50
"""Texts the API takes in one call at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """``DIGLOT_ENGINES["deepl"]``."""

    __pydantic_config__ = SCHEMA
    server_url: str | None = None
    """Address of the service; absent: DeepL's own, by the kind of key."""
    threads: int = 2
    """Calls under way at once."""
    batch: int = 20
    """Segments in a call, 50 at most."""
    timeout: float = 30.0
    """Seconds to wait for an answer."""
    tries: int = 6
    """How often a call is tried while the service is busy or out of reach."""


_NEEDS: Final = Needs(NAME, Settings, "deepl", ("deepl",))


def offer(given: Options) -> Offer:
    """Whether DeepL can be used here."""

    def look(settings: Settings) -> Offer:
        if not given.environ.get(KEY):
            return Offer(False, f"no key: set the environment variable {KEY}")
        return Offer(True, f"at {settings.server_url or 'DeepL, by the key'}")

    return _NEEDS.offer(given, look)


def open_engine(given: Options) -> DeepL:
    """The engine; loads its library.

    Raises:
        EngineError: an option is unusable.
    """
    return DeepL(_NEEDS.read(given), given.environ.get(KEY, ""), given.root)


class DeepL:
    """DeepL, with a glossary that lives as long as the run."""

    def __init__(self, settings: Settings, key: str, root: Path) -> None:
        import deepl
        from deepl import http_client

        self.name = NAME
        self.batch, self.threads = min(settings.batch, _TEXTS), settings.threads
        # The library keeps these two for all its clients.
        http_client.max_network_retries = settings.tries - 1
        http_client.min_connection_timeout = settings.timeout
        self._client = deepl.DeepLClient(key, server_url=settings.server_url)
        self._words = _Words(self._client, root / ".cache" / "diglot" / "deepl-glossary")
        self._lock = Lock()
        self._characters = 0

    def usage(self) -> Usage:
        """Characters, as DeepL bills them."""
        return Usage(self._characters, "characters")

    def stop(self) -> None:
        """Nothing: the library waits as it likes."""

    def close(self) -> None:
        """Delete the glossary, and close the connections.

        Raises:
            EngineError: the glossary is still there.
        """
        import deepl

        try:
            self._words.delete()
        except deepl.DeepLException as error:
            raise EngineError(f"the glossary could not be deleted: {_said(error)}") from error
        finally:
            self._client.close()  # type: ignore[no-untyped-call]

    def translate(
        self, segments: Sequence[str], source: Lang, target: Lang, glossary: Glossary
    ) -> Sequence[str]:
        """One translation for each segment, in their order.

        Raises:
            EngineError: DeepL could not, even after its library's own retries.
        """
        import deepl

        try:
            with self._lock:
                words = self._words.holding(_FROM[source], _FROM[target], glossary)
            found = self._client.translate_text(
                list(segments),
                source_lang=_FROM[source],
                target_lang=_INTO[target],
                glossary=words,
                preserve_formatting=True,
            )
        except (deepl.AuthorizationException, deepl.QuotaExceededException) as error:
            raise EngineError(_said(error), fatal=True) from error
        except deepl.DeepLException as error:
            raise EngineError(_said(error)) from error
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise EngineError("the service answers, but not as DeepL does") from error
        answers = found if isinstance(found, list) else [found]
        if len(answers) != len(segments):
            raise EngineError(f"DeepL: {len(answers)} answers to {len(segments)} segments")
        with self._lock:
            self._characters += sum(answer.billed_characters for answer in answers)
        return [collapse(answer.text) for answer in answers]


class _Words:
    """The run's glossary: one at the service, a dictionary for each direction.

    Its id is written down, so that the next run deletes what a run that was killed left behind:
    accounts may have few glossaries.
    """

    def __init__(self, client: deepl.DeepLClient, note: Path) -> None:
        self._client, self._note = client, note
        self._id: str | None = None
        self._held: dict[tuple[str, str], dict[str, str]] = {}

    def holding(self, source: str, target: str, glossary: Glossary) -> str | None:
        """Id of the glossary, once it has these terms; None where there are none."""
        from deepl.api_data import MultilingualGlossaryDictionaryEntries as Entries

        if not glossary:
            return None
        held = self._held.setdefault((source, target), {})
        if new := {t.source: t.target for t in glossary if held.get(t.source) != t.target}:
            entries = Entries(source, target, new)
            if self._id is None:
                self._create(entries)
            else:
                self._client.update_multilingual_glossary_dictionary(self._id, entries)
            held |= new
        return self._id

    def _create(self, entries: MultilingualGlossaryDictionaryEntries) -> None:
        if self._note.is_file():
            self._delete(files.read_text(self._note))
        self._id = self._client.create_multilingual_glossary("diglot", [entries]).glossary_id
        files.write_text(self._note, self._id)

    def delete(self) -> None:
        """Delete the glossary, if there is one."""
        if self._id is not None:
            self._delete(self._id)
            self._id = None

    def _delete(self, name: str) -> None:
        import deepl

        with suppress(deepl.GlossaryNotFoundException):
            self._client.delete_multilingual_glossary(name)
        self._note.unlink(missing_ok=True)


def _said(error: Exception) -> str:
    return f"DeepL: {' '.join(str(error).split())[:200]}"
