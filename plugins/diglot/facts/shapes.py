"""Company names by their shape, for companies no registry knows yet.

A name counts if it carries a legal form or a ticker, ends like companies do, has a company noun
before it (“British startup Volklec”) or behind it, or stands in a list of companies. Everything
found here is a proposal, basis `inferred`.
"""

from __future__ import annotations

import re
from typing import Final

from diglot.facts import shapes_en, shapes_zh
from diglot.facts.reading import Reading
from diglot.facts.shape_data import Known, Place

_CODE: Final = re.compile(r" [A-Z]{2,6}[a-z]?\.[A-Z]{1,2}$")


def proposals(reading: Reading, known: Known) -> tuple[Place, ...]:
    """Offsets of names that look like companies; they may overlap what is known."""
    rules = shapes_en.RULES if reading.side == "en" else shapes_zh.RULES
    found = (place for rule in rules for place in rule(reading, known))
    bare = (_bare(reading.text, *place) for place in found)
    return tuple(dict.fromkeys(place for place in bare if place[1] - place[0] > 1))


def _bare(text: str, start: int, end: int) -> Place:
    """Without the ’s of the possessive, or an agency’s code of a share: “Foo FOOG.DE”."""
    code = _CODE.search(text, start, end)
    end = code.start() if code else end
    return start, end - 2 if text[start:end].endswith(("'s", "’s")) else end
