"""The translation of a record while nobody has made one."""

from __future__ import annotations

from diglot.model import Lang, Translation, TranslationInfo, lang_of, other, side_of


def untranslated(lang: Lang) -> Translation:
    """Front matter of the translation of a text in this language."""
    return Translation(lang=lang_of(other(side_of(lang))), title="", translation=TranslationInfo())
