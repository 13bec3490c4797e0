"""What is shown of a hit: a small file for each record, and packs of companies and themes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from diglot.languages import SIDES, Side, other
from diglot.site import links, rows
from diglot.site.entries import Entry
from diglot.site.parts import Desk
from diglot.site.search.index import Topic
from diglot.site.search.texts import Named, named
from diglot.site.sentences import twins

PACK: Final = 32
"""Companies and themes of a file."""


def record(desks: Mapping[Side, Desk], entry: Entry) -> dict[str, Any]:
    """A record as the results show it; of its text no more than its rights allow."""
    return {
        "slug": entry.slug,
        "langs": [entry.lang(side) for side in SIDES],
        "titles": [list(entry.title(side)) for side in SIDES],
        "supplied": entry.article.title_basis == "made",
        "when": _when(desks, entry),
        "companies": [rows.record(desks[side], entry).companies for side in SIDES],
        "states": [entry.state(side) for side in SIDES],
        "summaries": [list(entry.summary(side)) for side in SIDES],
        "names": [_name(one) for one in named(entry, desks["zh"].catalog.registry)],
        "blocks": [
            [pair.source + 1, _sentences(entry, number)]
            for number, pair in enumerate(entry.pairs[: entry.shown()])
        ],
    }


def _when(desks: Mapping[Side, Desk], entry: Entry) -> dict[str, Any]:
    date, label = rows.when(desks["zh"], entry)
    far, far_label = rows.when(desks["en"], entry)
    return {
        "slots": date.slots,
        "machine": date.machine,
        "basis": date.basis.key,
        "words": [date.words, far.words],
        "gap": [date.gap, far.gap],
        "label": [label, far_label],
    }


def _name(one: Named) -> list[Any]:
    """Names in both languages, how the record writes it, and other names that find it."""
    return [one.names.zh, one.names.en, list(one.written), list(one.others)]


def _sentences(entry: Entry, index: int) -> list[list[str]]:
    """Sentences of a block with their twins: name (see `site.sentences`), Chinese, English.

    What the translation adds after the block has no name.
    """
    spans = twins(entry, index)
    texts = {side: _plain(entry, index, side) for side in spans}
    found: dict[int, dict[str, str]] = {}
    for side, told in spans.items():
        for twin in told:
            texts_of = found.setdefault(twin.number, {"name": twin.names[0]})
            texts_of[side] = texts[side][slice(*twin.span)]
    rows = [
        [both["name"], both.get("zh", ""), both.get("en", "")] for _, both in sorted(found.items())
    ]
    far = other(entry.side)
    for place in entry.pairs[index].extra:
        text = entry.nodes[far][place].plain
        rows.append(["", text, ""] if far == "zh" else ["", "", text])
    return rows


def _plain(entry: Entry, index: int, side: Side) -> str:
    pair = entry.pairs[index]
    place = pair.source if side == entry.side else pair.target
    return entry.nodes[side][place or 0].plain


def packs(topics: Sequence[Topic]) -> Iterator[list[list[Any]]]:
    """Companies and themes, `PACK` in a file: path, names, count, line."""
    for start in range(0, len(topics), PACK):
        yield [_topic(topic) for topic in topics[start : start + PACK]]


def _topic(topic: Topic) -> list[Any]:
    make = links.company if topic.kind == "company" else links.theme
    names, line = topic.names, topic.line
    return [topic.kind, make(topic.id), names.zh, names.en, topic.count, line.zh, line.en]
