"""What lists and tables say of deals and dates."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site import samples
from tests.site.sites import Page, Site


def _site(root: Path, *changes: tuple[str, str], **settings: object) -> Site:
    """The sample's site, words of its original replaced."""
    project = samples.write(root / "project")
    samples.edit(project, "zh", *changes)
    return Site.of(project, root / "output", **settings)


def _cells(page: Page) -> tuple[str, str]:
    """Signs of a deal and of its date in the table."""
    (row,) = page.root.xpath("//table[@class='deals']//tr[td]")
    (how,) = row.xpath("td[@class='how']/span/@class")
    dates = row.xpath("td[@class='date']//*[starts-with(@class, 'ymd')]/@class")
    return how.split()[-1], dates[0].split()[-1] if dates else ""


DEAL = "date: 2025-09-28\n  evidence: [签署"
EVENT = "{date: 2025-09-28, what: signing,"


@pytest.mark.parametrize(
    ("deal", "event", "signs"),
    [
        ("stated", "stated", ("stated", "stated")),
        ("inferred", "stated", ("inferred", "stated")),
        ("stated", "derived", ("derived", "derived")),
        ("inferred", "derived", ("inferred", "derived")),
    ],
)
def test_a_deal_shows_its_own_basis_and_its_date_that_of_the_event(
    tmp_path: Path, deal: str, event: str, signs: tuple[str, str]
) -> None:
    site = _site(
        tmp_path,
        (DEAL, DEAL.replace("\n", f"\n  basis: {deal}\n")),
        (EVENT, f"{EVENT} basis: {event},"),
    )
    assert _cells(site.pages["en/deals/index.html"]) == signs


def test_a_deal_without_a_date_shows_its_own_basis(tmp_path: Path) -> None:
    site = _site(tmp_path, (DEAL, DEAL.replace("date: 2025-09-28", "basis: inferred")))
    assert _cells(site.pages["en/deals/index.html"]) == ("inferred", "")


def test_the_home_page_draws_the_latest_events(tmp_path: Path) -> None:
    events = "".join(
        f"- {{date: {year}-01-05, what: launch, evidence: [昨日]}}\n" for year in range(1950, 2010)
    )
    site = _site(
        tmp_path,
        ("events:\n", f"events:\n{events}"),
        DIGLOT_HOME_ITEMS=4,
    )
    drawn = site.pages["en/index.html"].root.xpath("//div[@class='time']//time/@datetime")
    assert drawn == ["2007-01-05", "2008-01-05", "2009-01-05", "2025-09-28"]


@pytest.mark.parametrize(
    "date",
    ["2019", "2019-06", "2019-21", "201X", "../2019-06-30", "2019-06/..", "XXXX-09", "2019?"],
)
def test_a_date_is_listed_on_the_page_its_links_lead_to(tmp_path: Path, date: str) -> None:
    published = "published: {date: 2025-09-28, evidence: [2025年9月28日]}"
    site = _site(tmp_path, (published, f'published: {{date: "{date}"}}'))
    article = site.pages[f"en/articles/{samples.SLUG}/index.html"]
    (href,) = article.root.xpath("//dt[.='Published']/following-sibling::dd//a/@href")
    page = site.pages[site.file(article.link("a", href).target)]
    assert page.kind == "dates"
    assert page.place != "dates/"
    listed = page.root.xpath("//ol[@class='ledger']/li[.//span[.='published']]")
    assert len(listed) == 1
