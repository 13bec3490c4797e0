"""Any text is a value or an error with a line; nothing else comes out of the door to YAML."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from diglot import yamlfile

DATA: Final = Path(yamlfile.__file__).parents[1] / "data"
ANY = st.text() | st.text("ab \n:-?#[]{},&*!|>'\"<~\\%@nulltrue", max_size=30)


@given(ANY)
@example("title: {{x}}")
@example("[a]: b")
@example("title: &a [*a]")
@example("null: x")
@example("<<: {a: b}")
@example("!!int x")
@example("!!bool x")
@example("!!timestamp x")
@example("!!set {a}")
@example("- " * 100_000)
@example("[" * 100_000)
def test_any_text_gives_a_value_of_text_keys_or_an_error(text: str) -> None:
    error, value = None, None
    try:
        value = yamlfile.load(text)
    except yamlfile.YamlError as raised:
        error = raised
    assert plain(value)
    assert error is None or (error.line >= 1 and "\n" not in error.what)


def plain(value: object) -> bool:
    if isinstance(value, dict):
        return all(isinstance(key, str) and plain(item) for key, item in value.items())
    if isinstance(value, list):
        return all(map(plain, value))
    return value is None or isinstance(value, str | bool)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: b\ntitle: {{x}}", 2),
        ("a: b\n[a]: b", 2),
        ("a: b\nc: &x d", 2),
        ("a: b\n~: c", 2),
        ("a: b\na: c", 2),
        ("a: b\nc: !!int 3", 2),
        ('a: b\nc: "never closed\nd: e\nf: g', 2),
    ],
)
def test_what_is_no_plain_list_or_key_is_refused_with_its_line(text: str, line: int) -> None:
    with pytest.raises(yamlfile.YamlError) as caught:
        yamlfile.load(text)
    assert caught.value.line == line


def test_quotes_make_text_of_what_would_be_refused() -> None:
    text = "'null': '{{x}}'\nb: '&a'\nc: \"*a\"\n"
    assert yamlfile.load(text) == {"null": "{{x}}", "b": "&a", "c": "*a"}


@pytest.mark.parametrize("path", sorted(DATA.glob("*.yml")), ids=lambda path: path.stem)
def test_the_files_that_come_with_diglot_hold_nothing_the_door_refuses(path: Path) -> None:
    assert yamlfile.load(path.read_text("utf-8")) == yamlfile.data(path.stem)


@pytest.mark.parametrize(
    "text", ["name:\n\tzh: a\n", "a: 1\n\tb: 2\n", "- id: 甲\n\tas: b\n", "-\tid: a\n\tas: b\n"]
)
def test_a_tab_is_called_by_its_name_with_what_to_type_instead(text: str) -> None:
    with pytest.raises(yamlfile.YamlError) as raised:
        yamlfile.load(text)
    line = text.split("\n")[raised.value.line - 1]
    assert line[raised.value.column - 1] == "\t"
    assert "a tab" in raised.value.what
    assert "type spaces" in raised.value.mend


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("a: 1\nb：\n  c: 2\n", "an English colon and a space"),
        ("a: 1\n b: 2\nc: 3\n", "into quotation marks, or begin the line where"),
        ("a: 1: 2\n", "into quotation marks"),
        ('a: "x" y\nb: 1\n', "nothing after a closing quotation mark"),
    ],
)
def test_frequent_slips_are_told_with_what_to_do_about_them(text: str, mend: str) -> None:
    with pytest.raises(yamlfile.YamlError) as raised:
        yamlfile.load(text)
    assert mend in raised.value.mend
