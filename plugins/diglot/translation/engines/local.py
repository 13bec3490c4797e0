"""What engines that run here have in common: sentence by sentence, names protected."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Final

from diglot.languages import Lang, side_of
from diglot.markdown import collapse
from diglot.text.script import HAN, to_simplified
from diglot.text.segment import sentences
from diglot.translation import protect
from diglot.translation.engines.base import EngineError, Glossary
from diglot.translation.protect import Say

_CHINESE: Final = f"[{HAN}，。；：？！、“”（）《》]"
_GAP: Final = re.compile(f"(?<={_CHINESE}) (?={_CHINESE})")
_HALF: Final = re.compile(
    rf"(?<={_CHINESE}) ?(?:([,;:?!])|\.(?= ?(?:$|{_CHINESE})))(?: (?=[{HAN}]))?"
)
_FULL: Final = str.maketrans(",;:?!", "，；：？！")


def translate(
    segments: Sequence[str], langs: tuple[Lang, Lang], glossary: Glossary, say: Say
) -> list[str]:
    """Segments translated by a model of sentences, each put together again from its own.

    Args:
        segments: To be translated.
        langs: Their language, and the one to translate into.
        glossary: Names that may stand in them.
        say: The model.

    Raises:
        EngineError: the model has nothing to say of a segment; the others are in its `done`.
    """
    source, target = langs
    texts = [to_simplified(text) if source != "en" else text for text in segments]
    parts = [[text[a:b] for a, b in sentences(text, source)] for text in texts]
    flat = [part for row in parts for part in row]
    said = protect.translate(flat, glossary, side_of(target), say)
    ends = accumulate(map(len, parts), initial=0)
    found = [_joined(said[a:b], target) for a, b in pairwise(ends)]
    if all(found):
        return found
    done = {number: text for number, text in enumerate(found) if text}
    raise EngineError("the model has nothing to say of a segment", done=done)


def _joined(said: Sequence[str], target: Lang) -> str:
    """Sentences as one text; empty if one is."""
    if not all(map(str.strip, said)):
        return ""
    if target == "en":
        return collapse(" ".join(said))
    # Models of Chinese put out spaces between words and half-width stops.
    text = collapse("".join(map(str.strip, said)))
    text = _HALF.sub(lambda match: match[1].translate(_FULL) if match[1] else "。", text)
    return _GAP.sub("", text)
