"""The languages of the site and of its texts."""

from __future__ import annotations

from typing import Final, Literal, get_args

Side = Literal["zh", "en"]
"""A language of the site: file suffix and first segment of the URL."""
SIDES: Final[tuple[Side, ...]] = get_args(Side)
Lang = Literal["zh-Hans", "zh-Hant", "en"]
"""BCP 47 tag of a text."""


def side_of(lang: Lang) -> Side:
    """The site language a text of this BCP 47 language is published under."""
    return "en" if lang == "en" else "zh"


def lang_of(side: Side) -> Lang:
    """BCP 47 tag of the pages of a site language."""
    return "zh-Hans" if side == "zh" else "en"


def other(side: Side) -> Side:
    """The other language of the site."""
    return "zh" if side == "en" else "en"
