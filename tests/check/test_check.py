"""`diglot check`: each fault gets one line with its place and its mend."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from diglot import check
from diglot.check import references, seeds
from diglot.check.settings import KNOWN
from diglot.config import Project
from diglot.problems import Severity
from diglot.records.content import load
from diglot.records.refresh import refresh
from tests.ground import ROOT

ORIGINAL = """\
---
lang: en
title: Acme and Beta sign
companies:
- id: acme
  as:
  - Acme
deals:
- kind: supply
  parties:
  - acme
  evidence:
  - sign the paper
  id: one-supply-acme
---

Acme and Beta **sign** the paper in Paris.

They will build cars.
"""
TWIN = """\
---
lang: zh-Hans
title: 题
translation:
  by: Li
  method: human
---

甲与乙在巴黎**签署**文件。

它们将生产汽车。
"""
FILES = {
    "content/articles/one.en.md": ORIGINAL,
    "content/articles/one.zh.md": TWIN,
    "content/companies/acme.yml": "name: {zh: 甲, en: Acme}\n",
    "content/companies/beta.yml": "name: {zh: 乙, en: Beta}\n",
}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    for name, text in FILES.items():
        put(tmp_path, name, text)
    return Project(root=tmp_path)


def put(root: Path, name: str, text: str | bytes) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)


def test_a_sound_project_has_no_findings(project: Project) -> None:
    assert check.run(project) == []


STATE = (
    '{"seed_path": "seeds/gone.txt", "seed_sha256": "0",'
    ' "extracted": {"front_matter": {}, "blocks": []}}'
)
EN, ZH = "content/articles/one.en.md", "content/articles/one.zh.md"
CASES: list[tuple[str, str, str | None, str | bytes | None, str]] = [
    ("company-unknown", EN, "- id: acme", "- id: acmee", f"{EN}:5"),
    ("company-unknown", EN, "deals:", "people:\n- name: Li\n  org: x\ndeals:", f"{EN}:10"),
    ("theme-unknown", EN, "deals:", "themes:\n- id: x\ndeals:", f"{EN}:9"),
    ("person-unknown", EN, "deals:", "people:\n- name: Li\n  id: x\ndeals:", f"{EN}:10"),
    ("place-unknown", EN, "deals:", "places:\n- id: x\n  as: [Paris]\ndeals:", f"{EN}:9"),
    ("deal-party", EN, "  - acme\n", "  - acme\n  - beta\n", f"{EN}:12"),
    ("deal-unanchored", EN, "  id: one-supply-acme\n", "", f"{EN}:9"),
    ("deal-unknown", EN, "  evidence:\n", "  same_as: [x]\n  evidence:\n", f"{EN}:12"),
    (
        "deal-contradiction", EN, "---\n\nAcme",
        "- {kind: order, parties: [acme], same_as: [one-supply-acme], "
        "not_same_as: [one-supply-acme]}\n---\n\nAcme", f"{EN}:15",
    ),
    ("company-twice", EN, "deals:", "- id: acme\ndeals:", f"{EN}:8"),
    ("evidence-missing", EN, "  - sign the paper\n", "  - sign a paper\n", f"{EN}:13"),
    ("form-missing", EN, "  - Acme", "  - Acme Inc", f"{EN}:7"),
    ("translation-none", ZH, None, None, f"{EN}:0"),
    ("translation-blocks", ZH, "它们将生产汽车。", "它们将生产汽车。\n\n三。", f"{ZH}:9"),
    ("translation-untranslated", ZH, "它们将生产汽车。", "[[untranslated]]", f"{ZH}:9"),
    ("translation-untranslated", ZH, "title: 题", "title: ''", f"{ZH}:9"),
    ("translation-orphan", EN, None, None, f"{ZH}:1"),
    ("article-lang", ZH, "zh-Hans", "en", f"{ZH}:2"),
    ("article-name", "content/articles/ONE.md", None, ORIGINAL, "content/articles/ONE.md:0"),
    ("record-originals", ZH, None, "---\nlang: zh-Hant\ntitle: 题\n---\n", f"{ZH}:1"),
    ("front-matter-syntax", EN, "title: Acme", "title: [Acme", f"{EN}:4"),
    ("front-matter-key", EN, "kind:", "knd: x\n  kind:", f"{EN}:9"),
    ("front-matter-value", EN, "supply", "sale", f"{EN}:9"),
    ("rights-value", EN, "deals:", "rights: all\ndeals:", f"{EN}:8"),
    ("date-edtf", EN, "supply", "supply\n  date: 2019-02-30", f"{EN}:10"),
    ("url-form", EN, "deals:", "source:\n  url: javascript:x\ndeals:", f"{EN}:9"),
    ("id-form", EN, "- id: acme", "- id: ../../acme", f"{EN}:5"),
    ("page-encoding", "content/pages/about.en.md", None, b"\xff", "content/pages/about.en.md:1"),
    ("state-syntax", "content/state/one.json", None, "{", "content/state/one.json:1"),
    ("seed-missing", "content/state/one.json", None, STATE, f"{EN}:0"),
    ("registry-syntax", "content/themes/x.yml", None, "a: b: c\n", "content/themes/x.yml:1"),
    ("registry-key", "content/companies/beta.yml", "name", "x: y\nname",
     "content/companies/beta.yml:1"),
    ("registry-value", "content/companies/beta.yml", "}", "}\nkind: [x]",
     "content/companies/beta.yml:2"),
    ("registry-reference", "content/companies/beta.yml", "}", "}\nkind: x",
     "content/companies/beta.yml:2"),
    ("registry-id", "content/themes/X.yml", None, "name: {zh: 甲, en: X}",
     "content/themes/X.yml:1"),
    ("registry-reference", "content/companies/beta.yml", "}", "}\nparent: x",
     "content/companies/beta.yml:2"),
    ("alias-collision", "content/companies/beta.yml", "}", "}\naliases: {en: [ACME]}",
     "content/companies/acme.yml:1"),
    ("company-language", "content/companies/beta.yml", "en: Beta", "en: 乙",
     "content/companies/beta.yml:1"),
    ("company-language", "content/companies/beta.yml", "}", "}\ndescription:\n  zh: ''\n  en: B.",
     "content/companies/beta.yml:3"),
    ("company-proposed", "content/companies/beta.yml", "}", "}\nproposed: true",
     "content/companies/beta.yml:2"),
    ("parent-cycle", "content/companies/beta.yml", "}", "}\nparent: beta",
     "content/companies/beta.yml:2"),
    ("ticker-format", "content/companies/beta.yml", "}", "}\nticker: [HKEX:0489, 0489.HK]",
     "content/companies/beta.yml:2"),
    ("rights-source", EN, "deals:", "rights: link\ndeals:", f"{EN}:8"),
    ("address-taken", EN, "deals:", "aliases:\n- two\n- one\ndeals:", f"{EN}:10"),
    ("address-taken", "content/companies/beta.yml", "}", "}\nformer_ids: [acme]",
     "content/companies/beta.yml:2"),
    ("id-form", EN, "deals:", "aliases: [No slug]\ndeals:", f"{EN}:8"),
    ("link-dead", EN, "in Paris", "in [Paris](../paris/)", f"{EN}:17"),
    ("link-dead", "content/pages/about.en.md", None, "# A\n\n[x](../nowhere/)\n",
     "content/pages/about.en.md:3"),
    ("seed-format", "seeds/a.png", None, "x", "seeds/a.png:0"),
    ("seed-empty", "seeds/a.txt", None, "", "seeds/a.txt:0"),
    ("seed-binary", "seeds/a.txt", None, "\0\1\2\3PNG\0", "seeds/a.txt:0"),
    ("seed-no-sentence", "seeds/a.txt", None, "Home\nMenu\n", "seeds/a.txt:1"),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[f"{c[0]}-{i}" for i, c in enumerate(CASES)])
def test_each_fault_is_told_once_at_its_place(
    project: Project, case: tuple[str, str, str | None, str | bytes | None, str]
) -> None:
    code, name, old, new, place = case
    path = project.root / name
    if new is None:
        path.unlink()
    elif old is None:
        put(project.root, name, new)
    else:
        text = path.read_text(encoding="utf-8")
        assert old in text
        assert isinstance(new, str)
        put(project.root, name, text.replace(old, new, 1))
    found = [one for one in check.run(project) if one.code == code]
    assert [f"{one.path}:{one.line}" for one in found] == [place]
    assert found[0].mend


def test_an_id_two_deals_have_is_told_at_both(project: Project) -> None:
    path = project.root / EN
    deals = "  id: x\n- {kind: order, parties: [acme], id: x}\n- {kind: other, parties: [acme]}\n"
    text = path.read_text("utf-8")
    put(project.root, EN, text.replace("  id: one-supply-acme\n", deals))
    found = [(one.code, one.line) for one in check.run(project)]
    assert found == [("deal-twice", 14), ("deal-twice", 15), ("deal-unanchored", 16)]


def test_one_faulty_file_does_not_hide_the_faults_of_others(project: Project) -> None:
    put(project.root, "content/articles/two.en.md", "---\n[\n---\n")
    put(project.root, "content/articles/three.zh.md", TWIN)
    put(project.root, "content/companies/beta.yml", "[")
    codes = [one.code for one in check.run(project)]
    assert sorted(codes) == ["front-matter-syntax", "registry-syntax", "translation-orphan"]


def test_an_untranslated_block_is_no_error(project: Project) -> None:
    put(project.root, ZH, TWIN.replace("它们将生产汽车。", "[[untranslated]]"))
    (found,) = check.run(project)
    assert found.severity is Severity.NOTE


def test_evidence_is_looked_for_in_the_text_as_readers_see_it(project: Project) -> None:
    put(project.root, EN, ORIGINAL.replace("the paper in", "the\npaper in"))
    assert check.run(project) == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("3 May 2024", False),  # as the raw text has it, run together with an icon's name
        ("May 2024", False),
        ("in Paris", False),  # the text itself
        ("4 May 2024", True),
        ("4 June 2024", False),  # what the importer itself quoted
    ],
)
def test_evidence_of_the_publication_is_looked_for_in_the_raw_text(
    project: Project, words: str, *, told: bool
) -> None:
    own = '{"published": {"evidence": ["4 June 2024"]}}'
    state = STATE.replace('"front_matter": {}', f'"front_matter": {own}').replace("gone", "a")
    put(project.root, "content/state/one.json", state)
    put(project.root, "seeds/a.txt", "clock３ May&nbsp;2024 | Acme and Beta sign the paper.\n")
    published = f"published:\n  date: 2024-05\n  evidence:\n  - {words}\n"
    put(project.root, EN, ORIGINAL.replace("deals:", f"{published}deals:", 1))
    found = [one for one in check.run(project) if one.code == "evidence-missing"]
    assert [(one.path, one.line) for one in found] == [(EN, 11)] * told
    assert all("seeds/a.txt" in one.what for one in found)


def test_every_code_is_produced_by_a_test() -> None:
    tests = "\n".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py")
    )
    untested = {code for code in check.CODES if not re.search(rf'[" [\]]{code}\b', tests)}
    # Settings have their own tests beside `site.settings`.
    assert untested <= {"settings"}


def test_nobody_is_told_to_throw_a_state_file_away(project: Project) -> None:
    for state in (STATE, "{"):
        put(project.root, "content/state/one.json", state)
        (found,) = check.run(project)
        assert "delete" not in found.mend


def test_a_raw_text_is_missing_for_the_check_as_for_the_refresh(project: Project) -> None:
    put(project.root, "content/state/one.json", STATE)
    assert check.run(project) == refresh(project).findings


def test_the_checks_are_pure_functions_of_what_was_read(project: Project) -> None:
    content = load(project)
    assert list(references.company_unknown(content)) == []
    assert seeds.seed_faults(content) == []


@pytest.mark.parametrize(
    "text", ["Acme signs.\n\nIt is a deal.\n", "Acme signs.\r\n\r\nIt is  a deal."]
)
def test_raw_texts_with_the_same_words_are_told(project: Project, text: str) -> None:
    state = STATE.replace('"blocks": []', '"blocks": ["Acme signs.", "It is a deal."]')
    put(project.root, "content/state/one.json", state.replace("gone", "a"))
    put(project.root, "seeds/a.txt", "Acme signs.\n\nIt is a deal.\n")
    put(project.root, "seeds/b.txt", text)
    found = [one for one in check.run(project) if one.code == "seed-duplicate"]
    assert [one.path for one in found] == ["seeds/b.txt"]


def test_a_name_both_companies_call_ambiguous_is_no_collision(project: Project) -> None:
    for key, text in {"acme": "{zh: 甲, en: Acme}", "beta": "{zh: 甲, en: Beta}"}.items():
        put(project.root, f"content/companies/{key}.yml", f"name: {text}\nambiguous: [甲]\n")
    assert check.run(project) == []
    put(project.root, "content/companies/beta.yml", "name: {zh: 甲, en: Beta}\n")
    assert [one.code for one in check.run(project)] == ["alias-collision"]


def test_one_word_for_several_companies_is_no_collision(project: Project) -> None:
    names = {"acme": "{zh: 甲车, en: Acme}", "beta": "{zh: 乙车, en: Beta}"}
    for key, text in names.items():
        put(
            project.root, f"content/companies/{key}.yml", f"name: {text}\naliases: {{zh: [甲乙]}}\n"
        )
    assert "alias-collision" not in {one.code for one in check.run(project)}


def test_a_circle_of_parents_is_told_once_with_its_way(project: Project) -> None:
    for key, parent in {"acme": "beta", "beta": "acme"}.items():
        text = f"name: {{zh: {key}, en: {key.title()}}}\nparent: {parent}\n"
        put(project.root, f"content/companies/{key}.yml", text)
    found = [one for one in check.run(project) if one.code == "parent-cycle"]
    assert [one.path for one in found] == ["content/companies/acme.yml"]
    assert "acme → beta → acme" in found[0].what


def test_the_company_beside_a_circle_of_parents_is_not_blamed(project: Project) -> None:
    put(project.root, "content/companies/acme.yml", "name: {zh: 甲, en: Acme}\nparent: beta\n")
    put(project.root, "content/companies/beta.yml", "name: {zh: 乙, en: Beta}\nparent: beta\n")
    found = [one for one in check.run(project) if one.code == "parent-cycle"]
    assert [one.path for one in found] == ["content/companies/beta.yml"]


LONG = "Acme and Beta sign the paper in Paris, and they will build cars together; "
MORE = "the first of them comes in May, the second follows later. Both hope for many buyers.\n"


def second(project: Project, body: str) -> None:
    """Two records with bodies of their own, that of the second being `body`."""
    put(project.root, EN, ORIGINAL.replace("They will build cars.", LONG + MORE))
    put(project.root, ZH, TWIN)
    head = ORIGINAL.partition("---\n\n")[0].replace("  - sign the paper\n", "  - Acme\n")
    put(project.root, "content/articles/two.en.md", f"{head}---\n\n{body}")


def alike(project: Project) -> list[tuple[str, str]]:
    found = [one for one in check.run(project) if one.code.startswith("record-")]
    return [(one.code, one.path) for one in found]


def test_a_record_with_the_words_of_another_is_told_once(project: Project) -> None:
    body = ORIGINAL.partition("---\n\n")[2].replace("They will build cars.", LONG + MORE)
    second(project, body.replace("**sign**", "sign"))
    assert alike(project) == [("record-duplicate", "content/articles/two.en.md")]


def test_a_record_that_is_nearly_another_is_told_with_its_share(project: Project) -> None:
    second(project, f"{LONG}{MORE}\nA reader adds a line of praise here.\n")
    assert alike(project) == [("record-near", "content/articles/two.en.md")]
    (found,) = [one for one in check.run(project) if one.code == "record-near"]
    assert re.match(r"\d\d % of its text is that of content/articles/one.en.md", found.what)


def test_a_record_of_its_own_words_is_like_no_other(project: Project) -> None:
    second(project, "A bank buys a ship from Acme, which nobody had thought possible.\n")
    assert alike(project) == []


@pytest.mark.parametrize(
    ("wrong", "near"), [("acmee", "acme"), ("Acme-Motors", "acme"), ("beta-inc", "beta")]
)
def test_an_unknown_company_comes_with_the_likeliest_one(
    project: Project, wrong: str, near: str
) -> None:
    put(
        project.root,
        "content/companies/beta.yml",
        "name: {zh: 乙, en: Beta}\naliases: {en: [Beta Inc]}\n",
    )
    put(
        project.root,
        "content/companies/acme.yml",
        "name: {zh: 甲, en: Acme}\naliases: {en: [Acme Motors]}\n",
    )
    put(project.root, EN, ORIGINAL.replace("- id: acme", f"- id: {wrong.lower()}"))
    found = [one for one in check.run(project) if one.code == "company-unknown"]
    assert [f"“{near}”" in one.mend for one in found] == [True]


@pytest.mark.parametrize(("typed", "meant"), [("甲", "acme"), ("ACME", "acme"), ("丙", None)])
def test_a_name_where_an_id_is_expected_leads_to_the_id(
    project: Project, typed: str, meant: str | None
) -> None:
    put(project.root, EN, ORIGINAL.replace("- id: acme", f"- id: {typed}"))
    (found,) = [one for one in check.run(project) if one.code == "id-form"]
    near = f"did you mean “{meant}”?" if meant else "use small Latin letters, digits and hyphens"
    assert found.mend == near


@pytest.mark.parametrize(
    ("broken", "names"),
    [
        ("content/companies/acme.yml", "companies:\n- id: acme\n"),
        ("content/themes/green.yml", "themes:\n- id: green\n"),
        ("content/glossary/people.yml", "people:\n- name: Li\n  id: li\n"),
        ("content/glossary/places.yml", "places:\n- id: paris\n  as: [Acme]\n"),
    ],
)
def test_a_registry_file_that_cannot_be_read_is_told_and_nothing_that_follows_from_it(
    project: Project, broken: str, names: str
) -> None:
    put(project.root, broken, "name: {zh: 甲\n")
    put(project.root, "content/companies/part.yml", "name: {zh: 丁, en: Part}\nparent: acme\n")
    head, _, body = ORIGINAL.partition("companies:\n- id: acme\n")
    rest = names if names.startswith("companies") else f"{names}companies:\n- id: acme\n"
    put(project.root, EN, f"{head}{rest}{body}")
    assert [one.code for one in check.run(project)] == ["registry-syntax"]
    assert [one.code for one in check.check(load(project))] == ["registry-syntax"]


def test_the_kinds_of_companies_are_not_missed_while_their_file_cannot_be_read(
    project: Project,
) -> None:
    put(project.root, "content/companies/acme.yml", "name: {zh: 甲, en: Acme}\nkind: bank\n")
    put(project.root, "content/glossary/kinds.yml", "bank: [\n")
    assert [one.code for one in check.run(project)] == ["registry-syntax"]


def test_what_does_not_follow_from_a_broken_registry_file_is_told_after_it(
    project: Project,
) -> None:
    put(project.root, "content/companies/zeta.yml", "name: [\n")
    put(project.root, EN, ORIGINAL.replace("- id: acme", "- id: acmee"))
    found = [one.code for one in check.run(project)]
    assert found[:2] == ["registry-syntax", "company-unknown"]


def test_no_company_is_suggested_for_one_that_is_like_none(project: Project) -> None:
    put(project.root, EN, ORIGINAL.replace("- id: acme", "- id: zugspitze"))
    (found,) = [one for one in check.run(project) if one.code == "company-unknown"]
    assert found.mend == "add content/companies/zugspitze.yml or correct the id"


def test_a_company_named_only_by_another_ones_name_too_is_told(project: Project) -> None:
    for key in ("acme", "beta"):
        name = f"{{zh: {key}, en: {key.title()}}}"
        text = f"name: {name}\naliases: {{en: [Acme]}}\nambiguous: [Acme]\n"
        put(project.root, f"content/companies/{key}.yml", text)
    found = [one for one in check.run(project) if one.code == "company-ambiguous"]
    assert [(one.line, one.column, one.what) for one in found] == [
        (7, 5, "“Acme” may also be beta")
    ]
    put(project.root, EN, ORIGINAL.replace("- id: acme", "- id: acme\n  basis: editor"))
    assert [one for one in check.run(project) if one.code == "company-ambiguous"] == []


@pytest.mark.parametrize(
    "target",
    ["https://example.org/x", "/en/articles/one/", "../../articles/one/", "../../companies/acme/",
     "#b1", "../../feed.xml", "/static/a.png", "../../dates/2019/06/"],
)  # fmt: skip
def test_a_link_that_leads_somewhere_is_not_told(project: Project, target: str) -> None:
    put(project.root, EN, ORIGINAL.replace("in Paris", f"in [Paris]({target})"))
    assert [one for one in check.run(project) if one.code == "link-dead"] == []


def test_the_most_serious_findings_come_first(project: Project) -> None:
    put(project.root, ZH, TWIN.replace("它们将生产汽车。", "[[untranslated]]"))
    put(project.root, "content/companies/zzz.yml", "name: {zh: 丙, en: Z}\nparent: zzz\n")
    put(project.root, EN, ORIGINAL.replace("  - Acme\n", "  - Acme Inc\n"))
    found = [one.severity for one in check.run(project)]
    assert found == sorted(found, reverse=True)
    assert len(set(found)) == 3


def test_an_address_two_records_had_before_is_told_once_naming_the_other(project: Project) -> None:
    more = "title: Acme", "aliases: [gone]\ntitle: Acme"
    put(project.root, EN, ORIGINAL.replace(*more))
    put(
        project.root,
        "content/articles/two.en.md",
        "---\nlang: en\ntitle: B\naliases:\n- gone\n---\n",
    )
    (found,) = [one for one in check.run(project) if one.code == "address-taken"]
    assert found.path == "content/articles/two.en.md"
    assert found.line == 5
    assert "“gone” was one before too" in str(found)


def test_a_former_id_of_a_company_is_said_by_the_one_it_has_now(project: Project) -> None:
    put(project.root, "content/companies/beta.yml", "name: {zh: 乙, en: Beta}\nformer_ids: [xyz]\n")
    put(project.root, EN, ORIGINAL.replace("- id: acme", "- id: xyz"))
    (found,) = [one for one in check.run(project) if one.code == "company-unknown"]
    assert "did you mean “beta”?" in str(found)


CONF = "pelican.conf.py"


@pytest.fixture
def conf(project: Project) -> Path:
    """The settings file of this project, in one with this theme."""
    (project.root / "themes").symlink_to(ROOT / "themes")
    put(project.root, CONF, (ROOT / CONF).read_bytes())
    return project.root / CONF


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("", []),
        ("this is no Python", ["the settings cannot be read: SyntaxError"]),
        ("DIGLOT_RIGHTS = 'all'", ["DIGLOT_RIGHTS has an unusable value: 'all'; write full"]),
        ("DIGLOT_HOME_ITEMS = '9'", ["DIGLOT_HOME_ITEMS has an unusable value"]),
        ("THEME = 'themes/none'", ["THEME has an unusable value"]),
        ("DIGLOT_TAGLIN = {}", ["no setting DIGLOT_TAGLIN; did you mean “DIGLOT_TAGLINE”?"]),
    ],
)
def test_the_settings_file_is_checked_like_the_rest(
    project: Project, conf: Path, wrong: str, told: list[str]
) -> None:
    lines = conf.read_text("utf-8").count("\n") + 1
    put(project.root, CONF, f"{conf.read_text('utf-8')}{wrong}\n")
    found = [str(one) for one in check.run(project)]
    assert len(found) == len(told)
    for one, words in zip(found, told, strict=True):
        assert one.startswith(f"{CONF}:{lines}:1: [settings] ")
        assert words in one


def test_the_settings_known_are_those_the_reference_names() -> None:
    page = (ROOT / "docs" / "reference" / "settings.md").read_text("utf-8")
    table = set(re.findall(r"^\| `(DIGLOT_\w+)` \|", page, re.MULTILINE)) - {"DIGLOT_DOWNLOAD"}
    assert table == KNOWN
