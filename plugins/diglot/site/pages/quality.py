"""The table of extraction quality: ``data/scorecard.yml``, written by ``make floors``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from diglot.site import views
from diglot.site.parts import Desk
from diglot.site.words import N_
from diglot.yamlfile import data

SETS: Final = {
    "dev": N_("development texts"),
    "seeds": N_("founding texts"),
    "nasty": N_("hard texts"),
    "held_out": N_("held-out texts"),
}
"""Sets of texts with known answers, in the order of the columns."""
METRICS: Final = {
    "title": N_("Title"),
    "published": N_("Publication date"),
    "publisher": N_("Publisher"),
    "author": N_("Author"),
    "event_dates": N_("Event dates"),
    "companies": N_("Companies"),
    "central": N_("Central companies"),
    "people": N_("People"),
    "places": N_("Places"),
    "deals_lenient": N_("Parties to deals"),
    "deals": N_("Deals with kind and all parties"),
    "themes": N_("Themes"),
    "noise": N_("Lines that are not the article"),
    "body": N_("Text of the article"),
    "total": N_("Total"),
}
_USED: Final = N_(
    "Scores from 0 to 1, where 1 is perfect (version %(version)s, %(date)s). The rules were "
    "developed with these texts, so new ones will come out less well."
)
_UNUSED: Final = N_("Only the held-out texts were never looked at during development.")


def view(desk: Desk) -> views.QualityView:
    """The table of this version, and what it is worth."""
    return shown(desk, data("scorecard"))


def shown(desk: Desk, card: Mapping[str, Any]) -> views.QualityView:
    """The table of a scorecard, and what it is worth."""
    sets = {key: card["sets"][key] for key in SETS if key in card["sets"]}
    said = desk.words.say(_USED, version=card["version"], date=desk.words.date(card["date"]))
    held = desk.words.say(_UNUSED) if "held_out" in sets else ""
    rows = (_row(desk, metric, label, sets) for metric, label in METRICS.items())
    return views.QualityView(
        intro=desk.words.sentences(said, held),
        head=tuple(_column(desk, key, one) for key, one in sets.items()),
        rows=tuple(rows),
    )


def _column(desk: Desk, key: str, one: Mapping[str, str]) -> str:
    name = desk.words.say(SETS[key])
    count = desk.words.number(int(one["documents"]))
    return desk.words.say(N_("%(name)s (%(num)s)"), name=name, num=count)


def _row(
    desk: Desk, metric: str, label: str, sets: Mapping[str, Mapping[str, str]]
) -> views.ScoreRow:
    cells = tuple(one.get(metric, "–") for one in sets.values())
    return views.ScoreRow(label=desk.words.say(label), cells=cells)
