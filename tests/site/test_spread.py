"""Long lists over several pages: nothing is lost, nothing stands twice, each page is light."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from diglot.site import spread
from tests.site import many
from tests.site.sites import Site

RECORDS = 130
WEIGHT = 60_000


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site whose lists are longer than a page."""
    root: Path = many.write(tmp_path_factory.mktemp("many"), RECORDS, companies=3)
    output = tmp_path_factory.mktemp("output")
    return Site.of(root, output, "")


@pytest.mark.parametrize("longest", [0, 1, 40, 41, 80, 10_000])
def test_the_pages_of_a_list_hold_each_item_once(longest: int) -> None:
    items = list(range(longest))
    parts = spread.parts("list/", longest)
    assert [item for part in parts for item in part.cut(items)] == items
    assert parts[0].own == "list/"
    assert len({part.own for part in parts}) == len(parts) == max(1, -(-longest // spread.ITEMS))


@pytest.mark.parametrize("kind", ["articles", "company", "theme"])
def test_a_long_list_shows_every_record_once(long: Site, kind: str) -> None:
    place = {"articles": "articles/", "company": "companies/c0/", "theme": "themes/cockpit/"}[kind]
    own = [page for page in long.of_kind(kind) if f"en/{place}" in page.file]
    found = [href for page in own for href in page.root.xpath("//ol[@class='records']//h2/a/@href")]
    found += [h for page in own for h in page.root.xpath("//ol[@class='records']//h3/a/@href")]
    assert len(own) > 1
    assert len(found) == len(set(found)) > spread.ITEMS
    if kind != "company":
        assert len(found) == RECORDS


def test_the_pages_of_a_list_lead_to_one_another(long: Site) -> None:
    for page in long.of_kind("articles", "company", "theme", "dates"):
        for link in page.root.xpath("//nav[@class='pager']//a/@href"):
            assert long.resolves(page.link("href", link).target), (page, link)
    first = long.pages["en/articles/index.html"].root
    assert first.xpath("//nav[@class='pager']//a[@aria-current='page']")[0].text == "1"
    assert first.xpath("//a[@rel='next']/@href") == ["/en/articles/page-2/"]


def test_every_date_stands_on_a_page_of_its_own_period(long: Site) -> None:
    undated = [page for page in long.of_kind("dates") if "en/dates/undated/" in page.file]
    lines = [line for page in undated for line in page.root.xpath("//ol[@class='ledger']/li")]
    assert len(undated) == 3
    assert len(lines) == RECORDS


def test_long_lists_stay_light(long: Site) -> None:
    css = sum(
        len(gzip.compress(data)) for name, data in long.files.items() if name.endswith(".css")
    )
    for page in long.of_kind("articles", "company", "theme", "dates"):
        assert len(gzip.compress(page.text.encode())) + css < WEIGHT, page


@pytest.mark.parametrize("place", ["companies/c0", "themes/cockpit"])
def test_a_subject_opens_with_a_few_deals_and_folds_the_rest(long: Site, place: str) -> None:
    root = long.pages[f"en/{place}/index.html"].root
    rows = root.xpath("//table[@class='deals']/tbody/tr[not(@class='group')]")
    links = [row.xpath("string(.//a[@class='mark']/@href)") for row in rows]
    folded = root.xpath("//details//table[@class='deals']/tbody/tr[not(@class='group')]")
    assert len(rows) == len(set(links)) == spread.ITEMS
    assert len(folded) == spread.ITEMS - 5
    told = root.xpath("//section[@aria-labelledby='deals']//summary")[0].text_content()
    assert told == f"{len(folded)} further deals"


@pytest.mark.parametrize("place", ["companies/c0", "themes/cockpit"])
def test_a_subject_of_several_pages_leads_to_its_deals_in_the_table(long: Site, place: str) -> None:
    page = long.pages[f"en/{place}/index.html"]
    (href,) = page.root.xpath("//section[@aria-labelledby='deals']/p[@class='more']/a/@href")
    kind, _, key = place.rpartition("/")
    assert href == f"/en/deals/?{ {'companies': 'company', 'themes': 'theme'}[kind] }={key}"
