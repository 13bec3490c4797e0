"""The words of the editor's fields, in the two languages of its interface."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from diglot.authority import CompanyKind
from diglot.languages import Side
from diglot.site.admin.shapes import Key
from diglot.yamlfile import data

_PLACE: Final = "admin"


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language."""

    side: Side
    listed: frozenset[str]
    """Glossaries whose entries the editor can list, and so offer for choice."""
    kinds: Mapping[str, CompanyKind]
    """Kinds of companies."""

    def __call__(self, name: str) -> str:
        """A word that is no key's."""
        return str(data(_PLACE)["words"][name][self.side])

    def label(self, key: Key) -> str:
        """What a key is called; English: its name."""
        words = self._of(key)
        if self.side == "zh":
            return str(words.get("label", key.name))
        return str(words.get("english", key.name.replace("_", " ").capitalize()))

    def one(self, key: Key) -> str:
        """What one entry of a list is called."""
        return (
            str(self._of(key).get("one", self.label(key))) if self.side == "en" else self.label(key)
        )

    def hint(self, key: Key) -> str:
        """What a key means; English: the docstring of the model."""
        return key.about if self.side == "en" else str(self._of(key).get("hint", key.about))

    def choice(self, value: str) -> str:
        """A value a key may have."""
        words = data(_PLACE)["choices" if self.side == "zh" else "english_choices"]
        return str(words.get(value, value.replace("_", " ")))

    def _of(self, key: Key) -> dict[str, Any]:
        found: dict[str, Any] = data(_PLACE)["keys"].get(f"{key.owner}.{key.name}", {})
        return found
