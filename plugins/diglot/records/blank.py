"""The translation of a record while nobody has made one."""

from __future__ import annotations

from diglot.languages import Lang, lang_of, other, side_of
from diglot.model import Translation, TranslationInfo


def untranslated(lang: Lang) -> Translation:
    """Front matter of the translation of a text in this language."""
    return Translation(lang=lang_of(other(side_of(lang))), title="", translation=TranslationInfo())
