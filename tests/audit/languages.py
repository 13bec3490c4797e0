"""The two languages of a site refer to each other, in pages and in the sitemap alike."""

from __future__ import annotations

from lxml import etree

from tests.audit.output import Output, Page

_SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_XHTML = "{http://www.w3.org/1999/xhtml}"


def check(site: Output) -> list[str]:
    """Faults of canonical addresses, hreflang and sitemap; none without an address."""
    if not site.address:
        return []
    named = {page.url: page for page in site.pages.values() if _canonical(page)}
    return [*_reciprocal(named), *_sitemap(site, named)]


def alternates(page: Page) -> dict[str, str]:
    """Addresses of a page's versions by language."""
    links = page.root.xpath("//link[@rel='alternate'][@hreflang]")
    return {link.get("hreflang"): link.get("href") for link in links}


def _canonical(page: Page) -> list[str]:
    return list(page.root.xpath("//link[@rel='canonical']/@href"))


def _reciprocal(named: dict[str, Page]) -> list[str]:
    faults = [
        f"{page.file}: canonical is {_canonical(page)}"
        for url, page in named.items()
        if _canonical(page) != [url]
    ]
    for url, page in named.items():
        versions = alternates(page)
        if versions and (url not in versions.values() or "x-default" not in versions):
            faults.append(f"{page.file}: hreflang lacks the page itself or x-default")
        for lang, target in versions.items():
            there = named.get(target)
            if there is None:
                faults.append(f"{page.file}: hreflang {lang} leads to no page: {target}")
            elif lang != "x-default" and alternates(there) != versions:
                faults.append(f"{page.file}: hreflang {lang} is not returned by {there.file}")
    return faults


def _sitemap(site: Output, named: dict[str, Page]) -> list[str]:
    listed: dict[str, dict[str, str]] = {}
    for name, data in site.files.items():
        if not name.startswith("sitemap") or not name.endswith(".xml"):
            continue
        for url in etree.fromstring(data).iter(f"{_SITEMAP}url"):
            links = url.findall(f"{_XHTML}link")
            listed[url.findtext(f"{_SITEMAP}loc")] = {
                link.get("hreflang"): link.get("href") for link in links
            }
    faults = [f"sitemap: {url} is no page" for url in listed if url not in named]
    faults += [f"sitemap: {url} is missing" for url in named if url not in listed]
    faults += [
        f"sitemap: {url} has other languages than its page"
        for url in named
        if url in listed and listed[url] != alternates(named[url])
    ]
    return faults
