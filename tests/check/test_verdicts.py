"""Verdicts are remembered, and never longer than they hold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from diglot import check
from diglot.check.workers import Outdated
from diglot.config import Project
from diglot.problems import Finding, Severity
from diglot.records import content

EN, ZH = "content/articles/one.en.md", "content/articles/one.zh.md"
FILES = {
    EN: "---\nlang: en\ntitle: Acme\ncompanies:\n- id: acmee\n---\n\nAcme builds 12 cars.\n",
    ZH: (
        "---\nlang: zh-Hans\ntitle: 甲\ntranslation: {by: Li, method: human}\n---\n"
        "\n甲生产15辆车。\n"
    ),
    "content/companies/acme.yml": "name: {zh: 甲, en: Acme}\n",
    "content/state/one.json": "{",
}
KEPT = ".cache/diglot/verdicts.json"
REMEMBERED = "remembered"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    for name, text in FILES.items():
        put(tmp_path, name, text)
    return Project(root=tmp_path)


def put(root: Path, name: str, text: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def mark(project: Project, basis: str | None = None) -> None:
    """Have each verdict of the memory say that it was remembered, and on which basis it rests."""
    kept = json.loads((project.root / KEPT).read_text("utf-8"))
    for verdict in kept["verdicts"].values():
        verdict[1].append([EN, 1, REMEMBERED, ["…", {}], ["…", {}], Severity.NOTE, 1])
        verdict[3] = verdict[3] if basis is None else basis
    put(project.root, KEPT, json.dumps(kept))


def codes(found: list[Finding]) -> list[str]:
    return sorted(one.code for one in found)


def test_a_second_run_says_the_same_without_judging_again(project: Project) -> None:
    first = check.run(project)
    assert codes(first) == [
        "company-unknown",
        "state-syntax",
        "translation-numbers",
        "translation-numbers",
    ]
    second = check.run(project)
    assert second == first
    assert [(one.what.msgid, one.mend.msgid) for one in second] == [
        (one.what.msgid, one.mend.msgid) for one in first
    ]
    mark(project)
    assert codes(check.run(project)) == sorted([REMEMBERED, *codes(first)])


@pytest.mark.parametrize(
    ("name", "text", "codes_then"),
    [
        (EN, FILES[EN].replace("acmee", "acme"), ["state-syntax", *["translation-numbers"] * 2]),
        (ZH, FILES[ZH].replace("15", "12"), ["company-unknown", "state-syntax"]),
        ("content/companies/acmee.yml", "name: {zh: 丁, en: Dee}\n",
         ["state-syntax", *["translation-numbers"] * 2]),
    ],
)  # fmt: skip
def test_whatever_changes_is_judged_anew(
    project: Project, name: str, text: str, codes_then: list[str]
) -> None:
    check.run(project)
    mark(project)
    put(project.root, name, text)
    assert codes(check.run(project)) == codes_then


@pytest.mark.parametrize("damage", ["", "[]", "{}", '{"x": 1}'])
def test_a_damaged_cache_only_costs_time(project: Project, damage: str) -> None:
    first = check.run(project)
    put(project.root, KEPT, damage)
    assert check.run(project) == first
    whole = json.loads((project.root / KEPT).read_text("utf-8"))
    cut = {key: value[:1] for key, value in whole["verdicts"].items()}
    put(project.root, KEPT, json.dumps(whole | {"verdicts": cut}))
    assert check.run(project) == first


def test_what_a_build_found_serves_the_check_and_the_other_way_round(project: Project) -> None:
    loaded = content.load(project)
    built = check.check(loaded)
    assert check.run(project) == built
    mark(project)
    assert REMEMBERED in codes(check.run(project))
    (project.root / KEPT).unlink()
    assert check.run(project) == built
    mark(project)
    assert REMEMBERED in codes(check.check(loaded))


def test_many_records_are_judged_by_several_processes_as_by_one(project: Project) -> None:
    for number in range(30):
        put(project.root, f"content/articles/r{number:02}.en.md", FILES[EN])
        put(project.root, f"content/articles/r{number:02}.zh.md", FILES[ZH])
    found = check.run(project)
    assert codes(found).count("company-unknown") == 31
    assert codes(found).count("translation-numbers") == 62


NAMED = "---\nlang: en\ntitle: Acme\ncompanies:\n- id: acme\n---\n\nAcme and Far Star build cars.\n"
COMPANY = "name: {{zh: {zh}, en: {en}}}\n"


@pytest.mark.parametrize(
    ("name", "text", "again"),
    [
        ("content/companies/acme.yml", COMPANY.format(zh="甲", en="Acme Inc"), True),
        ("content/companies/acme.yml", "# only a comment\n" + FILES["content/companies/acme.yml"],
         False),
        ("content/companies/far-star.yml", COMPANY.format(zh="远星", en="Far Star"), True),
        ("content/companies/other.yml", COMPANY.format(zh="别家", en="Somebody Else"), False),
        ("content/themes/acme.yml", COMPANY.format(zh="题", en="Theme"), True),
        ("content/glossary/people.yml", "li-na: {name: {zh: 李娜, en: Li Na}}\n", False),
    ],
)  # fmt: skip
def test_a_change_of_the_registry_is_judged_anew_only_where_a_record_names_it(
    project: Project, name: str, text: str, again: bool
) -> None:
    put(project.root, EN, NAMED)
    check.run(project)
    mark(project)
    put(project.root, name, text)
    found = check.run(project)
    assert (REMEMBERED in codes(found)) is not again
    (project.root / KEPT).unlink()
    assert check.run(project) == [one for one in found if one.code != REMEMBERED]


def test_a_verdict_that_was_confirmed_is_not_questioned_again(project: Project) -> None:
    put(project.root, EN, NAMED)
    check.run(project)
    put(project.root, "content/companies/other.yml", COMPANY.format(zh="别家", en="Somebody Else"))
    check.run(project)
    mark(project, basis="another")
    assert REMEMBERED in codes(check.run(project)), "nobody looks at what it rests on"
    put(project.root, "content/companies/other.yml", COMPANY.format(zh="别家", en="Nobody Else"))
    assert REMEMBERED not in codes(check.run(project))


def test_a_check_nobody_waits_for_any_more_ends_and_keeps_what_it_found(project: Project) -> None:
    put(project.root, EN.replace("one", "two"), FILES[EN])
    answers = iter([True, True, False])  # two are looked for in the memory, one is judged
    with pytest.raises(Outdated):
        check.check(content.load(project), lambda: next(answers))
    assert len(json.loads((project.root / KEPT).read_text("utf-8"))["verdicts"]) == 1
    found = check.check(content.load(project), lambda: True)
    assert codes(found).count("company-unknown") == 2
