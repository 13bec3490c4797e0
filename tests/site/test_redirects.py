"""Addresses a page had before lead on to it, in each language, and are no pages themselves."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from diglot.records.rename import rename
from tests.site import samples
from tests.site.sites import ADDRESS, Site

NEW, OLD = "renamed", samples.SLUG
LEFT = {
    "zh": (f"zh/articles/{OLD}/", f"zh/articles/{NEW}/", "东风与腾讯签约"),
    "en": (f"en/articles/{OLD}/", f"en/articles/{NEW}/", "Dongfeng signs with Tencent"),
    "both": (f"both/articles/{OLD}/", f"both/articles/{NEW}/", "东风与腾讯签约"),
    "company": ("en/companies/ten-cent/", "en/companies/tencent/", "Tencent"),
}


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of a record that was renamed, and of a company whose id has changed."""
    root = samples.write(tmp_path_factory.mktemp("moved") / "project")
    rename(root / "content", OLD, NEW)
    company = root / "content" / "companies" / "tencent.yml"
    company.write_text(company.read_text("utf-8") + "former_ids: [ten-cent]\n", "utf-8")
    return _site(root)


def _site(root: Path) -> Site:
    output = root.parent / "output"
    return Site.of(root, output)


@pytest.mark.parametrize("kind", LEFT)
def test_a_former_address_leads_to_the_page_there_is_now(moved: Site, kind: str) -> None:
    old, new, title = LEFT[kind]
    page = moved.redirects[f"{old}index.html"]
    assert f"{new}index.html" in moved.pages
    assert page.refresh == f"/repo/{new}"
    assert page.root.xpath("//link[@rel='canonical']/@href") == [f"{ADDRESS}/{new}"]
    assert page.root.xpath("//a/@href") == [f"/repo/{new}"]
    assert page.root.xpath("string(//a)") == title
    assert page.meta("robots") == ["noindex"]


def test_redirects_are_as_many_as_the_addresses_that_were_left(moved: Site) -> None:
    assert len(moved.redirects) == 5


def test_the_sitemap_and_the_other_pages_have_only_addresses_of_today(moved: Site) -> None:
    for name, data in moved.files.items():
        if name not in moved.redirects and name != ".diglot-manifest.json":
            assert f"articles/{OLD}".encode() not in data, name


def test_an_alias_never_takes_the_place_of_a_page(tmp_path: Path) -> None:
    root = samples.write(tmp_path / "project")
    articles = root / "content" / "articles"
    text = samples.ZH.format(rights=f"aliases: [{OLD}, other, gone]\n")
    (articles / f"{OLD}.zh.md").write_text(text, "utf-8")
    text = samples.ZH.format(rights="aliases: [gone]\n")
    (articles / "other.zh.md").write_text(text, "utf-8")
    site = _site(root)
    left = {page.refresh for page in site.redirects.values()}
    assert len(site.redirects) == 3
    assert len(left) == 3
    assert f"zh/articles/{OLD}/index.html" in site.pages
    assert "zh/articles/other/index.html" in site.pages


@pytest.mark.vnu
def test_a_redirect_is_valid_html(
    moved: Site, vnu: Callable[..., list[str]], tmp_path: Path
) -> None:
    for number, name in enumerate(moved.redirects):
        (tmp_path / f"{number}.html").write_bytes(moved.files[name])
    assert vnu(tmp_path) == []
