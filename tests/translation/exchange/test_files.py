"""What the files say to translators' tools."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest
from click.testing import CliRunner, Result
from lxml import etree
from translate.storage.tmx import tmxfile
from translate.storage.xliff2 import Xliff2File

from diglot.cli import main
from diglot.config import Project
from diglot.model import Article
from diglot.problems import ContentError
from diglot.records import store
from diglot.records.state import State
from diglot.translation.exchange.leaving import Form
from diglot.translation.exchange.returning import read, take_in
from tests.translation.exchange import shop
from tests.translation.exchange.shop import FORMS, Tool, bitext, codes, export, key, snapshot

X1 = {"x": "urn:oasis:names:tc:xliff:document:1.2"}
X2 = {"x": "urn:oasis:names:tc:xliff:document:2.0"}


@pytest.fixture
def made(tmp_path: Path) -> Project:
    return shop.project(tmp_path)


def run(made: Project, *args: str) -> Result:
    result = CliRunner().invoke(main, ["--root", str(made.root), *args])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


# PO


def gettext(made: Project, *command: str) -> bytes:
    """What a command of gettext prints; it must have nothing to complain of."""
    done = subprocess.run(command, cwd=made.root, capture_output=True, check=True)
    assert done.stderr == b""
    return done.stdout


def po(made: Project) -> polib.POFile:
    path = made.root / "out.po"
    path.write_bytes(export(made, "po"))
    return polib.pofile(str(path))


def test_fuzzy_is_what_no_person_has_read_and_what_is_out_of_date(made: Project) -> None:
    flags = {entry.msgid: "fuzzy" in entry.flags for entry in po(made) if not entry.obsolete}
    assert [source for source, fuzzy in flags.items() if fuzzy] == [
        "标题",
        "甲是第一段。它有两句。",
        "丙是第三段，现在改了。",
        "丁是一项",
        "戊是**另一项**",
    ]
    twice = ["fuzzy" in entry.flags for entry in po(made) if entry.msgid == "庚说两遍。"]
    assert twice == [True, False], "a machine's, and a person's"


def test_a_stale_entry_has_the_original_it_was_made_from(made: Project) -> None:
    previous = {entry.msgid: entry.previous_msgid for entry in po(made) if entry.previous_msgid}
    assert previous == {"丙是第三段，现在改了。": "丙是第三段。"}


def test_entries_say_where_they_stand(made: Project) -> None:
    (entry,) = [one for one in po(made) if one.msgid == "乙是小标题"]
    assert entry.comment.startswith("Heading, block 2 of 8")
    ((path, line),) = entry.occurrences
    assert (made.root / path).read_text("utf-8").split("\n")[int(line) - 1] == "## 乙是小标题"


def test_texts_that_are_gone_are_kept_as_obsolete_entries(made: Project) -> None:
    gone = [(entry.msgid, entry.msgstr) for entry in po(made) if entry.obsolete]
    assert ("壬是删掉的一段。", "Nine was deleted.") in gone


def test_contexts_are_unlike(made: Project) -> None:
    contexts = [entry.msgctxt for entry in po(made)]
    assert len(set(contexts)) == len(contexts)
    assert sum(entry.msgid == "庚说两遍。" for entry in po(made)) == 2


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is not installed")
def test_gettext_compiles_the_file(made: Project) -> None:
    po(made)
    assert gettext(made, "msgfmt", "--check-format", "-o", "-", "out.po")


@pytest.mark.skipif(shutil.which("msgcat") is None, reason="gettext is not installed")
@pytest.mark.parametrize("option", ["--width=30", "--sort-output"])
def test_another_tools_way_to_write_the_file_changes_nothing(made: Project, option: str) -> None:
    """Weblate, Poedit and gettext fold lines each in their own way."""
    tool = Tool(made, "po")
    again = gettext(made, "msgcat", option, tool.path.name)
    assert again != tool.path.read_bytes()
    tool.path.write_bytes(again)
    report = take_in(made, tool.path, None, "2026-03-04")
    assert (report.findings, report.written) == ([], {})


def test_the_name_comes_from_the_file_when_nobody_gives_one(made: Project) -> None:
    tool = Tool(made, "po")
    tool.file.metadata["Last-Translator"] = "Han Meimei <han@example.org>"
    tool.say(key(made, "己还没有人翻译。"), "Six.", "done")
    tool.give_back(by=None)
    unit = bitext(made).pairs[4].unit
    assert unit is not None
    assert unit.by == "Han Meimei"


@pytest.mark.parametrize("encoding", ["GB18030", "UTF-8-SIG"])
def test_a_file_in_another_encoding_is_read(made: Project, encoding: str) -> None:
    """In GB18030 the second byte of a character may be that of a backslash."""
    tool = Tool(made, "po")
    tool.say(key(made, "己还没有人翻译。"), "Six 乗", "done")
    tool.save()
    text = tool.path.read_text("utf-8").replace("charset=UTF-8", f"charset={encoding}")
    tool.path.write_text(text, encoding=encoding)
    report = take_in(made, tool.path, "Li Lei", "2026-03-04")
    assert (report.findings, list(report.written)) == ([], ["a"])
    assert bitext(made).targets[4] == "Six 乗"


def test_gettexts_placeholder_is_no_name(made: Project) -> None:
    tool = Tool(made, "po")
    tool.file.metadata["Last-Translator"] = "FULL NAME <EMAIL@ADDRESS>"
    tool.say(key(made, "己还没有人翻译。"), "Six.", "done")
    with pytest.raises(ContentError, match="exchange-name"):
        tool.give_back(by=None)


# XLIFF


def test_xliff_1_carries_states_and_the_previous_original(made: Project) -> None:
    root = etree.fromstring(export(made, "xliff-1.2"))
    (file,) = root.findall("x:file", X1)
    assert (file.get("source-language"), file.get("target-language")) == ("zh-Hans", "en")
    units = {unit.findtext("x:source", None, X1): unit for unit in file.iter("{*}trans-unit")}
    states = {source: unit.find("x:target", X1).get("state") for source, unit in units.items()}
    assert states["甲是第一段。它有两句。"] == "needs-review-translation"
    assert states["乙是小标题"] == "signed-off"
    assert states["己还没有人翻译。"] == "new"
    stale = units["丙是第三段，现在改了。"]
    assert stale.findtext("x:alt-trans/x:source", None, X1) == "丙是第三段。"
    assert units["乙是小标题"].get("approved") == "yes"
    assert units["甲是第一段。它有两句。"].get("approved") is None


def test_xliff_2_carries_states_and_the_previous_original(made: Project) -> None:
    root = etree.fromstring(export(made, "xliff-2.0"))
    assert (root.get("srcLang"), root.get("trgLang")) == ("zh-Hans", "en")
    units = {unit.findtext(".//x:source", None, X2): unit for unit in root.iter("{*}unit")}
    states = {source: unit.find("x:segment", X2).get("state") for source, unit in units.items()}
    assert states["甲是第一段。它有两句。"] == "initial"
    assert states["乙是小标题"] == "reviewed"
    notes = units["丙是第三段，现在改了。"].findall("x:notes/x:note", X2)
    assert [n.text for n in notes if n.get("category") == "previous-source"] == ["丙是第三段。"]
    assert [unit[0].tag for unit in units.values()] == ["{" + X2["x"] + "}notes"] * len(units)


def test_each_record_is_a_file_of_its_own_in_xliff(made: Project) -> None:
    store.write_sheet(made.content, "b", Article(lang="en", title="A title"), "A text.")
    root = etree.fromstring(export(made, "xliff-1.2"))
    assert [(f.get("original"), f.get("target-language")) for f in root.findall("x:file", X1)] == [
        ("content/articles/a.zh.md", "en"),
        ("content/articles/b.en.md", "zh-Hans"),
    ]


def test_a_unit_a_tool_cut_into_sentences_is_put_together_again(made: Project) -> None:
    tool = Tool(made, "xliff-2.0")
    file = Xliff2File.parsestring(tool.path.read_bytes())
    first = key(made, "甲是第一段。它有两句。")
    (unit,) = file.document.getroot().xpath(f"//*[@id='{first}']")
    segment = unit.find("x:segment", X2)
    unit.remove(segment)
    for source, target in (("甲是第一段。", "First new."), ("它有两句。", "Second new.")):
        part = etree.SubElement(unit, segment.tag, state="translated")
        etree.SubElement(part, "{" + X2["x"] + "}source").text = source
        etree.SubElement(part, "{" + X2["x"] + "}target").text = target
        if source.startswith("甲"):
            gap = etree.SubElement(unit, "{" + X2["x"] + "}ignorable")
            etree.SubElement(gap, "{" + X2["x"] + "}source")
            etree.SubElement(gap, "{" + X2["x"] + "}target").text = " "
    tool.file = file.document
    assert codes(tool.give_back()) == []
    assert bitext(made).targets[0] == "First new. Second new."


# TMX


def test_tmx_has_blocks_and_sentences_that_are_up_to_date(made: Project) -> None:
    file = tmxfile.parsestring(export(made, "tmx"), sourcelanguage="zh-Hans", targetlanguage="en")
    pairs = {unit.source: unit.target for unit in file.units}
    assert pairs["甲是第一段。它有两句。"] == "One is first. It has two sentences."
    assert pairs["甲是第一段。"] == "One is first."
    assert pairs["它有两句。"] == "It has two sentences."
    assert "丙是第三段，现在改了。" not in pairs
    assert "己还没有人翻译。" not in pairs
    assert [u.source for u in file.units].count("庚说两遍。") == 2, "two translations of one text"


def test_tmx_is_not_imported(made: Project) -> None:
    path = made.root / "memory.tmx"
    path.write_bytes(export(made, "tmx"))
    result = run(made, "import-translation", str(path))
    assert result.exit_code == 1
    assert "memory.tmx:1:1: [exchange-file] this is a TMX file" in result.output


# Broken files


@pytest.mark.parametrize("last", ['msgstr "d', 'msgstr "d\\"', 'msgstr "d" e', "msgstd"])
def test_a_broken_po_file_is_named_with_its_line(made: Project, last: str) -> None:
    path = made.root / "broken.po"
    path.write_text(f'msgid "a"\nmsgstr "b"\n\nmsgid "c"\n{last}\n', encoding="utf-8")
    result = run(made, "import-translation", str(path), "--by", "Li Lei")
    assert result.exit_code == 1
    assert "broken.po:5:1: [exchange-file]" in result.output


@pytest.mark.parametrize("form", FORMS[1:])
def test_a_broken_xliff_file_is_named_with_its_line(made: Project, form: Form) -> None:
    path = made.root / "broken.xlf"
    text = export(made, form).decode().split("\n")
    path.write_text("\n".join([*text[:7], "</wrong>", *text[7:]]), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        read(path, "broken.xlf")
    assert caught.value.findings[0].line == 8


@pytest.mark.parametrize(
    "text",
    ["", "  \n", "no entries", '<?xml version="1.0"?><html/>', '<xliff version="3.0"/>',
     '<xliff version="2.0"/>', '<xliff version="1.2"/>', 'msgid ""\nmsgstr ""\n'],
)  # fmt: skip
@pytest.mark.parametrize("suffix", [".po", ".xlf"])
def test_what_is_no_such_file_is_refused(tmp_path: Path, text: str, suffix: str) -> None:
    path = tmp_path / f"file{suffix}"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError, match="exchange-file"):
        read(path, path.name)


def test_entities_of_an_xliff_file_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("hidden", encoding="utf-8")
    path = tmp_path / "file.xlf"
    path.write_text(
        f'<?xml version="1.0"?><!DOCTYPE xliff [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
        f'<xliff version="1.2" xmlns="{X1["x"]}"><file original="a.zh.md"><body>'
        '<trans-unit id="x"><source>&e;</source></trans-unit></body></file></xliff>',
        encoding="utf-8",
    )
    assert "hidden" not in read(path, path.name).answers[0].source


# Commands


def test_the_commands_go_there_and_back(made: Project) -> None:
    before = snapshot(made)
    out = made.root / "out" / "a.po"
    assert run(made, "export", "--format", "po", "a", "--out", str(out)).output == ""
    result = run(made, "import-translation", str(out))
    assert (result.exit_code, result.output) == (0, "nothing to import\n")
    assert snapshot(made) == before
    text = out.read_text("utf-8")
    undone = 'msgid "己还没有人翻译。"\nmsgstr ""'
    assert undone in text
    out.write_text(text.replace(undone, undone[:-1] + 'Six."'), encoding="utf-8")
    result = run(made, "import-translation", str(out), "--by", "Li Lei", "--on", "2026-03-04")
    assert (result.exit_code, result.output) == (0, "imported: a (1 translated, 0 reviewed)\n")


def test_an_export_is_printed_where_no_file_is_named(made: Project) -> None:
    result = run(made, "export", "--format", "xliff", "--xliff-version", "2.0", "--all")
    assert result.stdout_bytes == export(made, "xliff-2.0")


def test_an_export_of_unknown_records_says_so_and_writes_the_others(made: Project) -> None:
    result = run(made, "export", "--format", "po", "a", "nobody")
    assert result.exit_code == 1
    assert "slug-unknown" in result.stderr
    assert "a/title" in result.stdout


@pytest.mark.parametrize("form", ["xliff", "tmx"])
def test_a_library_that_is_not_installed_is_named(
    made: Project, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.startswith("diglot.translation.exchange.")]:
        monkeypatch.delitem(sys.modules, name)
    for name in ("translate.storage.xliff", "translate.storage.tmx"):
        monkeypatch.setitem(sys.modules, name, None)
    result = run(made, "export", "--format", form, "a")
    assert result.exit_code == 1
    assert "exchange-library" in result.stderr
    assert "pip install 'diglot[xliff]'" in result.stderr
    assert run(made, "export", "--format", "po", "a").exit_code == 0


def test_an_export_wants_records_or_all(made: Project) -> None:
    assert run(made, "export", "--format", "po").exit_code == 2
    assert run(made, "export", "--format", "po", "a", "--all").exit_code == 2


def test_a_format_of_one_language_wants_to_know_which(made: Project) -> None:
    store.write_sheet(made.content, "b", Article(lang="en", title="A title"), "A text.")
    store.write_state(made.content, "b", State())
    result = run(made, "export", "--format", "po", "--all")
    assert result.exit_code == 1
    assert "exchange-language" in result.stderr
    english = run(made, "export", "--format", "po", "--all", "--to", "en").stdout
    assert '"Language: en\\n"' in english
    assert "b/title" not in english
    chinese = run(made, "export", "--format", "po", "--all", "--to", "zh").stdout
    assert '"Language: zh_Hans\\n"' in chinese
    assert "a/title" not in chinese
