"""``diglot export``: records as a file for a translator's tool."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any, Final, Literal

from diglot import settingsfile
from diglot.languages import Side, other
from diglot.problems import ContentError, Finding, SettingsError, tell
from diglot.records.content import Content
from diglot.records.refresh import unknown_slug
from diglot.translation import anchors
from diglot.translation.bitext import Bitext
from diglot.translation.exchange.batch import Outgoing
from diglot.translation.work import readable

Form = Literal["po", "xliff-1.2", "xliff-2.0", "tmx"]
_MODULES: Final = {"po": "po", "xliff-1.2": "xliff", "xliff-2.0": "xliff", "tmx": "tmx"}
_ONE_LANGUAGE: Final = ("po", "xliff-2.0")
"""Formats whose files have one language of translations."""


def chosen(
    content: Content, slugs: Sequence[str], to: Side | None, findings: list[Finding]
) -> list[Bitext]:
    """The named records, or all; without those translated into another language than `to`."""
    records = {record.slug: record for record in content.records}
    findings += [unknown_slug(slug) for slug in slugs if slug not in records]
    return [
        Bitext.of(records[slug])
        for slug in dict.fromkeys(slugs or records)
        if slug in records
        and to in (None, other(records[slug].side))
        and readable(content.project.content, records[slug])
    ]


def export(content: Content, bitexts: Sequence[Bitext], form: Form) -> bytes:
    """A file of these records.

    Raises:
        ContentError: the format holds one language only, and they are translated into two.
        SettingsError: a library is not installed.
    """
    module = door(_MODULES[form])
    if form == "tmx":
        rows = []
        for work in bitexts:
            names = anchors.names(work.article, content.registry)
            rows += list(module.pairs(work, names))
        data: bytes = module.write(rows)
        return data
    batch = [Outgoing.of(work) for work in bitexts]
    if form in _ONE_LANGUAGE and len({other(work.side) for work in bitexts}) > 1:
        raise ContentError(_mixed(form))
    data = module.write(batch) if form == "po" else module.write(batch, form.partition("-")[2])
    return data


def _mixed(form: Form) -> Finding:
    what = tell("%(form)s has one language of translations, and these records have two", form=form)
    mend = tell("give --to en or --to zh, or name records of one language")
    return Finding("content/articles", 0, "exchange-language", what, mend)


def door(name: str) -> Any:
    """The module of a format.

    Raises:
        SettingsError: its library is not installed.
    """
    try:
        if name == "xliff":
            # The module itself needs no library, those of its versions do.
            import_module(f"{__package__}.xliff1")
        return import_module(f"{__package__}.{name}")
    except ModuleNotFoundError as error:
        what = tell(
            "%(name)s files need a library that is not installed (%(name2)s)",
            name=name,
            name2=error.name,
        )
        extra = "polib" if name == "po" else "'diglot[xliff]'"
        raise SettingsError(
            Finding(
                settingsfile.NAME,
                0,
                "exchange-library",
                what,
                tell("pip install %(extra)s", extra=extra),
            )
        ) from None
