"""The reference says what the model says (write it anew with ``--update-golden``)."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from diglot import cli, yamlfile
from diglot.model import Article, Mention
from diglot.records import frontmatter, reference, registry
from tests.ground import ROOT

DOCS, SCHEMAS = ROOT / "docs" / "reference", ROOT / "content" / "schemas"
MADE = reference.schemas(registry.load(ROOT / "content")[0].kinds)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (DOCS / "front-matter.md", reference.front_matter()),
        (DOCS / "commands.md", cli.reference()),
        *((SCHEMAS / name, text) for name, text in MADE.items()),
    ],
    ids=lambda value: value.name if isinstance(value, Path) else "",
)
def test_the_reference_is_current(path: Path, text: str, *, update_golden: bool) -> None:
    if update_golden:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text


def test_the_json_schema_accepts_a_record_and_refuses_unknown_keys() -> None:
    described = json.loads(MADE["article.schema.json"])
    jsonschema.Draft202012Validator.check_schema(described)
    article = Article(lang="en", title="T", companies=(Mention(id="a", as_=("A",)),))
    jsonschema.validate(frontmatter.plain(article), described)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"lang": "en", "title": "T", "x": 1}, described)


FOLDERS = {"company": "companies", "theme": "themes"}


@pytest.mark.parametrize("name", ["article", "translation"])
def test_the_schemas_accept_all_committed_front_matter(name: str) -> None:
    described = json.loads(MADE[f"{name}.schema.json"])
    check = jsonschema.Draft202012Validator(described)
    sheets = [
        yamlfile.load(frontmatter.split(path.read_text("utf-8")).front)
        for path in sorted((ROOT / "content" / "articles").glob("*.md"))
    ]
    mine = [data for data in sheets if ("translation" in data) == (name == "translation")]
    assert mine
    assert [str(error) for data in mine for error in check.iter_errors(data)] == []


@pytest.mark.parametrize("name", ["company", "theme", "people", "places", "publishers", "kinds"])
def test_the_schemas_accept_all_committed_registries(name: str) -> None:
    described = json.loads(MADE[f"{name}.schema.json"])
    check = jsonschema.Draft202012Validator(described)
    folder = ROOT / "content" / FOLDERS.get(name, "glossary")
    paths = sorted(folder.glob("*.yml" if name in FOLDERS else f"{name}.yml"))[:200]
    assert paths
    loaded = [yamlfile.load(path.read_text("utf-8")) for path in paths]
    assert [str(error) for data in loaded for error in check.iter_errors(data)] == []


def test_the_schema_of_companies_knows_the_kinds_of_its_site_and_no_others() -> None:
    described = json.loads(reference.schemas(["tea_garden", "other"])["company.schema.json"])
    company = {"name": {"zh": "茶", "en": "Tea"}, "kind": "tea_garden"}
    jsonschema.validate(company, described)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(company | {"kind": "chips"}, described)


def test_the_schema_of_a_glossary_refuses_a_bad_id_and_an_unknown_key() -> None:
    described = json.loads(MADE["places.schema.json"])
    good = {"name": {"zh": "武汉", "en": "Wuhan"}}
    jsonschema.validate({"wuhan": good}, described)
    for bad in ({"Wu Han": good}, {"wuhan": {**good, "town": True}}, {"wuhan": {}}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(bad, described)


def test_every_key_has_a_meaning() -> None:
    rows = [line for line in reference.front_matter().splitlines() if line.startswith("| `")]
    assert rows
    assert [row for row in rows if row.rstrip("| ").endswith("|")] == []
    assert all(row.split(" | ")[2].strip("| ") for row in rows)
