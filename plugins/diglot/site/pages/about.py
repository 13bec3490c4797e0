"""``about/``: method, coverage and the score of extraction, counted from the records themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, get_args

from markupsafe import Markup

from diglot import markdown
from diglot.languages import SIDES, Side
from diglot.markdown import collapse
from diglot.records import identity
from diglot.records.frontmatter import plain
from diglot.site import views
from diglot.site.pages import quality
from diglot.site.parts import Desk
from diglot.site.words import LANGUAGE, N_, STATE
from diglot.translation import coverage
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
    translated = [state for state in states if state != "original"]
    counts = coverage.by_side(desk.catalog.entries)
    return views.AboutView(
        heading=title,
        html=Markup("\n".join(map(markdown.outer_html, rest))),  # noqa: S704  # raw HTML is off
        coverage_head=tuple(desk.words.say(STATE[state]) for state in states),
        coverage=tuple(_coverage(desk, side, states, counts[side]) for side in SIDES),
        company_head=tuple(desk.words.say(STATE[state]) for state in translated),
        companies=tuple(_by_company(desk, translated)),
        score_head=tuple(map(desk.words.say, _SCORE)),
        score=tuple(_score(desk)),
        quality=quality.view(desk),
    )


_SCORE: Final = (N_("as extracted"), N_("corrected by an editor"), N_("added by an editor"))


def _coverage(
    desk: Desk, side: Side, states: Sequence[State], counts: Mapping[State, int]
) -> views.CoverageRow:
    return views.CoverageRow(
        side=side,
        label=desk.words.say(LANGUAGE[side]),
        cells=tuple(desk.words.number(counts.get(state, 0)) for state in states),
    )


def _by_company(desk: Desk, states: Sequence[State]) -> Iterable[views.CompanyCoverage]:
    """Translated blocks of each company's records."""
    for key, counts in coverage.by_company(desk.catalog.entries).items():
        if key in desk.catalog.companies:
            cells = tuple(desk.words.number(counts[state]) for state in states)
            yield views.CompanyCoverage(company=desk.company(key), cells=cells)


def _score(desk: Desk) -> Iterable[views.ScoreRow]:
    """For each field: facts that stand as extracted, that were corrected, that were added."""
    counts: dict[str, Counter[str]] = {field: Counter() for field in _FIELDS}
    for entry in desk.catalog.entries:
        if entry.record.state is not None:
            machine, now = entry.record.state.extracted.front_matter, plain(entry.article)
            for field, known in counts.items():
                known.update(_compared(field, _facts(machine, field), _facts(now, field)))
    for field, label in _FIELDS.items():
        cells = (desk.words.number(counts[field][key]) for key in ("kept", "corrected", "added"))
        yield views.ScoreRow(label=desk.words.say(label), cells=tuple(cells))


def _compared(field: str, machine: Sequence[Any], now: Sequence[Any]) -> Counter[str]:
    """What became of the facts of a field; one taken out counts as corrected."""
    places = identity.pair(field, machine, now) if field in identity.KEYS else [0]
    counts = Counter("corrected" for place in range(len(machine)) if place not in places)
    for fact, place in zip(now, places, strict=True):
        same = place is not None and _said(machine[place]) == _said(fact)
        counts["added" if place is None else "kept" if same else "corrected"] += 1
    return counts


def _facts(matter: Mapping[str, Any], field: str) -> Sequence[Any]:
    """The facts of a field; a field that is no list has one, whose name is the field's."""
    value = matter.get(field)
    return value if isinstance(value, (list, tuple)) else [{"id": field, "value": value}]


def _said(item: Mapping[str, Any]) -> str:
    """What counts as the fact itself: not its evidence, nor how it is known."""
    rest = {k: v for k, v in item.items() if k not in ("evidence", "basis", "as")}
    return collapse(str(sorted(rest.items(), key=str)))
