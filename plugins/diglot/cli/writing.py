"""``diglot new``: asks for what a record written by hand needs, and makes its files."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast, get_args

import click

from diglot.authority import Registry
from diglot.cli.asking import Clerk, Refused, filled, typed
from diglot.cli.base import end, pass_project
from diglot.cli.naming import Naming
from diglot.config import Project
from diglot.languages import SIDES, Lang, Side
from diglot.model import Rights
from diglot.problems import Message, tell

if TYPE_CHECKING:
    from diglot.records.handwritten import Answers

ASKED: Final[Mapping[str, Message]] = {
    "publisher": tell("Publisher (empty: not stated)"),
    "author": tell("Author (empty: not stated)"),
    "url": tell("Address of the original (empty: not stated)"),
    "date": tell("Date of publication, such as 2026-11-20 or November 2026 (empty: not stated)"),
}
"""Prompts of the values that may be left out, by their keys."""


@click.command()
@click.option("--original", metavar="[zh-Hans|zh-Hant|en]", help="Its language.")
@click.option("--title", help="Headline of the original.")
@click.option("--publisher", help="Who published it.")
@click.option("--author", help="Who wrote it; several joined by “、”.")
@click.option("--url", help="Address of the original.")
@click.option("--date", help="Date of publication, such as 2026-11-20 or 2026年11月.")
@click.option("--company", "companies", multiple=True, help="Id or any name; may be repeated.")
@click.option(
    "--new-company",
    "drafts",
    multiple=True,
    metavar="ZH=EN",
    help="A company nobody knows yet, by both its names; may be repeated.",
)
@click.option("--rights", type=click.Choice(get_args(Rights)), help="How much may be shown.")
@click.option(
    "--text",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="File with the text of the original (Markdown or plain).",
)
@click.option("--slug", help="Name of the record; made of date and companies if left out.")
@click.option("--edit", is_flag=True, help="Open the original in $EDITOR when it is made.")
@click.option("--no-input", is_flag=True, help="Ask nothing; what is not given is not stated.")
@click.option(
    "--lang",
    type=click.Choice(SIDES),
    help="Language of the questions; that of the terminal's locale if left out.",
)
@pass_project
def new(
    project: Project, /, *, edit: bool, no_input: bool, lang: Side | None, **given: Any
) -> None:
    """Make a record to be written by hand.

    It has an original, a translation and drafts for the registry. Asks for whatever is not
    given as an option. Companies may be named by their id or by any name the registry knows;
    for others a draft is made.
    """
    from diglot.i18n.said import spoken, translate
    from diglot.records import handwritten, registry

    authority, findings = registry.load(project.content)
    clerk = Clerk(translate(lang or spoken(os.environ)))
    answers = _Interview(authority, clerk, ask=not no_input).answers(given)
    made = handwritten.write(project, authority, answers)
    for path in (made.original, made.translation, *made.drafts):
        clerk.say(tell("new: %(path)s", path=project.relative(path)))
    if edit:
        click.edit(filename=str(made.original))
        count = handwritten.follow(project, made.slug)
        clerk.say(tell("%(count)s blocks of text", count=count))
    end(findings)


class _Interview:
    """Takes answers from options, or asks for them."""

    def __init__(self, authority: Registry, clerk: Clerk, *, ask: bool) -> None:
        self.clerk, self.ask = clerk, ask
        self.naming = Naming(authority, clerk)

    def answers(self, given: dict[str, Any]) -> Answers:
        """All answers."""
        from diglot.records import handwritten

        text = handwritten.text_of(given["text"]) if given["text"] else None
        title = self._title(given["title"])
        lang = self._lang(given["original"], f"{title}\n{text or ''}")
        stated = {key: self._stated(key, given[key], asked) for key, asked in ASKED.items()}
        companies = self.naming.given(given["companies"], given["drafts"])
        if self.ask and not companies:
            companies = self.naming.asked()
        rights = given["rights"] or self._rights()
        if text is None:
            text = self._text()
        return handwritten.Answers(
            lang=lang, title=title, companies=companies, drafts=self.naming.drafts, rights=rights,
            text=text, slug=given["slug"], **stated,
        )  # fmt: skip

    def _option(self, name: str, read: Callable[[str], str], value: str) -> str:
        """What is read from the value of an option."""
        try:
            return read(value)
        except Refused as error:
            raise self.clerk.unusable(name, error.why) from None

    def _title(self, given: str | None) -> str:
        if given is not None:
            return self._option("title", filled, given)
        if not self.ask:
            why = tell("--no-input wants --%(name)s", name="title")
            raise self.clerk.refused(why)
        return self.clerk.ask(tell("Title"), filled)

    def _lang(self, given: str | None, text: str) -> Lang:
        from diglot.text.language import detect

        likely, known = detect(text), get_args(Lang)
        if given is not None:
            found = self._option(
                "original", lambda word: typed(word, known, "languages", likely), given
            )
        elif self.ask:
            question = tell("Language of the original")
            found = self.clerk.choose(question, known, likely, "languages")
        else:
            found = likely
        return cast(Lang, found)

    def _stated(self, key: str, value: str | None, question: Message) -> str | None:
        """A value that may be empty, checked as the front matter will be."""
        from diglot.records.handwritten import stated

        def read(text: str) -> str:
            found = stated(key, text.strip())
            if isinstance(found, Message):
                raise Refused(found)
            return found

        if value is not None:
            return self._option(key, read, value) or None
        return self.clerk.ask(question, read) or None if self.ask else None

    def _rights(self) -> Rights | None:
        if not self.ask:
            return None
        question, allowed = tell("Rights; empty: as the site"), (*get_args(Rights), "")
        return cast(Rights | None, self.clerk.choose(question, allowed, "", "rights") or None)

    def _text(self) -> str:
        if not self.ask:
            return ""
        from diglot.records.handwritten import text_of

        def read(name: str) -> str:
            path = Path(name)
            if name and not path.is_file():
                raise Refused(tell("there is no file “%(name)s”", name=name))
            return text_of(path) if name else ""

        return self.clerk.ask(tell("File with the text (empty: to be written later)"), read)
