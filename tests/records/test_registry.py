"""Registries: one faulty file never hides the others."""

from __future__ import annotations

from pathlib import Path

from diglot import authority
from diglot.model import Both
from diglot.records import registry

TENCENT = "name: {zh: 腾讯, en: Tencent}\n"


def write(content: Path, **texts: str) -> Path:
    for name, text in texts.items():
        path = content / (name.replace("__", "/") + ".yml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return content


def findings(content: Path) -> list[str]:
    return [str(one) for one in registry.load(content)[1]]


def test_companies_themes_and_glossaries_are_read_by_id(tmp_path: Path) -> None:
    content = write(
        tmp_path / "content",
        companies__tencent=TENCENT,
        themes__smart_cockpit="name: {zh: 智能座舱, en: Smart cockpit}\n",
        glossary__people="pony-ma:\n  name: {zh: 马化腾, en: Pony Ma}\n  org: tencent\n",
        glossary__places="shenzhen:\n  name: {zh: 深圳, en: Shenzhen}\n",
        glossary__publishers="# none yet\n",
    )
    known, bad = registry.load(content)
    assert bad == []
    assert known.companies["tencent"].name == Both(zh="腾讯", en="Tencent")
    assert list(known.themes) == ["smart_cockpit"]
    assert known.people["pony-ma"].org == "tencent"
    assert list(known.places) == ["shenzhen"]
    assert not known.publishers


def test_a_file_that_does_not_parse_does_not_hide_the_others(tmp_path: Path) -> None:
    content = write(tmp_path / "content", companies__a="name: [\n", companies__tencent=TENCENT)
    known, _ = registry.load(content)
    assert list(known.companies) == ["tencent"]
    assert findings(content)[0].startswith("content/companies/a.yml:2:1: [registry-syntax]")


def test_a_file_that_holds_no_keys_is_a_finding(tmp_path: Path) -> None:
    content = write(tmp_path / "content", companies__a="", themes__b="- x\n")
    assert [one.split("]")[0] for one in findings(content)] == [
        "content/companies/a.yml:1:1: [registry-syntax",
        "content/themes/b.yml:1:1: [registry-syntax",
    ]


def test_unknown_keys_and_values_are_told_with_file_and_line(tmp_path: Path) -> None:
    content = write(
        tmp_path / "content",
        companies__tencent=f"{TENCENT}knd: other\n",
        glossary__places="x:\n  name: {zh: 甲, en: X}\n  kind: town\n",
    )
    assert findings(content) == [
        "content/companies/tencent.yml:2:1: [registry-key] unknown key “knd”; did you mean “kind”?",
        "content/glossary/places.yml:3:3: [registry-value] “town” is no value of “kind”; "
        "write one of city, province, country, continent, region, district",
    ]


def test_ids_that_lead_nowhere_are_told(tmp_path: Path) -> None:
    content = write(
        tmp_path / "content",
        companies__tencent=f"{TENCENT}parent: tencentt\n",
        companies__x=f"{TENCENT}parent: naspers\n",
        glossary__people="p:\n  name: {zh: 甲, en: P}\n  org: nobody\n",
        glossary__places="x:\n  name: {zh: 甲, en: X}\n  in: nowhere\n",
    )
    assert findings(content) == [
        "content/companies/tencent.yml:2:1: [registry-reference] "
        "“tencentt” under “parent” is no known id; did you mean “tencent”?",
        "content/companies/x.yml:2:1: [registry-reference] "
        "“naspers” under “parent” is no known id; add it or correct the id",
        "content/glossary/people.yml:3:3: [registry-reference] "
        "“nobody” under “org” is no known id; add it or correct the id",
        "content/glossary/places.yml:3:3: [registry-reference] "
        "“nowhere” under “in” is no known id; add it or correct the id",
    ]


KINDS = """\
tea_garden:
  name: {zh: 茶园, en: tea garden}
  plural: {zh: 茶园, en: Tea gardens}
  shape: circle
other:
  name: {zh: 机构, en: body}
  plural: {zh: 其他机构, en: Other bodies}
"""


def test_kinds_of_companies_are_the_sites_own_in_its_words_and_order(tmp_path: Path) -> None:
    content = write(
        tmp_path / "content",
        companies__tencent=f"{TENCENT}kind: tea_garden\n",
        glossary__kinds=KINDS,
    )
    known, bad = registry.load(content)
    assert bad == []
    assert list(known.kinds)[:2] == ["tea_garden", "other"]
    assert known.kinds["tea_garden"].plural.en == "Tea gardens"
    assert known.kinds["other"].name.en == "body"


def test_the_kinds_code_has_a_use_for_are_there_whether_a_file_names_them_or_not(
    tmp_path: Path,
) -> None:
    needed = {authority.OTHER, authority.MAKE, *authority.MEDIA}
    assert set(registry.load(tmp_path / "content")[0].kinds) == needed
    content = write(tmp_path / "content", glossary__kinds=KINDS)
    assert set(registry.load(content)[0].kinds) == {"tea_garden", *needed}


def test_a_kind_nobody_knows_is_told_with_the_one_that_may_be_meant(tmp_path: Path) -> None:
    content = write(
        tmp_path / "content",
        companies__a="name: {zh: 甲, en: A}\nkind: tea_gardn\n",
        companies__b="name: {zh: 乙, en: B}\nkind: 7\n",
        glossary__kinds=KINDS,
    )
    assert findings(content) == [
        "content/companies/a.yml:2:1: [registry-reference] "
        "“tea_gardn” is no value of “kind”; did you mean “tea_garden”?",
        "content/companies/b.yml:2:1: [registry-reference] “7” is no value of “kind”; "
        "write one of tea_garden, other, make, agency, outlet, or add it to "
        "content/glossary/kinds.yml",
    ]
    known = registry.load(content)[0]
    assert known.kind(known.companies["a"]) == "other"


def test_faults_in_the_file_of_kinds_are_told_with_their_place(tmp_path: Path) -> None:
    content = write(
        tmp_path / "content",
        glossary__kinds="Tea:\n  name: {zh: 茶, en: tea}\n  shape: star\n",
    )
    assert [one.partition(";")[0] for one in findings(content)] == [
        "content/glossary/kinds.yml:1:1: [registry-value] key “plural” is missing",
        "content/glossary/kinds.yml:3:3: [registry-value] “star” is no value of “shape”",
        "content/glossary/kinds.yml:1:1: [registry-id] “Tea” cannot be an id",
    ]


def test_an_id_has_only_letters_that_a_url_can_carry(tmp_path: Path) -> None:
    content = write(tmp_path / "content", companies__Tencent=TENCENT)
    assert "[registry-id] “Tencent” cannot be an id" in findings(content)[0]


def test_an_entry_whose_id_leads_out_of_the_site_is_left_out(tmp_path: Path) -> None:
    person = "'../../x':\n  name: {zh: 甲, en: X}\n"
    content = write(tmp_path / "content", glossary__people=person)
    assert [one.split(" “")[0] for one in findings(content)] == [
        "content/glossary/people.yml:1:1: [registry-id]"
    ]
    assert not registry.load(content)[0].people


def test_a_key_that_is_no_text_does_not_hide_other_files(tmp_path: Path) -> None:
    content = write(
        tmp_path / "content",
        companies__tencent=TENCENT,
        glossary__people="null:\n  name: {zh: 甲, en: X}\n",
    )
    assert findings(content)[0].startswith("content/glossary/people.yml:1:1: [registry-syntax]")
    assert list(registry.load(content)[0].companies) == ["tencent"]


def test_a_website_is_an_address_of_the_web(tmp_path: Path) -> None:
    content = write(tmp_path / "content", companies__a=f"{TENCENT}website: javascript:alert(1)\n")
    assert findings(content)[0].startswith("content/companies/a.yml:2:1: [url-form]")
