"""``deals/``: every alliance as a table."""

from __future__ import annotations

from collections import Counter

from diglot.site import rows, views
from diglot.site.parts import Desk
from diglot.site.words import DEAL, N_


def view(desk: Desk) -> views.DealsView:
    """The table, with a filter for each kind of deal there is."""
    deals = desk.catalog.deals
    counts = Counter(told.deal.kind for told in deals)
    everything = views.KindFilter(key="all", label=desk.words.say(N_("all")), count=len(deals))
    kinds = [
        views.KindFilter(key=kind, label=desk.words.say(DEAL[kind]), count=counts[kind])
        for kind in DEAL
        if counts[kind]
    ]
    intro = N_(
        "Every alliance the records report, with the words that report it. The same deal told by "
        "two records stands twice, each at its own precision."
    )
    return views.DealsView(
        intro=desk.words.say(intro),
        filters=(everything, *kinds),
        groups=rows.deal_groups(desk, deals),
        key=desk.words.bases(),
    )
