"""The browser editor at /admin/: what it saves, what it asks for, where it may reach."""

from __future__ import annotations

import difflib
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from diglot import edtf
from diglot.languages import Side
from diglot.records import registry
from tests.browser import axe_violations
from tests.ground import ROOT

pytestmark = pytest.mark.browser
SLUG = "undated-saic-bmw-baidu"
PICKER = """
window.showDirectoryPicker = async () =>
  (await navigator.storage.getDirectory()).getDirectoryHandle('project');
FileSystemDirectoryHandle.prototype.requestPermission ??= async () => 'granted';
"""
"""Choosing a folder is a dialogue of the system: here it chooses one of the browser's own."""
FILL = """async (files) => {
  const root = await navigator.storage.getDirectory();
  const project = await root.getDirectoryHandle('project', { create: true });
  await project.getDirectoryHandle('.git', { create: true });
  const put = async ([path, text]) => {
    let folder = project;
    const parts = path.split('/');
    for (const part of parts.slice(0, -1))
      folder = await folder.getDirectoryHandle(part, { create: true });
    const file = await folder.getFileHandle(parts.at(-1), { create: true });
    const out = await file.createWritable();
    await out.write(text);
    await out.close();
  };
  await Promise.all(Object.entries(files).map(put));
}"""
READ = """async () => {
  const found = {};
  const walk = async (folder, path) => {
    for await (const [name, one] of folder.entries())
      if (one.kind === 'directory') await walk(one, `${path}${name}/`);
      else found[path + name] = await (await one.getFile()).text();
  };
  const root = await navigator.storage.getDirectory();
  await walk(await root.getDirectoryHandle('project'), '');
  return found;
}"""


class Editor:
    """The editor open in a browser, signed in to a copy of the project's files."""

    def __init__(self, page: Page, address: str, files: dict[str, str]) -> None:
        self.page, self.files = page, files
        self.sent: list[str] = []
        page.set_default_timeout(20_000)
        page.add_init_script(PICKER)
        page.on("response", lambda answer: self.sent.append(answer.url))
        page.goto(f"{address}admin/shapes.json")
        page.evaluate(FILL, files)
        page.goto(f"{address}admin/")

    def sign_in(self) -> None:
        self.page.get_by_role("button", name=re.compile("Local|本地")).click()
        self.page.locator("[role=row]").first.wait_for()

    def open(self, collection: str, entry: str) -> None:
        self.page.evaluate("to => { location.hash = to }", f"/collections/{collection}/{entry}")
        self.page.locator("[data-key-path]").first.wait_for()

    def field(self, path: str, *, pane: str = "") -> Any:
        """The input of a field; fields further down come when they are scrolled to."""
        within = f'[data-locale="{pane}"] ' if pane else ""
        top = self.page.locator(f'{within}[data-key-path="{path.partition(".")[0]}"]').first
        top.scroll_into_view_if_needed()
        return self.page.locator(f'{within}[data-key-path="{path}"] :is(input, textarea)').first

    def save(self) -> None:
        self.page.get_by_role("button", name="Save", exact=True).click()
        self.page.get_by_text("Entry saved.").first.wait_for()

    def changed(self) -> dict[str, list[str]]:
        """The lines that went and came, by file."""
        now = self.page.evaluate(READ)
        return {
            path: _changes(self.files.get(path, ""), now.get(path, ""))
            for path in sorted(self.files.keys() | now.keys())
            if self.files.get(path) != now.get(path)
        }


def _changes(old: str, new: str) -> list[str]:
    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), n=0, lineterm="")
    return [line for line in list(lines)[2:] if not line.startswith("@@")]


def _texts(project: Path) -> dict[str, str]:
    """What the editor reads: only the companies that are needed, so that it is quick."""
    paths = [p for p in (project / "content").rglob("*") if p.suffix in (".md", ".yml")]
    named = re.compile(r"(saic|baidu|bmw|tencent|dongfeng)")
    return {
        path.relative_to(project).as_posix(): path.read_bytes().decode()
        for path in paths
        if path.parent.name != "companies" or named.match(path.name)
    }


@pytest.fixture
def editor(
    chromium: Browser, serve: Callable[..., str], built: Path, project: Path
) -> Iterator[Editor]:
    address = serve(built).replace("127.0.0.1", "localhost")
    context = chromium.new_context(viewport={"width": 1400, "height": 1000}, locale="en-US")
    opened = Editor(context.new_page(), address, _texts(project))
    opened.sign_in()
    yield opened
    context.close()


def _run(project: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "diglot", *words],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )


def test_saving_changes_the_edited_values_and_nothing_else(editor: Editor, project: Path) -> None:
    """A title of the translation and a fact of the original; comments and body stay."""
    before = _run(project, "check", "--format", "json")
    editor.open("en_originals", f"entries/{SLUG}")
    editor.field("title", pane="zh").fill("上汽宝马与百度合作")
    editor.field("published.date").fill("2019-06-28")
    editor.save()
    changes = editor.changed()
    assert changes == {
        f"content/articles/{SLUG}.en.md": ["-  date: null", "+  date: 2019-06-28"],
        f"content/articles/{SLUG}.zh.md": [
            "-" + _line(editor.files[f"content/articles/{SLUG}.zh.md"], "title:"),
            "+title: 上汽宝马与百度合作",
        ],
    }
    now = editor.page.evaluate(READ)
    for path in changes:
        (project / path).write_bytes(now[path].encode())
    assert _run(project, "fmt", *changes).returncode == 0
    assert {path: (project / path).read_text("utf-8") for path in changes} == {
        path: now[path] for path in changes
    }
    after = _run(project, "check", "--format", "json")
    assert (after.returncode, _faults(after.stdout)) == (0, _faults(before.stdout))


def _line(text: str, start: str) -> str:
    return next(line for line in text.splitlines() if line.startswith(start))


def _faults(told: str) -> list[str]:
    """Errors and warnings, without what is only worth a look."""
    return [f for f in re.findall(r'"severity": "(\w+)"', told) if f != "note"]


def test_an_entry_may_be_saved_twice_and_a_wrong_date_not_at_all(editor: Editor) -> None:
    editor.open("en_originals", f"entries/{SLUG}")
    editor.field("published.date").fill("28 June")
    editor.page.get_by_role("button", name="Save", exact=True).click()
    editor.page.get_by_text("Write 2019-06-28, 2019-06, 2019 or XXXX-09-28").first.wait_for()
    assert editor.changed() == {}
    editor.field("published.date").fill("2019")
    editor.save()
    editor.open("en_originals", f"entries/{SLUG}")
    editor.field("title", pane="en").fill("SAIC-BMW and Baidu")
    editor.save()
    (lines,) = editor.changed().values()
    assert [line for line in lines if line[0] == "+"] == [
        "+title: SAIC-BMW and Baidu",
        "+  date: 2019",
    ]


def test_a_company_is_changed_and_a_new_one_made(editor: Editor, project: Path) -> None:
    editor.open("companies", "entries/tencent")
    names = editor.field("aliases.en")
    names.fill(names.input_value() + "\nTencent Test")
    editor.save()
    editor.open("companies", "new")
    editor.field("name.zh").fill("某车")
    editor.field("name.en").fill("Some Car")
    editor.page.locator("input[type=text]:visible").last.fill("some-car")
    editor.save()
    made = "content/companies/some-car.yml"
    assert editor.changed() == {
        made: [
            "+# yaml-language-server: $schema=../schemas/company.schema.json",
            *("+name:", "+  zh: 某车", "+  en: Some Car"),
        ],
        "content/companies/tencent.yml": ["+  - Tencent Test"],
    }
    (project / made).write_bytes(editor.page.evaluate(READ)[made].encode())
    assert made not in _run(project, "check").stdout


NEW = "2026-09-10-tencent"
TOLD = {
    "en": ("Tencent opens a laboratory", "Tencent opened a mapping laboratory in Wuhan."),
    "zh": ("腾讯开设实验室", "腾讯在武汉开设了地图实验室。"),
}


def test_a_new_article_written_in_both_languages_passes_the_check(
    editor: Editor, project: Path
) -> None:
    editor.open("en_originals", "new")
    editor.page.get_by_role("button", name=re.compile("Enable")).click()
    for side, (title, body) in TOLD.items():
        editor.field("title", pane=side).fill(title)
        editor.field("body", pane=side).fill(body)
    editor.page.locator("input[type=text]:visible").last.fill(NEW)
    editor.save()
    made = {f"content/articles/{NEW}.{side}.md" for side in TOLD}
    assert editor.changed().keys() == made
    now = editor.page.evaluate(READ)
    for path in made:
        (project / path).write_bytes(now[path].encode())
    asked = _run(project, "fmt", "--check", *made)
    assert (asked.returncode, asked.stdout) == (0, "")
    told = json.loads(_run(project, "check", "--format", "json").stdout)["findings"]
    assert [one for one in told if one["path"] in made and one["severity"] != "note"] == []


def test_the_about_page_is_changed_where_it_was_edited(editor: Editor) -> None:
    editor.open("pages", "entries/about")
    for side, line in {"en": "A new last line.", "zh": "新的末行。"}.items():
        text = editor.field("body", pane=side)
        text.fill(text.input_value().rstrip() + "\n\n" + line)
    editor.save()
    assert editor.changed() == {
        "content/pages/about.en.md": ["+", "+A new last line."],
        "content/pages/about.zh.md": ["+", "+新的末行。"],
    }


def test_no_request_leaves_the_host(editor: Editor) -> None:
    """The page's own policy refuses what the program asks of others; nothing of that is sent."""
    editor.open("zh_originals", "entries/2019-06-28-tencent-dongfeng")
    assert editor.sent
    assert [
        url for url in editor.sent if urlsplit(url.removeprefix("blob:")).hostname != "localhost"
    ] == []


def test_the_page_keeps_out_of_search_engines_and_breaks_no_rule_of_axe(editor: Editor) -> None:
    page = editor.page
    assert page.locator("meta[name=robots]").first.get_attribute("content") == "noindex, nofollow"
    serious = [v for v in axe_violations(page) if "(critical)" in v]
    assert serious == []


def _fields(one: Any) -> Iterator[dict[str, Any]]:
    if isinstance(one, dict):
        if "widget" in one:
            yield one
        one = list(one.values())
    if isinstance(one, list):
        for part in one:
            yield from _fields(part)


@pytest.mark.parametrize("side", ["zh", "en"])
def test_every_field_has_a_label_and_a_hint_in_the_language_of_the_editor(
    built: Path, side: str
) -> None:
    config = json.loads((built / "admin" / f"config.{side}.json").read_text("utf-8"))
    asked = [f for f in _fields(config) if f["widget"] != "hidden"]
    assert len(asked) > 100
    chinese = re.compile("[\u4e00-\u9fff]")
    words = [f["label"] + f.get("hint", f["label"]) for f in asked]
    assert [w for w in words if bool(chinese.search(w)) != (side == "zh")] == []


@pytest.mark.parametrize("side", ["zh", "en"])
def test_a_companys_kind_is_chosen_among_those_of_the_site(built: Path, side: Side) -> None:
    config = json.loads((built / "admin" / f"config.{side}.json").read_text("utf-8"))
    kinds = registry.load(ROOT / "content")[0].kinds
    companies = next(one for one in config["collections"] if one["name"] == "companies")
    (field,) = (one for one in companies["fields"] if one["name"] == "kind")
    assert field["default"] == "other"
    assert {one["value"]: one["label"] for one in field["options"]} == {
        id_: kind.plural[side] for id_, kind in kinds.items()
    }


def test_the_editor_takes_the_dates_the_records_take(built: Path) -> None:
    config = json.loads((built / "admin" / "config.en.json").read_text("utf-8"))
    pattern = next(f["pattern"][0] for f in _fields(config) if f["name"] == "date")
    dates = (
        "2019",
        "2019-06",
        "2019-06-28",
        "XXXX-09-28",
        "2019-33",
        "201X",
        "2019/2020",
        "../2019",
    )
    wrong = ("28 June", "2019-6-28", "2019年", "/", "June 2019")
    assert [d for d in dates if not (re.search(pattern, d) and edtf.valid(d))] == []
    assert [d for d in wrong if re.search(pattern, d) or edtf.valid(d)] == []
