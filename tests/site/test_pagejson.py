"""The JSON twin of each page holds what the page shows, as text."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup

from diglot.languages import SIDES
from diglot.site import pagejson
from tests.site import samples
from tests.site.sites import ADDRESS, Site, build_site

TAG = re.compile(r"</?[a-z]+(?: [a-z-]+=\"[^\"]*\")*>")


def _twins(site: Site) -> dict[str, Any]:
    names = (name.removesuffix(".html") + ".json" for name in site.pages)
    return {name: json.loads(site.files[name]) for name in names if name in site.files}


def _texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for inner in value.values() for text in _texts(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in _texts(inner)]
    return [value] if isinstance(value, str) else []


def test_each_page_names_its_twin_and_facing_texts_those_of_both_languages(built: Site) -> None:
    for page in built.pages.values():
        found = page.root.xpath("//link[@rel='alternate'][@type='application/json']/@href")
        own = page.file.replace(".html", ".json")
        wanted = [] if page.kind in ("chooser", "404") else [own]
        if page.kind == "both":
            wanted = [own.replace("both/", f"{side}/", 1) for side in SIDES]
        named = [built.file(page.link("link", href).target) for href in found]
        assert named == wanted, page.file


def test_a_twin_names_its_page_and_both_languages(built: Site) -> None:
    twins = _twins(built)
    assert len(twins) > 100
    for name, twin in twins.items():
        page = built.pages[name.replace(".json", ".html")]
        assert twin["kind"] == page.kind
        assert twin["lang"] == page.root.get("lang")
        assert twin["canonical"] == page.url
        assert page.root.findtext(".//title").startswith(twin["title"])
        assert {"en", "x-default"} <= set(twin["alternates"])


def test_no_twin_holds_html_or_empty_values(built: Site) -> None:
    def empty(value: Any) -> bool:
        if isinstance(value, dict):
            return any(
                inner in ("", None, [], {}) or inner is False or empty(inner)
                for inner in value.values()
            )
        return isinstance(value, list) and any(map(empty, value))

    for name, twin in _twins(built).items():
        assert not [text for text in _texts(twin) if TAG.search(text)], name
        assert not empty(twin), name


def test_an_articles_twin_has_the_text_of_its_page(built: Site) -> None:
    for page in built.of_kind("article"):
        twin = json.loads(built.files[page.file.replace(".html", ".json")])
        for block in twin["view"]["blocks"]:
            if block["kind"] == "joined":
                continue
            (shown,) = page.root.xpath("//*[@id=$i]", i=block["id"])
            assert "".join(block["text"].split()) in "".join(shown.text_content().split())


def test_the_records_of_a_deal_say_no_more_than_its_row_has_not_said(built: Site) -> None:
    allowed = {"id", "evidence", "record", "publisher", "said", "date", "kind", "parties", "status"}
    view = json.loads(built.files["en/deals/index.json"])["view"]
    rows = [row for group in view["groups"] for row in group["deals"]]
    assert len(rows) > 5
    for row in rows:
        assert row["sources"]
        for source in row["sources"]:
            assert {"id", "record"} <= set(source) <= allowed


@pytest.mark.parametrize("rights", ["excerpt", "link"])
def test_what_rights_keep_from_the_page_is_not_in_its_twin(tmp_path: Path, rights: str) -> None:
    root = samples.write(tmp_path / "project", rights)
    build_site(root, tmp_path / "output", ADDRESS)
    twins = list((tmp_path / "output").rglob("index.json"))
    said = "".join(path.read_text() for path in twins)
    assert samples.SLUG in said
    assert not [words for words in samples.LATER if words in said]


@dataclass(frozen=True)
class _View:
    html: Markup
    picture: Markup
    count: int
    flag: bool
    note: str
    same_quoted: tuple[str, ...] = ("a",)


def test_html_becomes_text_pictures_and_repetitions_are_left_out() -> None:
    html = Markup("<p>a &amp; <b>b</b></p><p>c</p>")
    view = _View(html, Markup("<svg><text>x</text></svg>"), 0, False, "")
    assert pagejson._value(view) == {"text": "a & b\nc", "count": 0}


def test_a_value_json_has_no_word_for_ends_the_build() -> None:
    with pytest.raises(TypeError, match="set"):
        pagejson._value({"a": {1}})
