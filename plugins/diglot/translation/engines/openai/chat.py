"""Translation by a chat service."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from diglot.languages import Lang
from diglot.translation.engines.base import EngineError, Glossary, Usage
from diglot.translation.engines.openai import talk
from diglot.translation.engines.openai.service import Service
from diglot.translation.engines.openai.settings import NAME, Settings
from diglot.translation.engines.openai.talk import Talk

_USELESS: Final = 3
"""Batches in a row without one usable answer; then the model counts as unfit for the task."""


class _Unusable(Exception):
    """An answer that is cut off, held back, or does not have one text for each segment."""


class Chat:
    """A chat service and its model, as an engine."""

    def __init__(self, settings: Settings, key: str | None) -> None:
        self.name = f"{NAME}/{settings.model}"
        self.batch, self.threads = settings.batch, settings.threads
        self._service = Service(settings, key, talk.SCHEMA)
        self._useless = 0
        """Calls of `translate` in a row of which nothing came out."""

    def usage(self) -> Usage:
        """Tokens, and what they cost if the settings know the prices."""
        return self._service.usage()

    def stop(self) -> None:
        """Begin no call and wait for none again."""
        self._service.stop()

    def close(self) -> None:
        """Close the connections."""
        self._service.close()

    def translate(
        self, segments: Sequence[str], source: Lang, target: Lang, glossary: Glossary
    ) -> Sequence[str]:
        """One translation for each segment, in their order.

        Raises:
            EngineError: some could not be translated; `EngineError.done` has the others.
        """
        asked, found = Talk(segments, source, target, glossary), dict[int, str]()
        try:
            fault = self._fill(asked, range(len(segments)), found)
            self._rename(asked, found)
        except EngineError as error:
            raise EngineError(str(error), fatal=error.fatal, done=found) from error
        self._useless = 0 if found else self._useless + 1
        if fault:
            raise EngineError(fault, fatal=self._useless >= _USELESS, done=found)
        return [found[n] for n in range(len(segments))]

    def _fill(self, asked: Talk, places: Sequence[int], found: dict[int, str]) -> str:
        """Translate segments, in halves if need be; returns why some could not be."""
        try:
            found.update(self._answers(asked, places))
        except _Unusable as error:
            if len(places) == 1:
                return str(error)
            middle = len(places) // 2
            faults = [self._fill(asked, n, found) for n in (places[:middle], places[middle:])]
            return max(faults)
        return ""

    def _rename(self, asked: Talk, found: dict[int, str]) -> None:
        """Once more what lost a name of the glossary; the better answer stays."""
        lost = {n: count for n, text in found.items() if (count := asked.lost(n, text))}
        if not lost:
            return
        try:
            better = self._answers(asked, sorted(lost), again=True)
        except (_Unusable, EngineError):
            return  # what is there can be used
        found.update({n: text for n, text in better.items() if asked.lost(n, text) < lost[n]})

    def _answers(
        self, asked: Talk, places: Sequence[int], *, again: bool = False
    ) -> dict[int, str]:
        """Translations of some segments, asked for twice if the first answer cannot be used.

        Raises:
            _Unusable: neither answer can be used, or the first was cut off or held back.
        """
        for _ in range(2):
            answer = self._service.ask(asked.messages(places, again=again))
            if answer.fault:
                raise _Unusable(answer.fault)
            if (found := talk.read(answer.text, places)) is not None:
                return found
        raise _Unusable("the answer does not have one text for each segment")
