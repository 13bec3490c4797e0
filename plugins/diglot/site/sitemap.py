"""``sitemap.xml`` with the languages of each page, and ``robots.txt``."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from diglot.site.links import Links
from diglot.site.views import Page

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


def sitemap(pages: Iterable[Page]) -> bytes:
    """The sitemap of pages with a canonical address."""
    ET.register_namespace("", _SITEMAP)
    ET.register_namespace("xhtml", _XHTML)
    root = ET.Element(f"{{{_SITEMAP}}}urlset")
    for page in pages:
        url = ET.SubElement(root, f"{{{_SITEMAP}}}url")
        ET.SubElement(url, f"{{{_SITEMAP}}}loc").text = page.canonical
        for twin in page.alternates:
            link = {"rel": "alternate", "hreflang": twin.hreflang, "href": twin.href}
            ET.SubElement(url, f"{{{_XHTML}}}link", link)
    ET.indent(root)
    xml: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return xml + b"\n"


def robots(links: Links) -> bytes:
    """All but the editor may be read; the sitemap is named where the site's address is known."""
    lines = ["User-agent: *", "Allow: /", f"Disallow: {links.to('admin/')}"]
    if links.site_url:
        lines += ["", f"Sitemap: {links.absolute('sitemap.xml')}"]
    return ("\n".join(lines) + "\n").encode()
