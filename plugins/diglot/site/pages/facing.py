"""``/both/articles/<slug>/``: facing texts."""

from __future__ import annotations

from collections.abc import Sequence

from diglot.languages import Side, other
from diglot.site import bodies, links, views
from diglot.site.entries import Entry
from diglot.site.pages import article, progress
from diglot.site.parts import Desk
from diglot.site.words import N_


def view(desks: dict[Side, Desk], entry: Entry) -> views.FacingView:
    """The view of both texts; each side speaks its own language."""
    words = {side: desk.words for side, desk in desks.items()}
    far = desks[other(entry.side)]
    pairs = tuple(
        bodies.facing(entry, index, words, progress.mark(far, entry, index))
        for index in range(min(entry.shown(), len(entry.pairs)))
    )
    return views.FacingView(
        original=entry.side,
        zh=_side(desks["zh"], entry, [pair.zh for pair in pairs]),
        en=_side(desks["en"], entry, [pair.en for pair in pairs]),
        pairs=pairs,
    )


def _side(desk: Desk, entry: Entry, texts: Sequence[views.BlockView]) -> views.FacingSide:
    title, title_lang = entry.title(desk.side)
    own = entry.lang(desk.side)
    note = entry.article.notes
    return views.FacingSide(
        lang=entry.lang(desk.side),
        title=title,
        title_lang=None if title_lang == own else title_lang,
        supplied=entry.article.title_basis == "made",
        summary=desk.gist(entry),
        brief_label="" if desk.summary(entry) else desk.words.say(N_("In brief")),
        contents=article.contents(desk, texts),
        state=desk.state(entry, desk.side),
        state_sentence=progress.sentence(desk, entry),
        note=note[desk.side] if note else "",
        rights_sentence=article.rights_sentence(desk, entry),
        href=desk.page(links.article(entry.slug)),
    )
