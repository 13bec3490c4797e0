"""How far a translation is: the sentence of a page, the mark of a block, what changed since."""

from __future__ import annotations

from collections import Counter
from html import escape
from typing import Final

from markupsafe import Markup

from diglot.site import views
from diglot.site.entries import Entry
from diglot.site.parts import Desk
from diglot.site.words import N_
from diglot.translation.changes import changes
from diglot.translation.units import State

_FIRST: Final[dict[State, str]] = {
    "machine": N_("%(num)s of %(total)s paragraphs machine-translated"),
    "translated": N_("%(num)s of %(total)s paragraphs translated"),
    "reviewed": N_("%(num)s of %(total)s paragraphs reviewed"),
    "stale": N_("%(num)s of %(total)s paragraphs out of date"),
    "missing": N_("%(num)s of %(total)s paragraphs not translated yet"),
}
_REST: Final[dict[State, str]] = {
    "machine": "",
    "translated": N_("%(num)s translated"),
    "reviewed": N_("%(num)s reviewed"),
    "stale": N_("%(num)s out of date"),
    "missing": N_("%(num)s not translated yet"),
}
_TAGS: Final = {"same": ("", ""), "removed": ("<del>", "</del>"), "added": ("<ins>", "</ins>")}


def sentence(desk: Desk, entry: Entry) -> str:
    """Who made this side's text and how far it is; nothing for the original."""
    if desk.side == entry.side:
        return ""
    counts = Counter(pair.state for pair in entry.pairs)
    if counts["missing"] == len(entry.pairs):
        return desk.words.say(N_("Not translated yet; the original stands here."))
    return desk.words.sentences(_maker(desk, entry), _counted(desk, counts), _reviewer(desk, entry))


def _maker(desk: Desk, entry: Entry) -> str:
    info, say = entry.translation.translation, desk.words.say
    if not info.by:
        return ""
    if info.method == "human":
        return say(N_("Translated by %(name)s."), name=info.by)
    if info.by == "language-model":
        return say(N_("Translated by a language model."))
    if info.by == "memory":
        return say(N_("Put together from earlier translations."))
    return say(N_("Machine translation (%(name)s)."), name=info.by)


def _counted(desk: Desk, counts: Counter[State]) -> str:
    """How many blocks are in which state: “12 of 14 paragraphs machine-translated, 2 reviewed”."""
    total, said = sum(counts.values()), list[str]()
    for state, first in _FIRST.items():
        if counts[state]:
            message = _REST[state] if said else first
            num = desk.words.number(counts[state])
            said.append(desk.words.say(message, num=num, total=desk.words.number(total)))
    if counts["machine"] and not counts["reviewed"]:
        said.insert(1, desk.words.say(N_("none reviewed")))
    return desk.words.say(N_("%(parts)s."), parts=desk.words.cites(said))


def _reviewer(desk: Desk, entry: Entry) -> str:
    info, say = entry.translation.translation, desk.words.say
    if not info.reviewed_by:
        return ""
    if not info.reviewed_on:
        return say(N_("Reviewed by %(name)s."), name=info.reviewed_by)
    day = desk.words.date(info.reviewed_on)
    return say(N_("Reviewed by %(name)s on %(date)s."), name=info.reviewed_by, date=day)


def common(entry: Entry) -> State | None:
    """What most blocks of the translation are; said once, in the sentence at the head."""
    counts = Counter(pair.state for pair in entry.pairs).most_common(1)
    return counts[0][0] if counts and counts[0][0] not in ("stale", "missing") else None


def mark(desk: Desk, entry: Entry, index: int) -> views.MarkView | None:
    """The mark of a block of the translation, in the desk's language; None for the original."""
    pair = entry.pairs[index]
    if desk.side == entry.side:
        return None
    return views.MarkView(
        state=desk.state(entry, desk.side, pair.state),
        said=pair.state != common(entry) or pair.joined,
        note=_note(desk, entry, index),
        changed=_changed(desk, entry, index),
    )


def _note(desk: Desk, entry: Entry, index: int) -> str:
    """Who reviewed the block, or which neighbour it was translated with."""
    pair, say = entry.pairs[index], desk.words.say
    if pair.joined:
        whole = next(n for n, p in enumerate(entry.pairs) if p.target == pair.target)
        return say(N_("Translated together with paragraph %(number)s."), number=whole + 1)
    review = pair.unit.reviewed if pair.unit and pair.state == "reviewed" else None
    if review is None:
        return ""
    if not review.on:
        return say(N_("Reviewed by %(name)s."), name=review.by)
    day = desk.words.date(review.on)
    return say(N_("Reviewed by %(name)s on %(date)s."), name=review.by, date=day)


def _changed(desk: Desk, entry: Entry, index: int) -> views.ChangeView | None:
    """What changed in the original since it was translated."""
    pair = entry.pairs[index]
    if pair.state != "stale" or pair.unit is None or index >= entry.shown():
        return None
    now = entry.nodes[entry.side][pair.source].plain
    parts = []
    for change in changes(pair.unit.source, now):
        before, after = _TAGS[change.kind]
        parts.append(f"{before}{escape(change.text)}{after}")
    label = desk.words.say(N_("What has changed in the original"))
    html = Markup("".join(parts))  # noqa: S704  # escaped above
    return views.ChangeView(label=label, lang=entry.article.lang, html=html)
