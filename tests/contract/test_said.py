"""What findings say: gathered whole, in Chinese too, and never glued together from strings."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import Final

import pytest
from babel.messages.catalog import Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

from diglot.i18n.said import habits
from tests.ground import ROOT

PACKAGE: Final = ROOT / "plugins" / "diglot"
PO: Final = PACKAGE / "translations" / "zh" / "LC_MESSAGES" / "findings.po"
GLUED: Final = {"translation/lint/style.py": 2, "records/schema.py": 1}
"""Calls of `tell` with what was gathered elsewhere: data, and a table of messages."""

SENTENCES: Final = {"Finding": 3, "Problem": 2, "Fault": 1}
"""What findings are made by, and which argument is the first that is said."""


@cache
def gathered() -> frozenset[str]:
    """What `make messages` would gather now."""
    with (ROOT / "babel-findings.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)
    known = [
        (p, habits if method == "diglot.i18n.said:habits" else method) for p, method in methods
    ]
    found = extract_from_dir(
        ROOT, known, options, {"tell": None},
        directory_filter=lambda path: Path(path).name[0] != ".",
    )  # fmt: skip
    return frozenset(str(message) for _, _, message, _, _ in found)


def messages() -> list[Message]:
    with PO.open("rb") as file:
        return [message for message in read_po(file, locale="zh") if message.id]


def test_messages_are_gathered_from_code_and_data() -> None:
    assert len(gathered()) > 200
    assert "unknown company “%(key)s”" in gathered()
    assert "doubled punctuation" in gathered()


def test_the_catalogue_has_every_message_and_no_other() -> None:
    differing = sorted(gathered() ^ {str(message.id) for message in messages()})
    assert not differing, "run: make messages\n" + "\n".join(differing)


def test_every_message_is_translated_with_its_placeholders() -> None:
    wanted = re.compile(r"%\(\w+\)s")
    wrong = [
        message.id
        for message in messages()
        if message.fuzzy
        or not message.string
        or set(wanted.findall(str(message.id))) != set(wanted.findall(str(message.string)))
    ]
    assert wrong == []


def test_no_obsolete_message_is_kept() -> None:
    with PO.open("rb") as file:
        assert list(read_po(file, locale="zh").obsolete) == []


def test_the_chinese_uses_chinese_punctuation() -> None:
    sign = re.compile(r"[\u4e00-\u9fff][,;?!]")
    assert [m.string for m in messages() if sign.search(str(m.string))] == []


def sources() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def calls(path: Path, name: str) -> list[ast.Call]:
    return [call for said, call in _calls(path) if said == name]


@cache
def _calls(path: Path) -> tuple[tuple[str, ast.Call], ...]:
    """Calls of what makes messages and findings, by what is called."""
    nodes = ast.walk(ast.parse(path.read_text("utf-8")))
    found = ((_name(node.func), node) for node in nodes if isinstance(node, ast.Call))
    return tuple((name, call) for name, call in found if name == "tell" or name in SENTENCES)


def _name(function: ast.expr) -> str:
    """What is called, without what it belongs to."""
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def test_every_message_stands_in_the_code_as_one_string() -> None:
    """Or it would not be gathered."""
    glued = {
        path.relative_to(PACKAGE).as_posix(): count
        for path in sources()
        if (count := sum(not _whole(call) for call in calls(path, "tell")))
    }
    assert glued == GLUED


def _whole(call: ast.Call) -> bool:
    first = call.args[0]
    return isinstance(first, ast.Constant) and isinstance(first.value, str)


@pytest.mark.parametrize("name", SENTENCES)
def test_no_finding_is_made_of_a_bare_string(name: str) -> None:
    bare = [
        f"{path.name}:{call.lineno}"
        for path in sources()
        for call in calls(path, name)
        for value in call.args[SENTENCES[name] :]
        if isinstance(value, (ast.JoinedStr, ast.BinOp))
        or (isinstance(value, ast.Constant) and isinstance(value.value, str))
    ]
    assert bare == []
