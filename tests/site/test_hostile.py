"""What a record says stays text, in every file that is made of it."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET

import lxml.html
import pytest

from tests.site import hostile
from tests.site.sites import ATOM, Site

BROKEN_OUT = (
    "//img[@src='x'] | //*[@*[starts-with(name(), 'on')]] | //*[starts-with(@href, 'javascript:')]"
    " | //*[starts-with(@src, 'javascript:')] | //script[contains(., 'alert(') and not(@type)]"
)
"""Elements that no template has."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    root = hostile.write(tmp_path_factory.mktemp("hostile"))
    return Site.of(root, root / "output")


def _saying_so(site: Site, ending: str) -> dict[str, str]:
    """Files with a name's ending; some of them must repeat what was to break out."""
    found = {name: data.decode() for name, data in site.files.items() if name.endswith(ending)}
    assert any("onerror" in text for text in found.values()), ending
    return found


def test_no_element_of_a_page_comes_from_a_record(site: Site) -> None:
    assert _saying_so(site, ".html")
    for page in site.pages.values():
        assert page.root.xpath(BROKEN_OUT) == [], page


def test_the_objects_of_a_page_hold_what_the_record_says(site: Site) -> None:
    said = []
    for page in site.pages.values():
        for text in page.root.xpath("//script[@type='application/ld+json']/text()"):
            said.append(json.loads(text))
            assert not set("<>&") & set(text), page
    assert hostile.ESCAPE in json.dumps(said, ensure_ascii=False).replace('\\"', '"')


def test_files_of_data_can_be_read(site: Site) -> None:
    for name, text in _saying_so(site, ".json").items():
        assert json.loads(text) is not None, name
    for name, text in _saying_so(site, ".csv").items():
        assert len({len(row) for row in csv.reader(io.StringIO(text))}) == 1, name


def test_feeds_and_other_xml_can_be_read_and_show_no_element_of_a_record(site: Site) -> None:
    for name, text in _saying_so(site, ".xml").items():
        root = ET.fromstring(text)
        for told in root.iter():
            if told.tag in (f"{ATOM}content", f"{ATOM}summary", f"{ATOM}title"):
                inside = told.text or ""
                if told.get("type") == "html" and inside.strip():
                    assert lxml.html.fromstring(inside).xpath(BROKEN_OUT) == [], name
            assert not str(told.get("href")).startswith("javascript:"), name
