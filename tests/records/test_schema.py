"""Front matter that does not fit gives findings in plain words, with line and mend."""

from __future__ import annotations

import pytest

from diglot import yamlfile
from diglot.model import Article
from diglot.records import schema

MINIMAL = "lang: en\ntitle: T\n"


def findings(text: str) -> list[str]:
    place = schema.Place("a.md", yamlfile.Lines(text))
    _, found = schema.read(Article, yamlfile.load(text), place)
    return [str(one) for one in found]


def test_a_minimal_record_reads_without_a_finding() -> None:
    assert findings(MINIMAL) == []


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        (
            "compnies: []",
            "3:1: [front-matter-key] unknown key “compnies”; did you mean “companies”?",
        ),
        (
            "published:\n  when: x",
            "4:3: [front-matter-key] unknown key “when”; "
            "remove it; known keys: date, basis, evidence",
        ),
        (
            "rights: ful",
            "3:1: [rights-value] “ful” is no value of “rights”; write one of full, excerpt, link",
        ),
        (
            "published: 2019",
            "3:1: [front-matter-value] “published” is no group of keys; "
            "write “key: value” lines under it",
        ),
        (
            "events:\n- date: 28 June 2019",
            "4:3: [date-edtf] “28 June 2019” is not an EDTF date; write 2019-06-28",
        ),
        (
            "events:\n- date: next June",
            "4:3: [date-edtf] “next June” is not an EDTF date; "
            "write 2019-06-28, 2019-06, 2019, XXXX-09-28 or null",
        ),
        (
            "companies:\n- id: a\n  central: yes",
            "5:3: [front-matter-value] “central” is neither true nor false; write true or false",
        ),
        (
            "companies:\n- id: a\n  as: b",
            "5:3: [front-matter-value] “as” is no list; "
            "write each value on its own line after “- ”",
        ),
        (
            "companies:\n- central: true",
            "4:3: [front-matter-value] key “id” is missing; "
            "add it; see docs/reference/front-matter.md",
        ),
        (
            "people:\n- name: P\n  role:\n    zh: 董事长",
            "5:3: [front-matter-value] key “en” is missing; "
            "add it; see docs/reference/front-matter.md",
        ),
        (
            "source:\n  url: javascript:alert(1)",
            "4:3: [url-form] “javascript:alert(1)” is no web address; "
            "write an address that begins with https:// or http://, or null",
        ),
        (
            "companies:\n- id: ../../x",
            "4:3: [id-form] “../../x” cannot be an id; use small Latin letters, digits and hyphens",
        ),
        (
            "deals:\n- kind: supply\n  parties: [a, B b]",
            "5:16: [id-form] “B b” cannot be an id; use small Latin letters, digits and hyphens",
        ),
        (
            "places:\n- as: []",
            "4:3: [front-matter-value] “as” is empty; "
            "write the name as it stands in the text, or remove the place",
        ),
        ("summary: null", "3:1: [front-matter-value] “summary” is no text; write one text"),
    ],
)
def test_each_fault_is_told_with_its_line_and_its_mend(more: str, expected: str) -> None:
    assert findings(f"{MINIMAL}{more}\n") == [f"a.md:{expected}"]


@pytest.mark.parametrize(
    "more",
    [
        "source:\n  url: https://a.example/b?c=d#e",
        "source:\n  url: HTTP://例子.example/新闻",
        "themes:\n- id: smart_cockpit",
        "companies:\n- id: 42dot",
        "places:\n- as: [Wuhan]",
    ],
)
def test_addresses_and_ids_in_order_give_no_finding(more: str) -> None:
    assert findings(f"{MINIMAL}{more}\n") == []


def test_all_faults_of_a_file_are_told_at_once() -> None:
    assert len(findings("lang: fr\ntitle: null\nsumary: x\nnotes: {zh: a}\n")) == 4


def test_a_text_instead_of_front_matter_is_a_finding() -> None:
    assert findings("just words") == [
        "a.md:1:1: [front-matter-value] the whole is no group of keys; "
        "write “key: value” lines under it"
    ]


def test_the_json_schema_carries_the_docstrings() -> None:
    described = schema.json_schema(Article)
    assert described["properties"]["lang"]["description"].startswith("BCP 47")
    assert "as" in described["$defs"]["Mention"]["properties"]
    assert described["additionalProperties"] is False
