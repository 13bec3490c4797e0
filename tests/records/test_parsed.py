"""The caches of registries save time and nothing else."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from diglot import yamlfile
from diglot.authority import Company, KnownPerson, KnownPlace, Theme
from diglot.records import registry, remembered, schema
from diglot.records.parsed import Parsed

FULL = (
    (
        Company,
        "name: {zh: 东风汽车, en: Dongfeng Motor}\naliases:\n  zh: [东风]\n  en: []\n"
        "ambiguous: [东风]\nkind: carmaker\nparent: [a, b]\nfounded: 1969\n"
        "ticker: ['SSE:600006']\nwebsite: null\ndescription: {zh: 车企, en: Carmaker}\n"
        "proposed: true\n",
    ),
    (Company, "name: {zh: 岚图, en: Voyah}\nparent: dongfeng\n"),
    (Theme, "name: {zh: 电池, en: Batteries}\ncues: {zh: [换电]}\nweak: {en: [cell]}\n"),
    (KnownPerson, "name: {zh: 马化腾, en: Pony Ma}\norg: tencent\n"),
    (KnownPlace, "name: {zh: 武汉, en: Wuhan}\nkind: city\nin: hubei\n"),
)
REMEMBERED, PARSED = "registry.json", "parsed.json"


def company(content: Path, slug: str, name: str) -> Path:
    path = content / "companies" / f"{slug}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"name: {{zh: 甲, en: {name}}}\n", encoding="utf-8")
    return path


@pytest.fixture
def content(tmp_path: Path) -> Path:
    for number in range(remembered.WORTH):
        company(tmp_path / "content", f"c{number}", f"Company {number}")
    return tmp_path / "content"


def cache(content: Path, name: str) -> Path:
    return content.parent / ".cache" / "diglot" / name


def test_a_registry_from_the_cache_is_the_same(content: Path) -> None:
    first = registry.load(content)
    assert cache(content, REMEMBERED).is_file()
    assert cache(content, PARSED).is_file()
    assert registry.load(content) == first
    cache(content, REMEMBERED).unlink()
    assert registry.load(content) == first


def test_a_change_is_seen_at_once(content: Path) -> None:
    registry.load(content)
    path = company(content, "c1", "Company X")
    assert registry.load(content)[0].companies["c1"].name.en == "Company X"
    company(content, "d", "Company D")
    path.unlink()
    known = registry.load(content)[0].companies
    assert ("d" in known, "c1" in known) == (True, False)


def test_a_file_that_takes_the_name_of_another_is_seen(content: Path) -> None:
    registry.load(content)
    (content / "companies" / "c1.yml").rename(content / "companies" / "c1a.yml")
    assert "c1a" in registry.load(content)[0].companies


@pytest.mark.parametrize("name", [REMEMBERED, PARSED])
@pytest.mark.parametrize("damage", [b"", b'{"a": ', b"[]", b"\xff\xfe", b'{"key": 1}'])
def test_a_damaged_cache_is_read_anew(content: Path, name: str, damage: bytes) -> None:
    first = registry.load(content)
    cache(content, name).write_bytes(damage)
    cache(content, REMEMBERED if name == PARSED else PARSED).unlink()
    assert registry.load(content) == first


def test_a_cache_whose_values_were_tampered_with_is_read_anew(content: Path) -> None:
    first = registry.load(content)
    kept = json.loads(cache(content, REMEMBERED).read_bytes())
    kept["registry"]["companies"]["c1"] = {"nam": 1}
    cache(content, REMEMBERED).write_text(json.dumps(kept), encoding="utf-8")
    assert registry.load(content) == first


def test_what_is_wrong_is_told_every_time(content: Path) -> None:
    path = company(content, "bad", "Company B")
    path.write_text(path.read_text("utf-8") + "knd: other\n", encoding="utf-8")
    first = registry.load(content)
    assert first[1]
    assert not cache(content, REMEMBERED).exists()
    assert registry.load(content) == first


def test_a_small_registry_is_not_worth_a_cache(tmp_path: Path) -> None:
    company(tmp_path / "content", "c", "Company")
    registry.load(tmp_path / "content")
    assert not (tmp_path / ".cache").exists()


def test_a_remembered_registry_needs_neither_pydantic_nor_yaml(content: Path) -> None:
    registry.load(content)
    code = (
        "import sys; from pathlib import Path; from diglot.records import registry;"
        f"known, _ = registry.load(Path({str(content)!r}));"
        "print(len(known.companies), {'pydantic', 'ruamel.yaml', 'babel'} & set(sys.modules))"
    )
    ran = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert ran.stdout.split() == [str(remembered.WORTH), "set()"]


@pytest.mark.parametrize(("cls", "text"), FULL)
def test_an_entry_is_built_as_the_schema_reads_it(cls: type, text: str) -> None:
    data = yamlfile.load(text)
    value, bad = schema.read(cls, data, schema.Place("x.yml", yamlfile.Lines(text)))
    assert not bad
    assert remembered.build(cls, json.loads(json.dumps(data))) == value


def test_a_text_that_was_parsed_before_is_not_parsed_again(tmp_path: Path) -> None:
    texts = [f"name: x{n}\n" for n in range(remembered.WORTH)]
    first = Parsed(tmp_path)
    values = [first.load(text) for text in texts]
    first.save()
    kept = tmp_path / ".cache" / "diglot" / PARSED
    kept.write_text(kept.read_text("utf-8").replace("x3", "y3"), encoding="utf-8")
    again = [Parsed(tmp_path).load(text) for text in texts]
    assert again == [*values[:3], {"name": "y3"}, *values[4:]]
