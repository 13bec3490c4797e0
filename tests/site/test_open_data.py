"""The open data: JSON that its schema holds, CSV that reads back, every column explained."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diglot import edtf
from diglot.languages import SIDES
from diglot.model import Both
from diglot.records import store
from diglot.records.state import State
from diglot.site.opendata import files, shapes
from tests.site import pair, samples
from tests.site.sites import Site

JSON = {"data/deals.json": "data/deals.schema.json", "data/index.json": "data/index.schema.json"}
CSVS = {"data/deals.csv": shapes.Deal, "data/deal-sources.csv": shapes.Source}


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return pair.site(tmp_path_factory.mktemp("pair"))


def loaded(site: Site, name: str) -> Any:
    return json.loads(site.files[name])


def table(site: Site, name: str) -> list[dict[str, str]]:
    text = site.files[name].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


@pytest.mark.parametrize("name", JSON)
def test_the_json_is_as_its_schema_says(built: Site, two: Site, name: str) -> None:
    schema = loaded(built, JSON[name])
    jsonschema.Draft202012Validator.check_schema(schema)
    checker = jsonschema.Draft202012Validator(
        schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )
    for site in (built, two):
        assert [e.message for e in checker.iter_errors(loaded(site, name))] == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda deal: deal.pop("parties"),
        lambda deal: deal.update(kind="marriage"),
        lambda deal: deal.update(date_earliest="2019"),
        lambda deal: deal.update(more=1),
        lambda deal: deal["sources"][0].update(evidence="text"),
    ],
)
def test_the_schema_refuses_what_is_no_deal(two: Site, spoil: Any) -> None:
    data = loaded(two, "data/deals.json")
    spoil(data["deals"][0])
    checker = jsonschema.Draft202012Validator(
        loaded(two, "data/deals.schema.json"),
        format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER,
    )
    assert list(checker.iter_errors(data))


@pytest.mark.parametrize("name", JSON)
def test_the_json_names_its_schema_its_page_and_its_licence(built: Site, name: str) -> None:
    data = loaded(built, name)
    assert data["$schema"] == f"https://example.org/repo/{JSON[name]}"
    assert data["about"]["license"].startswith("https://creativecommons.org/")
    assert data["about"]["documentation"]["zh"] == "https://example.org/repo/zh/data/"


@pytest.mark.parametrize("name", JSON.values())
def test_the_schema_explains_every_field_in_both_languages(built: Site, name: str) -> None:
    schema = loaded(built, name)
    parts = [schema, *(part for key, part in schema["$defs"].items() if key != "Both")]
    for part in parts:
        for key, field in part["properties"].items():
            assert key == "$schema" or field["description"]
            assert key == "$schema" or field["x-description-zh"] != field["description"]


@pytest.mark.parametrize("name", CSVS)
def test_the_csv_reads_back_as_the_json_has_it(built: Site, two: Site, name: str) -> None:
    for site in (built, two):
        deals = loaded(site, "data/deals.json")["deals"]
        sources = [source for deal in deals for source in deal["sources"]]
        rows, told = table(site, name), deals if name.endswith("deals.csv") else sources
        assert len(rows) == len(told)
        for row, one in zip(rows, told, strict=True):
            assert row["id"] == one["id"]
            assert row["date"] == (one["date"] or "")
            assert row["parties"].split("; ") == one["parties"]
            if "evidence" in one:
                plain = [cell.removeprefix("'") for cell in row["evidence"].split("; ")]
                assert plain == one["evidence"]


@pytest.mark.parametrize("name", CSVS)
def test_the_csv_is_rfc_4180_in_utf_8_with_a_header(built: Site, name: str) -> None:
    data = built.files[name]
    assert data.startswith(b"\xef\xbb\xbf")
    text = data.decode("utf-8-sig")
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    head, *rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert head == [column for column, _ in files.columns(CSVS[name])]
    assert {len(row) for row in rows} == {len(head)}


def test_no_cell_of_the_csv_is_a_formula(two: Site) -> None:
    sources = table(two, "data/deal-sources.csv")
    evidence = [row["evidence"] for row in sources]
    assert "'=Tencent said in January that there was no such order" in evidence


TEXTS = st.text(st.sampled_from("=+-@\t\r\n\",;' a文"), max_size=6)


@given(TEXTS, TEXTS)
def test_whatever_a_text_begins_with_no_spreadsheet_runs_it(zh: str, en: str) -> None:
    about = shapes.About(name=en, documentation=Both(zh=zh, en=en), license="")
    text = files.as_csv(shapes.About, [about]).decode("utf-8-sig")
    [_, cells] = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in cells)
    assert [cell.removeprefix("'") for cell in cells[:3]] == [
        one.removeprefix("'") for one in (en, zh, en)
    ]


def test_dates_stand_as_edtf_and_as_days(built: Site) -> None:
    for row in table(built, "data/deals.csv"):
        date = edtf.parse(row["date"]) if row["date"] else None
        ends = (date.earliest, date.latest) if date else (None, None)
        assert [row["date_earliest"], row["date_latest"]] == [f"{e}" if e else "" for e in ends]


def test_a_deal_told_twice_is_one_deal_with_two_sources(two: Site) -> None:
    first, *_ = loaded(two, "data/deals.json")["deals"]
    assert first["id"] == pair.LEAD
    assert first["differs"] == ["kind", "status"]
    assert first["status"] == ["reported", "denied"]
    assert [source["id"] for source in first["sources"]] == [pair.LEAD, pair.SECOND]
    assert [source["date"] for source in first["sources"]] == ["2025-09-28", "2025-09"]


def test_the_id_of_a_deal_stays_when_a_more_precise_record_comes(tmp_path: Path) -> None:
    project, output = pair.write(tmp_path / "project"), tmp_path / "output"
    for slug, day in ((samples.SLUG, "2026-03-01"), (pair.OTHER, "2026-02-01")):
        store.write_state(project / "content", slug, State(imported=day))
    site = Site.of(project, output)
    first, *_ = loaded(site, "data/deals.json")["deals"]
    assert first["id"] == pair.SECOND
    assert first["page"]["en"].endswith(f"#{pair.SECOND}")
    assert first["date"] == "2025-09-28"
    assert {one["deal"] for one in first["sources"]} == {pair.SECOND}
    rows = site.pages["en/deals/index.html"].root.xpath("//table[@class='deals']//tr[td]/@id")
    assert rows[0] == pair.LEAD


def test_the_index_has_every_record_company_theme_and_deal(built: Site) -> None:
    index = loaded(built, "data/index.json")
    assert {one["id"] for one in index["records"]} == set(built.records)
    for kind, key in (("company", "companies"), ("theme", "themes")):
        pages = {p.place.split("/")[1] for p in built.of_kind(kind)}
        assert {one["id"] for one in index[key]} == pages
    assert index["deals"] == loaded(built, "data/deals.json")["deals"]


def test_what_the_index_points_to_exists(built: Site) -> None:
    index = loaded(built, "data/index.json")
    ids = {p.url: p.ids for p in built.pages.values()}
    for part in ("records", "companies", "themes", "deals"):
        for one in index[part]:
            for side in SIDES:
                url, _, anchor = one["page"][side].partition("#")
                assert not anchor or anchor in ids[url]
                assert url in ids
    known = {one["id"] for one in index["deals"]}
    for part in ("records", "companies", "themes"):
        assert all(set(one["deals"]) <= known for one in index[part])


@pytest.mark.parametrize("rights", ["excerpt", "link"])
def test_restricted_records_give_no_sentence_of_their_text(tmp_path: Path, rights: str) -> None:
    project, output = pair.write(tmp_path / "project", rights=rights), tmp_path / "output"
    path = project / "content" / "articles" / f"{pair.OTHER}.en.md"
    whole = "Dongfeng gave an order of its own for the cockpit"
    path.write_text(path.read_text().replace("[an order of its own]", f"[{whole}]"))
    site = Site.of(project, output)
    text = "".join(site.files[name].decode() for name in (*JSON, *CSVS))
    assert "Nothing else is known of it" not in text
    assert whole not in text
    shown = "there was no such order" in text
    assert shown == (rights == "excerpt"), "an excerpt is the first block"


def test_no_full_text_is_in_the_data_even_of_free_records(two: Site) -> None:
    text = "".join(two.files[name].decode() for name in JSON)
    for sentence in (*samples.FIRST, *samples.LATER):
        assert sentence not in text


@pytest.mark.parametrize("side", SIDES)
def test_the_page_explains_every_column_of_every_file(built: Site, side: str) -> None:
    [page] = [p for p in built.of_kind("data") if p.side == side]
    for shape in (*CSVS.values(), shapes.Record, shapes.Event, shapes.Company, shapes.Theme):
        section = page.root.xpath(f"//section[h2/@id='{shape.__name__.lower()}']")[0]
        named = [code.text for code in section.xpath(".//dt/code")]
        assert named == [one.name for one in fields(shape)]
        assert all(dd.text.strip() for dd in section.xpath(".//dd"))
    for shape in CSVS.values():
        text = page.root.text_content()
        assert all(column in text for column, _ in files.columns(shape))


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("kind", ["deals", "data"])
def test_deals_and_data_pages_carry_a_dataset_whose_files_exist(
    built: Site, side: str, kind: str
) -> None:
    [page] = [p for p in built.of_kind(kind) if p.side == side]
    things = [
        json.loads(s) for s in page.root.xpath("//script[@type='application/ld+json']/text()")
    ]
    [dataset] = [thing for thing in things if thing["@type"] == "Dataset"]
    assert {"name", "description", "license", "creator", "distribution"} <= set(dataset)
    assert 50 <= len(dataset["description"]) <= 5000
    for download in dataset["distribution"]:
        assert download["@type"] == "DataDownload"
        name = download["contentUrl"].removeprefix("https://example.org/repo/")
        assert name in built.files
        assert download["encodingFormat"] == (
            "text/csv" if name.endswith("csv") else "application/json"
        )


@pytest.mark.parametrize("side", SIDES)
def test_the_page_is_linked_from_the_foot_and_from_the_deals(built: Site, side: str) -> None:
    for place in ("", "deals/"):
        [page] = [p for p in built.pages.values() if p.side == side and p.place == place]
        assert page.root.xpath(f"//footer//a[@href='/repo/{side}/data/']")
    assert page.root.xpath(f"//main//a[@href='/repo/{side}/data/']")


def test_a_list_stands_in_one_cell(two: Site) -> None:
    deal = shapes.Deal(
        id="x", page=Both(zh="", en=""), kind="order", kind_name=Both(zh="", en=""),
        status=("reported",), parties=("a", "b"), party_names=(Both(zh="甲", en="A"),) * 2,
        date=None, date_earliest=None, date_latest=None, date_basis=None, themes=(),
        source_count=1, differs=(), sources=(),
    )  # fmt: skip
    text = files.as_csv(shapes.Deal, [deal, replace(deal, id="y")]).decode("utf-8-sig")
    [row, _] = list(csv.DictReader(io.StringIO(text)))
    assert (row["parties"], row["party_names_zh"], row["party_names_en"]) == (
        "a; b",
        "甲; 甲",
        "A; A",
    )
