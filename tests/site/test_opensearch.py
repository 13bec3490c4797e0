"""OpenSearch: each language's search is offered to browsers."""

from __future__ import annotations

from lxml import etree

from diglot.languages import SIDES, lang_of
from tests.site.sites import Site

SPACE = "{http://a9.com/-/spec/opensearch/1.1/}"
LIMITS = {"ShortName": 16, "LongName": 48, "Description": 1024}
"""Characters at most, by OpenSearch 1.1 draft 6."""


def test_each_language_has_a_description_that_leads_to_its_search(built: Site) -> None:
    for side in SIDES:
        root = etree.fromstring(built.files[f"{side}/opensearch.xml"])
        assert root.tag == f"{SPACE}OpenSearchDescription"
        for name, most in LIMITS.items():
            assert 0 < len(root.findtext(SPACE + name)) <= most
        assert root.findtext(f"{SPACE}Language") == lang_of(side)
        urls = {url.get("type"): url.get("template") for url in root.findall(f"{SPACE}Url")}
        assert urls["text/html"] == f"{built.base}{side}/search/?q={{searchTerms}}"
        assert built.file(urls["text/html"]) in built.pages
        assert built.file(urls["application/opensearchdescription+xml"]) in built.files
        assert built.file(root.findtext(f"{SPACE}Image")) in built.files


def test_pages_of_a_language_lead_to_its_description(built: Site) -> None:
    for page in built.pages.values():
        found = page.root.xpath("//link[@rel='search']")
        assert len(found) == (page.side in SIDES), page.file
        for link in found:
            assert link.get("type") == "application/opensearchdescription+xml"
            assert link.get("title")
            assert link.get("href") == f"/repo/{page.side}/opensearch.xml"


def test_without_an_address_there_is_none(rootless: Site) -> None:
    assert not [name for name in rootless.files if name.endswith("opensearch.xml")]
    assert not [p for p in rootless.pages.values() if p.root.xpath("//link[@rel='search']")]
