"""The site as it was when somebody last looked at it; `make golden` writes it anew."""

from __future__ import annotations

import re
from pathlib import Path

from diglot.languages import SIDES
from tests.site.sites import Site

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "site"
DIGEST = re.compile(rb"(static/[\w/]+)\.[0-9a-f]{8}(\.(?:css|js))")
IN_LANGUAGES = (
    "", "articles/", "companies/", "companies/tencent/", "themes/", "themes/connected_vehicles/",
    "dates/", "dates/2019/", "dates/2019/06/", "dates/year-unknown/", "dates/undated/", "deals/",
    "about/", "terms/", "data/", "search/",
)  # fmt: skip
"""One page of each kind, and of each kind of dates."""


def _shown(site: Site) -> list[str]:
    slug = next(slug for slug in sorted(site.records) if slug.startswith("2019-06-28"))
    english = next(slug for slug, r in sorted(site.records.items()) if r.side == "en")
    places = [*IN_LANGUAGES, f"articles/{slug}/"]
    pages = [f"{side}/{place}index.html" for side in SIDES for place in places]
    facing = [f"both/articles/{name}/index.html" for name in (slug, english)]
    rest = ["index.html", "404.html", "robots.txt", "sitemap.xml", "zh/feed.xml", "en/feed.xml"]
    return [*pages, *facing, *rest]


def _plain(data: bytes) -> bytes:
    return DIGEST.sub(rb"\1\2", data)


def test_the_site_has_the_expected_files(built: Site, update_golden: bool) -> None:
    text = "".join(f"{name}\n" for name in sorted(_plain(n.encode()).decode() for n in built.files))
    path = GOLDEN / "paths.txt"
    if update_golden:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text


def test_a_page_of_each_kind_is_as_expected(built: Site, update_golden: bool) -> None:
    shown = {name: _plain(built.files[name]) for name in _shown(built)}
    if update_golden:
        _write(shown)
    expected = {
        path.relative_to(GOLDEN).as_posix(): path.read_bytes()
        for path in GOLDEN.rglob("*")
        if path.is_file() and path.name != "paths.txt"
    }
    assert expected.keys() == shown.keys()
    for name, data in shown.items():
        assert data.decode() == expected[name].decode(), name


def test_the_expected_pages_are_of_every_kind(built: Site) -> None:
    shown = [built.pages[name] for name in _shown(built) if name in built.pages]
    for side in SIDES:
        here = {page.kind for page in shown if page.side == side}
        assert here == {page.kind for page in built.pages.values() if page.side == side}
    assert {page.kind for page in shown} == {page.kind for page in built.pages.values()}


def _write(shown: dict[str, bytes]) -> None:
    for path in GOLDEN.rglob("*"):
        if path.is_file() and path.name != "paths.txt":
            path.unlink()
    for name, data in shown.items():
        (GOLDEN / name).parent.mkdir(parents=True, exist_ok=True)
        (GOLDEN / name).write_bytes(data)
