"""``admin/review/``: what wants a human eye, for editors; no reader's page leads here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final
from urllib.parse import urlsplit

from diglot.attention import KINDS, Group, Item, Kind, figure
from diglot.i18n.said import translate
from diglot.languages import Side
from diglot.problems import Translate
from diglot.site import heads, links, views
from diglot.site.heads import Head
from diglot.site.parts import Desk
from diglot.site.words import N_

PATH: Final = "admin/review/"
"""Path of the page below a language, and of the way to it below the root."""
LABELS: Final[dict[Kind, str]] = {
    "conflict": N_("conflicting reports"),
    "stale": N_("out of date"),
    "lint": N_("doubtful translation"),
    "company": N_("draft of a company"),
    "machine": N_("machine translation"),
    "date": N_("uncertain date"),
    "note": N_("disputed"),
}


def made(desk: Desk, queue: Callable[[], Sequence[Group]]) -> tuple[views.Page, views.ReviewView]:
    """The queue in one language."""
    seen = view(desk, queue())
    page = heads.page(desk, Head("review", PATH, seen.heading, seen.intro))
    return replace(page, canonical=None, alternates=(), feeds=(), json_ld=()), seen


def ways(desks: dict[Side, Desk]) -> tuple[views.Page, views.ReviewWaysView]:
    """The way to the queue in each language, and to the pages of the other language."""
    desk = desks["en"]
    title = desk.words.say(N_("Review queue"))
    head = Head(kind="reviews", path=PATH, title=title, description=title, twin=PATH)
    zh, en = (
        views.Link(label=desks[side].words.say(N_("Review queue")), href=desks[side].page(PATH))
        for side in ("zh", "en")
    )
    page = replace(heads.apart(desk, head), canonical=None)
    return page, views.ReviewWaysView(zh=zh, en=en)


def view(desk: Desk, queue: Sequence[Group]) -> views.ReviewView:
    """What the page of the queue shows."""
    most = figure("page")
    counts = Counter(item.kind for group in queue for item in group.items)
    say, number, words = desk.words.say, desk.words.number, translate(desk.side)
    intro = N_(
        "What wants a human eye, the weightiest first. Mend it in the file or in the browser"
        " editor; “diglot review” prints the same list."
    )
    left = len(queue) - most
    more = desk.words.count("and %(num)s more", "and %(num)s more", left) if left > 0 else ""
    return views.ReviewView(
        heading=say(N_("Review queue")),
        intro=say(intro) if queue else say(N_("Nothing waits for a human eye.")),
        counts=tuple((say(LABELS[kind]), number(counts[kind])) for kind in KINDS if counts[kind]),
        groups=tuple(_group(desk, group, words) for group in queue[:most]),
        more=more,
    )


def _group(desk: Desk, group: Group, words: Translate) -> views.ReviewGroup:
    return views.ReviewGroup(
        title=group.title,
        href=desk.links.to(links.facing(group.key)) if group.is_record else None,
        weight=desk.words.number(group.weight),
        items=tuple(_item(desk, item, words) for item in group.items),
    )


def _item(desk: Desk, item: Item, words: Translate) -> views.ReviewItem:
    return views.ReviewItem(
        kind=item.kind,
        label=desk.words.say(LABELS[item.kind]),
        text=item.words(words),
        where=f"{item.path}:{item.line}",
        href=_source(desk.settings.code_url, item),
    )


def _source(code_url: str, item: Item) -> str | None:
    """The line on GitHub; other hosts have other addresses."""
    if urlsplit(code_url).hostname != "github.com":
        return None
    return f"{code_url.rstrip('/')}/blob/HEAD/{item.path}?plain=1#L{item.line}"
