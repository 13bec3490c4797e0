"""`diglot fmt`: one form for each file, and nothing an editor wrote is lost."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diglot import yamlfile
from diglot.authority import Company
from diglot.config import Project
from diglot.model import Article, Both, Deal, Event, Mention, Person, Source
from diglot.problems import Finding
from diglot.records import canonical, frontmatter, modeline
from diglot.yamlfile import comments
from tests.ground import ROOT

LINE = "# yaml-language-server: $schema=../schemas/article.schema.json\n"
UNTIDY = """\
---
title: 'Acme and Beta sign'   # as printed
# who takes part
companies:
    # the buyer
    - as: [Acme, "Acme Inc"]
      id: acme
    - id: beta   # the seller
      central: false
lang: en
deals: []
# to be looked up
rights: null
---

A  body with trailing spaces\x20\x20
and odd*marks*.


"""
TIDY = f"""\
---
{LINE}lang: en
title: Acme and Beta sign  # as printed
title_basis: stated
summary: ''
source:
  publisher: null
  author: null
  url: null
published:
  date: null
# who takes part
companies:
# the buyer
- id: acme
  as:
  - Acme
  - Acme Inc
- id: beta  # the seller
---

A  body with trailing spaces\x20\x20
and odd*marks*.


"""


def formed(text: str) -> str:
    findings: list[Finding] = []
    new = canonical.article(text, "a.en.md", findings)
    assert new is not None, findings
    return new.decode()


def test_an_untidy_file_gets_its_canonical_form_and_keeps_comments_and_body() -> None:
    new = formed(UNTIDY)
    # What a comment stood above is gone; it comes first then.
    assert new.replace("# to be looked up\n", "") == TIDY
    assert "# to be looked up\n" in new


def test_a_canonical_file_stays_as_it_is() -> None:
    assert formed(TIDY) == TIDY


TEXT = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufeff"), max_size=12
)
IDS = st.from_regex(r"[a-z0-9-]{1,8}", fullmatch=True)
ARTICLES = st.builds(
    Article,
    lang=st.sampled_from(["zh-Hans", "zh-Hant", "en"]),
    title=TEXT,
    summary=TEXT,
    source=st.builds(Source, file=st.none() | TEXT, publisher=st.none() | TEXT),
    events=st.lists(
        st.builds(Event, date=st.just("2019-06-28"), evidence=st.lists(TEXT).map(tuple)),
        max_size=2,
    ).map(tuple),
    companies=st.lists(
        st.builds(Mention, id=IDS, central=st.booleans(), as_=st.lists(TEXT).map(tuple)),
        max_size=3,
    ).map(tuple),
    people=st.lists(
        st.builds(Person, name=TEXT, role=st.none() | TEXT | st.builds(Both, zh=TEXT, en=TEXT)),
        max_size=2,
    ).map(tuple),
    deals=st.lists(
        st.builds(Deal, kind=st.just("supply"), parties=st.lists(IDS).map(tuple)), max_size=2
    ).map(tuple),
)


@given(ARTICLES, TEXT)
def test_what_diglot_writes_is_canonical_already(article: Article, body: str) -> None:
    front = f"{modeline.modeline(Article)}\n{frontmatter.dump(article)}"
    text = frontmatter.join(front, body)
    assert formed(text) == text


WORD = st.text("ab #:-'\"甲", max_size=6)


@given(ARTICLES, st.lists(st.tuples(st.integers(0, 40), WORD), max_size=6), st.text(max_size=20))
def test_values_comments_and_body_survive_and_a_second_run_changes_nothing(
    article: Article, notes: list[tuple[int, str]], body: str
) -> None:
    lines = frontmatter.dump(article).splitlines()
    for place, words in notes:
        lines.insert(place % (len(lines) + 1), f"  # {words}")
    old = "".join(f"{line}\n" for line in lines)
    try:
        same = yamlfile.load(old) == yamlfile.load(frontmatter.dump(article))
    except yamlfile.YamlError:
        same = False
    if not same:
        return  # a comment cannot stand inside a text of several lines
    text = f"---\n{old}---\n{body}"
    new = formed(text)
    front = frontmatter.split(new.replace("\r\n", "\n")).front
    assert yamlfile.load(front) == yamlfile.load(old)
    assert sorted(said(front)) == sorted([LINE.strip(), *said(old)])
    assert new.endswith(f"---\n{body}")
    assert formed(new) == new


def said(text: str) -> list[str]:
    found = comments.read(text)
    groups = [*found.above.values(), *found.beside.values()]
    return [one for some in (found.head, *groups, found.tail) for one in some if one]


def test_windows_line_ends_stay() -> None:
    text = UNTIDY.replace("\n", "\r\n")
    assert formed(text) == formed(UNTIDY).replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a: 'b # c' # d", "a: 'b # c'  # d"),
        ("a: b#c", "a: b#c"),
        ("a: | # d\n  b", "# d\na: |\n  b"),
        ("a: [b, # d\n  c]", "a:\n- b  # d\n- c"),
        ("a:\n  b: c\n# d\n", "a:\n  b: c\n# d"),
        ("x: y\n\n# d\na: b", "x: y\n\n# d\na: b"),
    ],
)
def test_comments_are_told_from_signs_within_values(old: str, new: str) -> None:
    from diglot.yamlfile import writing

    kept = comments.read(f"{old}\n")
    text = comments.put(writing.dump(yamlfile.load(old)), kept)
    assert comments.put(writing.dump(yamlfile.load(text)), comments.read(text)) == text
    if "|" not in old:
        assert text == f"{new}\n"
    assert sum(map(len, said_groups(text))) == old.count("# d")


def said_groups(text: str) -> list[list[str]]:
    return [[one] for one in said(text)]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    for name, text in {
        "content/articles/one.en.md": UNTIDY,
        "content/companies/acme.yml": "kind: chips\nname: {en: Acme, zh: 甲}\n",
        "content/glossary/people.yml": "li:\n  name: {zh: 李, en: Li}\n\n# others\nwu:\n"
        "  aliases: {zh: [], en: []}\n  name: {zh: 吴, en: Wu}\n",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Project(root=tmp_path)


def test_a_project_is_brought_into_form_with_its_schemas_and_then_stays(project: Project) -> None:
    changed, findings = canonical.write(project)
    assert findings == []
    assert changed[:3] == [
        "content/articles/one.en.md",
        "content/companies/acme.yml",
        "content/glossary/people.yml",
    ]
    assert set(changed[3:]) == {
        f"content/schemas/{name}.schema.json" for name in modeline.NAMES.values()
    }
    assert (project.companies / "acme.yml").read_text("utf-8") == (
        "# yaml-language-server: $schema=../schemas/company.schema.json\n"
        "name:\n  zh: 甲\n  en: Acme\nkind: chips\n"
    )
    assert (project.content / "glossary/people.yml").read_text("utf-8") == (
        "# yaml-language-server: $schema=../schemas/people.schema.json\n"
        "li:\n  name:\n    zh: 李\n    en: Li\n\n# others\nwu:\n  name:\n    zh: 吴\n    en: Wu\n"
    )
    assert canonical.write(project) == ([], [])


def test_the_schema_of_companies_follows_the_file_of_kinds_though_that_alone_is_named(
    project: Project,
) -> None:
    canonical.write(project)
    kinds, schema = "content/glossary/kinds.yml", "content/schemas/company.schema.json"
    words = "{zh: 茶园, en: tea garden}"
    path = project.root / kinds
    path.write_text(f"tea_garden:\n  name: {words}\n  plural: {words}\n", encoding="utf-8")
    assert canonical.write(project, [path]) == ([kinds, schema], [])
    assert '"tea_garden"' in (project.root / schema).read_text("utf-8")
    assert canonical.write(project, [path]) == ([], [])


def test_asking_only_writes_nothing(project: Project) -> None:
    before = {path: path.read_bytes() for path in project.root.rglob("*") if path.is_file()}
    changed, _ = canonical.write(project, only=True)
    assert len(changed) == 3 + len(modeline.NAMES)
    after = {path: path.read_bytes() for path in project.root.rglob("*") if path.is_file()}
    assert after == before


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("articles/bad.en.md", "---\nlang: [\n---\n", "front-matter-syntax"),
        ("articles/bad.en.md", "lang: en\n", "front-matter-syntax"),
        ("articles/bad.en.md", "---\nlang: en\n---\n", "front-matter-value"),
        ("companies/bad.yml", "nme: x\n", "registry-key"),
        ("companies/bad.yml", "[", "registry-syntax"),
    ],
)
def test_a_file_that_cannot_be_read_stays_and_is_told(
    project: Project, name: str, text: str, code: str
) -> None:
    path = project.content / name
    path.write_text(text, encoding="utf-8")
    changed, findings = canonical.write(project)
    assert code in [one.code for one in findings]
    assert path.read_text("utf-8") == text
    assert "content/articles/one.en.md" in changed


def test_every_schema_is_named_by_a_line_that_leads_to_it() -> None:
    for cls in modeline.NAMES:
        match = re.fullmatch(r"# yaml-language-server: \$schema=(.+)", modeline.modeline(cls))
        assert match
        path = (ROOT / "content" / "companies" / match[1]).resolve()
        assert json.loads(path.read_text("utf-8"))["$schema"].startswith("https://json-schema.org")


def test_the_committed_content_is_in_canonical_form() -> None:
    """If not: diglot fmt."""
    assert canonical.write(Project(root=ROOT), only=True) == ([], [])


def test_a_company_written_by_the_machine_is_canonical() -> None:
    from diglot.records.registry import dump_company

    text = dump_company(Company(name=Both(zh="甲", en="Acme"), proposed=True), "A draft.")
    assert text.splitlines()[:2] == [modeline.modeline(Company), "# A draft."]
