"""The checkers of ``make audit`` pass the site, and each of them sees a defect that was planted."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests import browser
from tests.audit import accessibility, feeds, languages, lighthouse, links, structured, weight
from tests.audit.output import Folder
from tests.audit.samples import samples
from tests.site.sites import ADDRESS, Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser

Serve = Callable[..., str]
QUICK = {
    "links": links.check,
    "languages": languages.check,
    "feeds": feeds.check,
    "structured": structured.check,
    "weight": weight.check,
}


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    return Folder(Site.shared(tmp_path_factory, "built").output, ADDRESS)


@pytest.fixture
def planted(sound: Folder, tmp_path: Path) -> Callable[[str, str, str], Folder]:
    """`planted(file, old, new)`: the site with a defect in one file."""

    def plant(file: str, old: str, new: str) -> Folder:
        shutil.copytree(sound.output, tmp_path / "site")
        path = tmp_path / "site" / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return Folder(tmp_path / "site", ADDRESS)

    return plant


@pytest.mark.parametrize("name", QUICK)
def test_a_checker_has_nothing_against_the_site(sound: Folder, name: str) -> None:
    assert QUICK[name](sound) == []


class Defect(NamedTuple):
    """Something wrong in one file, and what its checker must say of it."""

    checker: str
    file: str
    old: str
    new: str
    said: str


DEFECTS = [
    Defect("links", "en/index.html", 'href="/repo/en/deals/"', 'href="/repo/en/dead/"', "en/dead"),
    Defect("links", "zh/index.html", "/deals/#", "/deals/#no-", "#no-"),
    Defect("links", "en/index.html", f'href="{ADDRESS}/zh/"', f'href="{ADDRESS}/zn/"', "zn"),
    Defect("languages", "en/deals/index.html", "zh-Hans", "ja", "is not returned"),
    Defect("languages", "en/deals/index.html", 'nonical" href="', 'nonical" href="x', "canonical"),
    Defect("languages", "sitemap.xml", "/en/deals/</loc>", "/en/meals/</loc>", "meals/ is no page"),
    Defect("feeds", "en/feed.xml", "<updated>", "<modified>x</modified><updated>", "line"),
    Defect("feeds", "en/feed.xml", f"{ADDRESS}/en/articles/", f"{ADDRESS}/en/art/", "no page"),
    Defect("structured", "en/index.html", '"WebSite"', '"WebSight"', "WebSight"),
    Defect("structured", "en/index.html", '"url": "https', '"url": "ttps', "no full address"),
    Defect("structured", "en/index.html", '"inLanguage": "en"', '"inLanguage": ""', "is empty"),
]


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda d: f"{d.checker}-{d.new}")
def test_a_checker_sees_what_was_planted(
    planted: Callable[[str, str, str], Folder], defect: Defect
) -> None:
    site = planted(defect.file, defect.old, defect.new)
    assert any(defect.said in fault for fault in QUICK[defect.checker](site))


def test_a_page_is_weighed_with_what_it_loads(sound: Folder, tmp_path: Path) -> None:
    shutil.copytree(sound.output, tmp_path / "site")
    (style,) = (tmp_path / "site" / "static").glob("style.*.css")
    noise = "".join(chr(0x4E00 + (7919 * n) % 20000) for n in range(40_000))
    style.write_text(f"/* {noise} */", encoding="utf-8")
    faults = weight.check(Folder(tmp_path / "site", ADDRESS))
    assert len(faults) >= len(sound.pages)


@pytest.mark.browser
def test_axe_sees_what_was_planted(
    planted: Callable[[str, str, str], Folder], chromium: Browser, serve: Serve
) -> None:
    site = planted("en/index.html", "<main", '<img src="/repo/static/icon.svg"><main')
    page = {"home-en": site.pages["en/index.html"]}
    faults = accessibility.check(chromium, serve(site.output, "/repo/"), page, site.base)
    assert len([fault for fault in faults if "image-alt" in fault]) == len(accessibility.LOOKS)


@pytest.mark.browser
def test_lighthouse_sees_what_was_planted(
    planted: Callable[[str, str, str], Folder], serve: Serve, chromium: Browser
) -> None:
    site = planted("en/about/index.html", '<meta name="description"', '<meta name="nothing"')
    path = browser.find_chromium()
    assert path is not None
    report = lighthouse.run(path, "about-en", serve(site.output, "/repo/") + "en/about/")
    (fault,) = [fault for fault in report.faults() if "seo" in fault]
    assert "meta-description" in fault
    assert report.weight > 5_000


def test_a_lighthouse_that_gives_no_answer_is_stopped_and_asked_once_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = tmp_path / "started"
    hangs = tmp_path / "node"
    hangs.write_text(f"#!/bin/sh\necho >> {started}\nexec sleep 60\n")
    hangs.chmod(0o755)
    monkeypatch.setattr(lighthouse, "PATIENCE", 0.5)
    monkeypatch.setattr(lighthouse.node, "binary", lambda: hangs)
    with pytest.raises(TimeoutError, match="no answer"):
        lighthouse.run(tmp_path, "home-en", "http://localhost/")
    assert started.read_text() == "\n\n"


def test_every_kind_of_page_is_looked_at_in_both_languages(sound: Folder) -> None:
    names = samples(sound)
    kinds = {page.kind for page in sound.pages.values()}
    assert kinds == {page.kind for page in names.values()}
    for kind in kinds - {"chooser", "404"}:
        assert {name[-2:] for name, page in names.items() if page.kind == kind} == {"zh", "en"}
