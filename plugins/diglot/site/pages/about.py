"""``about/``: method, coverage and the score of extraction, counted from the records themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, get_args

from markupsafe import Markup

from diglot import markdown
from diglot.markdown import collapse
from diglot.model import SIDES, Side
from diglot.records.frontmatter import plain
from diglot.site import views
from diglot.site.parts import Desk
from diglot.site.words import LANGUAGE, N_, STATE
from diglot.translation.units import State

_FIELDS: Final = {
    "title": N_("Title"),
    "published": N_("Publication date"),
    "events": N_("Event dates"),
    "companies": N_("Companies"),
    "people": N_("People"),
    "places": N_("Places"),
    "deals": N_("Deals"),
    "themes": N_("Themes"),
}


def view(desk: Desk, text: str) -> views.AboutView:
    """The page, from the Markdown of ``content/pages/about.<side>.md``."""
    nodes = markdown.parse(text)
    title = next((node.plain for node in nodes if node.kind == "heading"), desk.settings.site_name)
    rest = [node for node in nodes if node.plain != title]
    states: Sequence[State] = get_args(State)
    return views.AboutView(
        heading=title,
        html=Markup("\n".join(map(markdown.outer_html, rest))),  # noqa: S704  # raw HTML is off
        coverage_head=tuple(desk.words.say(STATE[state]) for state in states),
        coverage=tuple(_coverage(desk, side, states) for side in SIDES),
        score_head=tuple(map(desk.words.say, _SCORE)),
        score=tuple(_score(desk)),
    )


_SCORE: Final = (N_("as extracted"), N_("corrected by an editor"), N_("added by an editor"))


def _coverage(desk: Desk, side: Side, states: Sequence[State]) -> views.CoverageRow:
    counts: Counter[State] = Counter()
    for entry in desk.catalog.entries:
        own = entry.side == side
        counts.update("original" if own else pair.state for pair in entry.pairs)
    return views.CoverageRow(
        side=side,
        label=desk.words.say(LANGUAGE[side]),
        cells=tuple(desk.words.number(counts[state]) for state in states),
    )


def _score(desk: Desk) -> Iterable[views.ScoreRow]:
    """For each field: facts that stand as extracted, that were corrected, that were added."""
    for field, label in _FIELDS.items():
        kept = corrected = added = 0
        for entry in desk.catalog.entries:
            if entry.record.state is None:
                continue
            machine = _facts(entry.record.state.extracted.front_matter, field)
            now = _facts(plain(entry.article), field)
            kept += sum(now[key] == machine[key] for key in now.keys() & machine.keys())
            corrected += sum(now[key] != machine[key] for key in now.keys() & machine.keys())
            corrected += len(machine.keys() - now.keys())
            added += len(now.keys() - machine.keys())
        cells = tuple(map(desk.words.number, (kept, corrected, added)))
        yield views.ScoreRow(label=desk.words.say(label), cells=cells)


def _facts(matter: Mapping[str, Any], field: str) -> dict[str, str]:
    """The facts of a field, each under what it is about, as what it says."""
    value = matter.get(field)
    if not isinstance(value, (list, tuple)):
        return {field: collapse(str(value))}
    return {_key(item): _said(item) for item in value}


def _key(item: Mapping[str, Any]) -> str:
    parts = item.get("id") or item.get("name") or item.get("as") or item.get("date")
    return str((item["kind"], sorted(item["parties"])) if "parties" in item else parts)


def _said(item: Mapping[str, Any]) -> str:
    """What counts as the fact itself: not its evidence, nor how it is known."""
    rest = {k: v for k, v in item.items() if k not in ("evidence", "basis", "as")}
    return str(sorted(rest.items(), key=str))
