"""axe-core on every kind of page, in both languages, light and dark, desk and phone."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Browser

from tests import browser
from tests.audit.output import Page

LOOKS = (("light", 1280), ("dark", 1280), ("light", 390), ("dark", 390))
"""Colour schemes and widths in CSS pixels."""


def check(chromium: Browser, address: str, pages: dict[str, Page], base: str) -> list[str]:
    """Every violation on the pages.

    Args:
        chromium: A running browser.
        address: Where the site is served.
        pages: The pages to look at, by name.
        base: Full address the site was built for.
    """
    tab = chromium.new_page()
    try:
        return [
            fault
            for name, page in pages.items()
            for fault in _of_page(tab, name, address + page.url.removeprefix(base))
        ]
    finally:
        tab.close()


def _of_page(tab, name: str, url: str) -> Iterator[str]:  # type: ignore[no-untyped-def]
    tab.goto(url + ("?choose" if name.startswith("chooser") else ""))
    for scheme, width in LOOKS:
        tab.emulate_media(color_scheme=scheme)
        tab.set_viewport_size({"width": width, "height": 900})
        for violation in browser.axe_violations(tab):
            yield f"{name} ({scheme}, {width}): {violation}"
