"""OpenSearch descriptions: the site's search in the address bar of a browser, in each language."""

from __future__ import annotations

from typing import Final
from xml.etree import ElementTree as ET

from diglot.site.parts import Desk
from diglot.site.words import N_

NAME: Final = "opensearch.xml"
TYPE: Final = "application/opensearchdescription+xml"
_SPACE: Final = "http://a9.com/-/spec/opensearch/1.1/"
_SHORT: Final = 16
"""Characters of a short name at most."""


def description(desk: Desk) -> bytes:
    """The description of the search in the desk's language; needs the site's address."""
    ET.register_namespace("", _SPACE)
    root = ET.Element(f"{{{_SPACE}}}OpenSearchDescription")
    name = desk.settings.site_name
    said = {
        "ShortName": name[:_SHORT],
        "LongName": desk.words.say(N_("Search %(site)s"), site=name)[:48],
        "Description": desk.settings.tagline[desk.side][:1024] or name,
        "Language": desk.words.lang,
        "InputEncoding": "UTF-8",
        "OutputEncoding": "UTF-8",
    }
    for tag, text in said.items():
        ET.SubElement(root, f"{{{_SPACE}}}{tag}").text = text
    icon = {"width": "16", "height": "16", "type": "image/svg+xml"}
    image = ET.SubElement(root, f"{{{_SPACE}}}Image", icon)
    image.text = desk.links.absolute("static/icon.svg")
    find = desk.links.absolute(f"{desk.side}/search/") + "?q={searchTerms}"
    ET.SubElement(root, f"{{{_SPACE}}}Url", {"type": "text/html", "template": find})
    here = desk.links.absolute(f"{desk.side}/{NAME}")
    ET.SubElement(root, f"{{{_SPACE}}}Url", {"type": TYPE, "rel": "self", "template": here})
    ET.indent(root)
    xml: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return xml + b"\n"
