"""The site while it is being worked on: each file is made when a browser asks for it.

Nothing is built ahead, so what a change costs is reading the content again and making the one page
that is looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, partial

from diglot.problems import Finding
from diglot.records.content import Content
from diglot.records.store import Record
from diglot.site import build, links
from diglot.site.entries import Entry, prepare
from diglot.site.jobs import Bundle, Lot
from diglot.site.settings import Settings


@dataclass(frozen=True, slots=True)
class Preview:
    """A site of which nothing is made yet."""

    bundles: Mapping[str, Bundle]
    """What makes each file, by its path."""
    lots: Mapping[str, Callable[[], Mapping[str, Bundle]]]
    """The same for all below a folder, found out when one of them is asked for."""
    known: Mapping[str, tuple[Record, Entry]] = field(repr=False)
    """Records as they were prepared, by slug, for the next preview."""

    def file(self, path: str) -> bytes | None:
        """A file by its path below the site's root; None if the site has none there.

        ``path`` may be that of a page, which ends in a slash.
        """
        name = links.output(path)
        lots = (find for folder, find in self.lots.items() if name.startswith(folder))
        bundle = self.bundles.get(name) or next((find().get(name) for find in lots), None)
        return None if bundle is None else dict(bundle.files())[name]


def preview(
    settings: Settings,
    content: Content,
    findings: Iterable[Finding] | None = None,
    before: Preview | None = None,
) -> Preview:
    """The site of some content, at the root of its server.

    Args:
        settings: See `site.settings`; the public address is left aside.
        content: What the project holds.
        findings: See `build.build`.
        before: The preview before the last change; what it prepared of records that have not
            changed is used again.
    """
    own = replace(settings, site_url="")
    known = {r.slug: (r, _entry(r, own, before)) for r in content.records}
    made = list(build.bundles(own, content, [entry for _, entry in known.values()], findings, []))
    bundles = _by_path(one for one in made if isinstance(one, Bundle))
    lots = {one.folder: cache(partial(_inside, one)) for one in made if isinstance(one, Lot)}
    return Preview(bundles, lots, known)


def _by_path(bundles: Iterable[Bundle]) -> dict[str, Bundle]:
    return {path: bundle for bundle in bundles for path in bundle.paths}


def _inside(lot: Lot) -> dict[str, Bundle]:
    return _by_path(lot.bundles())


def _entry(record: Record, settings: Settings, before: Preview | None) -> Entry:
    old, entry = (before.known if before else {}).get(record.slug, (None, None))
    if entry is None or old != record:
        return prepare(record, settings.default_rights)
    return entry
