"""`diglot check --fix` mends what is safe, says so, and leaves the rest to a person."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from diglot.check.fixing import fix
from diglot.cli import main
from diglot.config import Project
from diglot.i18n.said import translate
from diglot.records import files

HEAD = "# yaml-language-server: $schema=../schemas/article.schema.json\n"
ARTICLE = """\
---
lang: en
title: T
published:
  date: 2019/6/28  # as printed
companies:
- id: Acme_Motors
  as:
  - Acme
  - Acme   # again
- id: beta
  as: [Beta]
# said twice
- id: beta
  as: [Beta, Beta Inc]
  central: true
deals:
- kind: supply
  date: 28 June 2019
  parties: [东风汽车, nobody, beta]
---

Body\x20\x20
with *odd* marks .

"""
FILES = {
    "content/articles/one.en.md": ARTICLE,
    "content/companies/acme-motors.yml": "name: {zh: 甲, en: Acme}\nfounded: 1969年5月\n",
    "content/companies/beta.yml": "name: {zh: 乙, en: Beta}\n",
    "content/companies/dongfeng.yml": "name: {zh: 东风汽车, en: Dongfeng}\n",
    "content/companies/broken.yml": "name: [\n",
}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    for name, text in FILES.items():
        files.write_text(tmp_path / name, text)
    return Project(root=tmp_path)


def article(project: Project) -> str:
    return (project.articles / "one.en.md").read_text("utf-8")


def test_what_only_one_thing_can_be_meant_by_is_mended_and_comments_and_body_stay(
    project: Project,
) -> None:
    fix(project)
    text = article(project)
    assert "  date: 2019-06-28  # as printed\n" in text
    assert "- id: acme-motors\n  as:\n  - Acme  # again\n" in text
    assert text.count("- id: beta\n") == 1
    assert "# said twice\n" in text
    assert "  as:\n  - Beta\n  - Beta Inc\n  central: true\n" in text
    assert "  - dongfeng\n  - nobody\n  - beta\n" in text
    assert text.endswith("---\n\nBody  \nwith *odd* marks .\n\n")
    company = (project.companies / "acme-motors.yml").read_text("utf-8")
    assert "founded: 1969-05\n" in company


def test_what_could_mean_several_things_is_left_to_a_person(project: Project) -> None:
    path = project.companies / "other.yml"
    path.write_text("name: {zh: 东风汽车, en: Other}\n", encoding="utf-8")
    fix(project)
    assert "28 June 2019" in article(project)
    assert "  - 东风汽车\n" in article(project)


def test_each_mend_is_told_with_its_place_in_either_language(project: Project) -> None:
    told = [one.said(translate("en")) for one in fix(project)]
    path = "content/articles/one.en.md"
    assert f"{path}:5: mended: 2019/6/28 is now 2019-06-28" in told
    assert f"{path}:9: mended: “Acme” stood twice under “as”" in told or (
        f"{path}:10: mended: “Acme” stood twice under “as”" in told
    )
    assert f"{path}:7: mended: Acme_Motors is now acme-motors" in told
    assert f"{path}:14: mended: “beta” was listed twice" in told
    assert any(
        "content/companies/beta.yml:1: mended: brought into canonical form" in t for t in told
    )


def test_a_second_run_has_nothing_to_do_and_a_broken_file_stays(project: Project) -> None:
    fix(project)
    before = {path: path.read_bytes() for path in project.content.rglob("*") if path.is_file()}
    assert fix(project) == []
    assert {path: path.read_bytes() for path in before} == before
    assert (project.companies / "broken.yml").read_text() == "name: [\n"


def test_the_command_mends_first_and_then_tells_what_is_left(project: Project) -> None:
    result = CliRunner().invoke(
        main, ["--root", str(project.root), "check", "--fix", "--lang", "zh"]
    )
    assert "已改：2019/6/28已改为2019-06-28" in result.stderr
    assert "[date-edtf]" in result.stdout
    assert "2019/6/28" not in result.stdout
    assert "[company-twice]" not in result.stdout


def test_the_id_of_a_deal_nothing_remembers_is_written_down(project: Project) -> None:
    path = project.articles / "two.en.md"
    deal = "deals:\n- kind: supply  # so they say\n  parties: [beta]\n"
    path.write_text(f"---\nlang: en\ntitle: U\n{deal}---\n\nBody.\n", encoding="utf-8")
    said = [one.said(translate("en")) for one in fix(project)]
    assert "content/articles/two.en.md:5: mended: the deal keeps the id “two-supply-beta”" in said
    text = path.read_text(encoding="utf-8")
    assert "- kind: supply  # so they say\n" in text
    assert "  id: two-supply-beta\n" in text
    assert fix(project) == []
