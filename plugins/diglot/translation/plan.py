"""What of a record wants translating, and the record once it is translated."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from diglot.model import Translation, TranslationInfo
from diglot.records import bodies
from diglot.records.state import UNTRANSLATED, Review, State, Unit
from diglot.translation import blocks
from diglot.translation.bitext import HEADS, Bitext, Place
from diglot.translation.units import head_state, settle


def wanted(work: Bitext) -> dict[Place, tuple[str, ...]]:
    """Segments to translate by their place: what is missing, and a machine's that is stale."""
    found = dict[Place, tuple[str, ...]]()
    for name in HEADS:
        own, twin, unit = work.head(name)
        state = head_state(own, twin, unit, work.info)
        stale = state == "stale" and unit is not None and _by_machine(unit, twin)
        if own.strip() and (state == "missing" or stale):
            found[name] = (own,)
    for pair in work.pairs:
        stale = pair.state == "stale" and pair.machine
        if pair.state == "missing" or stale:
            found[pair.source] = blocks.parts(work.nodes[pair.source]).segments
    return found


def _by_machine(unit: Unit, text: str) -> bool:
    return unit.method == "machine" and unit.target == text


def waiting(work: Bitext) -> int:
    """Stale blocks that hold a person's words, and so wait for a person."""
    return sum(pair.state == "stale" and not pair.machine for pair in work.pairs)


@dataclass(frozen=True, slots=True)
class Done:
    """A record's translation after a run."""

    translation: Translation
    body: str
    state: State


def done(work: Bitext, answers: Mapping[Place, Sequence[str]], by: Mapping[Place, str]) -> Done:
    """The record with these places translated; everything else stays as people left it.

    Args:
        work: The record before.
        answers: Translations of the segments of a place.
        by: Who made them: an engine's name.
    """
    texts: dict[Place, str] = dict(_built(work, answers).items())
    texts |= {name: answers[name][0] for name in HEADS if name in answers}
    units = {
        place: Unit(source=work.own(place), target=said(place, text), by=by[place])
        for place, text in texts.items()
    }
    maker = TranslationInfo(by=next(iter(by.values()), None))
    return put(work, texts, units, maker, gone=_left_over(work))


def said(place: Place, text: str) -> str:
    """Plain text of a title or summary, or of a block's Markdown."""
    return blocks.plain(text) if isinstance(place, int) else text


def put(
    work: Bitext,
    texts: Mapping[Place, str],
    units: Mapping[Place, Unit],
    maker: TranslationInfo,
    gone: Collection[int] = (),
) -> Done:
    """The record with these texts (Markdown of blocks) in their places.

    The units are those of the texts, and of texts that stay and were read or doubted; the maker
    is named where nobody is; blocks of the translation at the places `gone` are left out.
    """
    state, info = work.memory, work.info
    if texts or not all(unit.reviewed for unit in units.values()):
        state, info = _reviewed(work)
    read = {(unit.source, unit.target) for place, unit in units.items() if place not in texts}
    old = settle(work.sources, work.targets, state.units, info)
    old = tuple(unit for unit in old if (unit.source, unit.target) not in read)
    fresh = {place: unit for place, unit in units.items() if isinstance(place, int)}
    title, summary = units.get("title", state.title), units.get("summary", state.summary)
    kept = _units(work, old, fresh)
    front = dataclasses.replace(
        work.translation,
        title=texts.get("title", work.translation.title),
        summary=texts.get("summary", work.translation.summary),
        translation=_signed(info, maker) if texts else info,
    )
    body = _body(work, {n: text for n, text in texts.items() if isinstance(n, int)}, gone)
    state = dataclasses.replace(state, units=kept, title=title, summary=summary)
    return Done(front, body, state)


def _signed(info: TranslationInfo, maker: TranslationInfo) -> TranslationInfo:
    """With the maker's name where there is none."""
    method = info.method if info.by or info.method == "human" else maker.method
    return dataclasses.replace(info, by=info.by or maker.by, method=method)


def _built(work: Bitext, answers: Mapping[Place, Sequence[str]]) -> dict[int, str]:
    """Markdown of the blocks that were translated, by place."""
    places = (place for place in answers if isinstance(place, int))
    return {n: blocks.parts(work.nodes[n]).build(answers[n]) for n in places}


def _reviewed(work: Bitext) -> tuple[State, TranslationInfo]:
    """A review of the whole, written down text by text: it says nothing of what comes now."""
    info, memory = work.info, work.memory
    if not info.reviewed_by:
        return memory, info
    review = Review(by=info.reviewed_by, on=info.reviewed_on or "")
    held = {(unit.source, unit.target): unit for unit in memory.units}
    for pair in work.pairs:
        if pair.state == "reviewed" and pair.target is not None:
            texts = work.sources[pair.source], work.targets[pair.target]
            held[texts] = _read(pair.unit, texts, review)
    heads = {"title": memory.title, "summary": memory.summary}
    for name in HEADS:
        own, twin, unit = work.head(name)
        if head_state(own, twin, unit, info) == "reviewed":
            heads[name] = _read(unit, (own, twin), review)
    title, summary = heads["title"], heads["summary"]
    state = dataclasses.replace(memory, units=(*held.values(),), title=title, summary=summary)
    return state, dataclasses.replace(info, reviewed_by=None, reviewed_on=None)


def _read(unit: Unit | None, texts: tuple[str, str], review: Review) -> Unit:
    """The unit of two texts, with its own review or this one."""
    unit = unit or Unit(source=texts[0], target=texts[1], method="human")
    return dataclasses.replace(unit, reviewed=unit.reviewed or review)


def _units(work: Bitext, old: Sequence[Unit], new: Mapping[int, Unit]) -> tuple[Unit, ...]:
    """The new units in their places, those they replace behind the others."""
    held = {(unit.source, unit.target): unit for unit in old}
    now: list[Unit] = []
    for pair in work.pairs:
        if pair.source in new:
            now.append(new[pair.source])
        elif pair.target is not None:
            text = work.targets[pair.target]
            now += [u for (s, t), u in held.items() if t == text and u not in now][:1]
    return (*now, *(unit for unit in old if unit not in now))


def _body(work: Bitext, built: Mapping[int, str], gone: Collection[int]) -> str:
    """The translation's body in the order of the original."""
    if not built and work.record.translation_body:
        return work.record.translation_body
    texts = bodies.split(work.record.translation_body or "")
    parts: list[str] = []
    for pair in work.pairs:
        if pair.source in built:
            parts.append(built[pair.source])
        elif not pair.joined:
            parts.append(UNTRANSLATED if pair.target is None else texts[pair.target])
        parts += [texts[place] for place in pair.extra if place not in gone]
    return bodies.join(parts)


def _left_over(work: Bitext) -> set[int]:
    """Extra blocks a machine wrote for text the original does not have any more."""
    made = {u.target for u in work.memory.units if u.method == "machine"}
    made -= {u.target for u in work.memory.units if u.method == "human"}
    return {n for pair in work.pairs for n in pair.extra if work.targets[n] in made}
