"""What RFC 4287 asks of an Atom document, as far as the site's feeds could break it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import urlsplit

from tests.site.sites import ATOM

DATE: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
MIME: Final = re.compile(r"[\w.+-]+/[\w.+-]+")
ONE: Final = ("id", "title", "updated")
"""Exactly one of each, in feed and entry (4.1.1, 4.1.2)."""
AT_MOST_ONE: Final = ("published", "summary", "content", "rights", "source", "subtitle", "icon")
FEED: Final = {
    *ONE, "author", "category", "contributor", "generator", "icon", "link", "logo", "rights",
    "subtitle", "entry",
}  # fmt: skip
ENTRY: Final = {
    *ONE, "author", "category", "content", "contributor", "link", "published", "rights", "source",
    "summary",
}  # fmt: skip


def faults(feed: Any) -> list[str]:
    """What is wrong with a feed."""
    return list(_faults(feed))


def _faults(feed: Any) -> Iterator[str]:
    if feed.tag != f"{ATOM}feed":
        yield "the root is no feed"
    entries = feed.findall(f"{ATOM}entry")
    for parent, allowed in ((feed, FEED), *((entry, ENTRY) for entry in entries)):
        yield from _element(parent, allowed)
    yield from (fault for entry in entries for fault in _entry(feed, entry))
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    if len(set(ids)) < len(ids):
        yield "two entries have one id"


def _element(parent: Any, allowed: set[str]) -> Iterator[str]:
    names = [str(child.tag).removeprefix(ATOM) for child in parent]
    yield from (f"{name} stands where it may not" for name in names if name not in allowed)
    yield from (f"{name} {names.count(name)} times" for name in ONE if names.count(name) != 1)
    yield from (f"several {name}" for name in AT_MOST_ONE if names.count(name) > 1)
    for name in ("updated", "published"):
        for found in parent.findall(ATOM + name):
            if not DATE.fullmatch(found.text or ""):
                yield f"{name} is no date: {found.text}"
    if not urlsplit(parent.findtext(f"{ATOM}id") or "").scheme:
        yield "the id is no absolute IRI"
    yield from _links(parent)
    for person in parent.findall(f"{ATOM}author"):
        if not (person.findtext(f"{ATOM}name") or "").strip():
            yield "an author has no name"
    for category in parent.findall(f"{ATOM}category"):
        if not category.get("term"):
            yield "a category has no term"


def _links(parent: Any) -> Iterator[str]:
    """Addresses are IRIs; one alternate for each type and language (4.1.1)."""
    seen = set()
    for link in parent.findall(f"{ATOM}link"):
        href, rel = link.get("href") or "", link.get("rel", "alternate")
        if not href or re.search(r"[\s<>\"{}|\\^`]", href):
            yield f"link to {href!r}"
        key = (rel, link.get("type"), link.get("hreflang"))
        if rel == "alternate" and key in seen:
            yield "two alternates of a kind"
        seen.add(key)


def _entry(feed: Any, entry: Any) -> Iterator[str]:
    if entry.find(f"{ATOM}author") is None and feed.find(f"{ATOM}author") is None:
        yield "nobody wrote an entry"
    content = entry.find(f"{ATOM}content")
    rels = [link.get("rel", "alternate") for link in entry.findall(f"{ATOM}link")]
    if content is None and "alternate" not in rels:
        yield "an entry has neither content nor alternate"
    for text in (content, entry.find(f"{ATOM}summary"), entry.find(f"{ATOM}title")):
        kind = "text" if text is None else text.get("type", "text")
        if kind not in ("text", "html", "xhtml") and not (text is content and MIME.fullmatch(kind)):
            yield f"a text is of type {kind}"
