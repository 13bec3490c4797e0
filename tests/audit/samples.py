"""Which pages stand for their kinds: the heaviest of each, in each language."""

from __future__ import annotations

from tests.audit.output import Output, Page


def samples(site: Output) -> dict[str, Page]:
    """The heaviest page of each kind by name, such as `company-zh` or `dates-3-en`."""
    found: dict[str, Page] = {}
    for page in site.pages.values():
        name = _name(page)
        if name not in found or len(page.text) > len(found[name].text):
            found[name] = page
    return dict(sorted(found.items()))


def _name(page: Page) -> str:
    """Kind and language; of dates and others with levels, also how deep it lies."""
    deep = page.place.count("/")
    side = f"-{page.side}" if page.side in ("zh", "en") else f"-{page.root.get('lang')[:2]}"
    return f"{page.kind}{'' if page.kind != 'dates' else f'-{deep}'}{side}"
