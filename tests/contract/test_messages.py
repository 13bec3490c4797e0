"""The interface's texts: every one gathered, every one translated."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import Final

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_keywords, parse_mapping_cfg
from babel.messages.pofile import read_po

from tests.ground import ROOT

SIDES: Final = ("zh", "en")
PLACEHOLDER: Final = re.compile(r"%\(\w+\)[a-z]|\{\w*\}")
Key = tuple[str | None, str | tuple[str, ...]]
"""Context and msgid (singular and plural) of a message."""


@cache
def extracted() -> frozenset[Key]:
    """What `make messages` would gather now."""
    with (ROOT / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)
    makefile = (ROOT / "Makefile").read_text("utf-8")
    keywords = {**DEFAULT_KEYWORDS, **parse_keywords(re.findall(r"--keyword (\S+)", makefile))}
    found = extract_from_dir(
        ROOT, methods, options, keywords, directory_filter=lambda path: Path(path).name[0] != "."
    )
    return frozenset(
        (context, tuple(msgid) if isinstance(msgid, (list, tuple)) else msgid)
        for _, _, msgid, _, context in found
    )


@cache
def catalogue(side: str) -> Catalog:
    path = ROOT / "themes/desk/translations" / side / "LC_MESSAGES/diglot.po"
    with path.open("rb") as file:
        return read_po(file, locale=side, abort_invalid=True)


def messages(side: str) -> list[Message]:
    return [message for message in catalogue(side) if message.id]


def key(message: Message) -> Key:
    msgid = message.id
    return message.context, msgid if isinstance(msgid, str) else tuple(msgid)


def strings(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


def test_extraction_finds_texts_in_code_and_in_templates() -> None:
    """Or the other tests would hold for an empty list."""
    assert len(extracted()) > 50


def test_texts_that_count_are_written_where_they_are_counted() -> None:
    """As two strings in the call, which is what extraction sees."""
    unseen = [
        f"{path.name}:{call.lineno}"
        for path in (ROOT / "plugins" / "diglot" / "site").rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call)
        and "count" in (getattr(call.func, "attr", ""), getattr(call.func, "id", ""))
        and not all(isinstance(one, ast.Constant) for one in call.args[:2])
        and (len(call.args) > 1 or isinstance(call.args[0], ast.Starred))
    ]
    assert not unseen


@pytest.mark.parametrize("side", SIDES)
def test_the_catalogue_has_every_text_of_the_interface_and_no_other(side: str) -> None:
    have = {key(message) for message in messages(side)}
    differing = sorted(map(str, extracted() ^ have))
    assert not differing, "run: make messages\n" + "\n".join(differing)


@pytest.mark.parametrize("side", SIDES)
def test_no_message_is_empty_or_fuzzy(side: str) -> None:
    plurals = catalogue(side).num_plurals
    unfinished = [
        message.id
        for message in messages(side)
        if message.fuzzy
        or not all(strings(message))
        or (message.pluralizable and len(strings(message)) != plurals)
    ]
    assert unfinished == []


@pytest.mark.parametrize("side", SIDES)
def test_no_obsolete_message_is_kept(side: str) -> None:
    assert list(catalogue(side).obsolete) == []


@pytest.mark.parametrize("side", SIDES)
def test_translations_have_the_placeholders_of_their_text(side: str) -> None:
    """A plural form may leave the number out where it says it in words."""
    wrong = []
    for message in messages(side):
        ids = (message.id,) if isinstance(message.id, str) else tuple(message.id)
        wanted = set(PLACEHOLDER.findall(" ".join(ids)))
        for string in strings(message):
            have = set(PLACEHOLDER.findall(string))
            if have - wanted or (not message.pluralizable and wanted - have):
                wrong.append((message.id, string))
    assert wrong == []


def test_chinese_texts_use_chinese_punctuation() -> None:
    """No ASCII comma, colon, semicolon or question mark after a Han character."""
    ascii_sign = re.compile(r"[\u4e00-\u9fff][,;:?!]")
    assert [s for m in messages("zh") for s in strings(m) if ascii_sign.search(s)] == []
