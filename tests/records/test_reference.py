"""The reference says what the model says (write it anew with ``--update-golden``)."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from diglot import cli
from diglot.model import Article, Mention
from diglot.records import frontmatter, reference

DOCS = Path(__file__).parents[2] / "docs" / "reference"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("front-matter.md", reference.front_matter()),
        ("commands.md", cli.reference()),
        *reference.schemas().items(),
    ],
)
def test_the_reference_is_current(name: str, text: str, *, update_golden: bool) -> None:
    path = DOCS / name
    if update_golden:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text


def test_the_json_schema_accepts_a_record_and_refuses_unknown_keys() -> None:
    described = json.loads(reference.schemas()["article.schema.json"])
    jsonschema.Draft202012Validator.check_schema(described)
    article = Article(lang="en", title="T", companies=(Mention(id="a", as_=("A",)),))
    jsonschema.validate(frontmatter.plain(article), described)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"lang": "en", "title": "T", "x": 1}, described)


def test_every_key_has_a_meaning() -> None:
    rows = [line for line in reference.front_matter().splitlines() if line.startswith("| `")]
    assert rows
    assert [row for row in rows if row.rstrip("| ").endswith("|")] == []
    assert all(row.split(" | ")[2].strip("| ") for row in rows)
