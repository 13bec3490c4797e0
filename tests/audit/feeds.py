"""Atom feeds: the grammar of RFC 4287, and what it says in words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from tests.audit.output import ATOM, Output

GRAMMAR = Path(__file__).with_name("atom.rng")


def check(site: Output) -> list[str]:
    """Every fault of every feed."""
    grammar = etree.RelaxNG(etree.parse(GRAMMAR))
    return [
        f"{name}: {fault}"
        for name, feed in site.feeds.items()
        for fault in _of(site, name, feed, grammar)
    ]


def _of(site: Output, name: str, feed: Any, grammar: etree.RelaxNG) -> Iterator[str]:
    if not grammar.validate(feed):
        yield from (f"line {fault.line}: {fault.message}" for fault in grammar.error_log)
        return
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    if site.address and links.get("self") != site.base + name:
        yield f"link to itself is {links.get('self')}"
    ids = [entry.findtext(f"{ATOM}id") for entry in feed.iter(f"{ATOM}entry")]
    yield from (f"two entries share the id {one}" for one in {i for i in ids if ids.count(i) > 1})
    for entry in feed.iter(f"{ATOM}entry"):
        href = entry.find(f"{ATOM}link").get("href")
        if site.address and not site.resolves(href):
            yield f"an entry leads to no page: {href}"
        published, updated = (entry.findtext(ATOM + t) for t in ("published", "updated"))
        if published and published[:10] > updated[:10]:
            yield f"an entry was updated before it was published: {href}"
