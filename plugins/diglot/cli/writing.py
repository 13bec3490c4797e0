"""``diglot new``: asks for what a record written by hand needs, and makes its files."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, cast, get_args

import click

from diglot.authority import OTHER, Company, Registry
from diglot.cli.asking import Clerk, Refused, typed
from diglot.cli.base import end, pass_project
from diglot.config import Project
from diglot.languages import SIDES, Lang, Side
from diglot.model import Rights
from diglot.problems import Message, tell

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
    answers = _Desk(authority, clerk, ask=not no_input).answers(given)
    made = handwritten.write(project, authority, answers)
    for path in (made.original, made.translation, *made.drafts):
        clerk.say(tell("new: %(path)s", path=project.relative(path)))
    if edit:
        click.edit(filename=str(made.original))
        count = handwritten.follow(project, made.slug)
        clerk.say(tell("%(count)s blocks of text", count=count))
    end(findings)


class _Desk:
    """Takes answers from options, or asks for them."""

    def __init__(self, authority: Registry, clerk: Clerk, *, ask: bool) -> None:
        self.known, self.kinds = dict(authority.companies), list(authority.kinds)
        self.clerk, self.ask = clerk, ask
        self.drafts: dict[str, Company] = {}

    def answers(self, given: dict[str, Any]) -> Any:
        """All answers; `records.handwritten.Answers`."""
        from diglot.records.handwritten import Answers, text_of

        text = text_of(given["text"]) if given["text"] else None
        title = self._title(given["title"])
        lang = self._lang(given["original"], f"{title}\n{text or ''}")
        stated = {key: self._stated(key, given[key], asked) for key, asked in ASKED.items()}
        companies = self._companies(given["companies"], given["drafts"])
        rights = given["rights"] or self._rights()
        if text is None:
            text = self._text()
        return Answers(
            lang=lang, title=title, companies=companies, drafts=self.drafts, rights=rights,
            text=text, slug=given["slug"], **stated,
        )  # fmt: skip

    def _option(self, name: str, read: Callable[[str], str], value: str) -> str:
        """What is read from the value of an option."""
        try:
            return read(value)
        except Refused as error:
            raise self._bad(name, error.why) from None

    def _bad(self, name: str, why: Message) -> click.BadParameter:
        return click.BadParameter(why.said(self.clerk.words), param_hint=f"--{name}")

    def _title(self, given: str | None) -> str:
        if given is not None:
            return self._option("title", _not_empty, given)
        if not self.ask:
            why = tell("--no-input wants --%(name)s", name="title")
            raise click.UsageError(why.said(self.clerk.words))
        return self.clerk.ask(tell("Title"), _not_empty)

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

    def _companies(self, named: Sequence[str], drafts: Sequence[str]) -> tuple[str, ...]:
        found = [self._named(name) for name in named]
        for pair in drafts:
            zh, sign, en = pair.partition("=")
            if not (sign and zh.strip() and en.strip()):
                raise self._bad("new-company", tell("write ZH=EN, both names"))
            found.append(self._draft(zh.strip(), en.strip(), OTHER))
        while self.ask and not (named or drafts):
            text = self.clerk.ask(tell("Company, by id or any name (empty: no more)"), str)
            if not text:
                break
            if key := self._asked(text):
                found.append(key)
        return tuple(dict.fromkeys(found))

    def _named(self, name: str) -> str:
        """The id behind a name given as an option."""
        from diglot.records.handwritten import find, near

        found = find(self.known, name)
        if not found:
            why = tell("no company is known as “%(name)s”; --new-company makes a draft", name=name)
            if likely := near(self.known, name):
                why = tell(
                    "no company is known as “%(name)s”; did you mean %(ids)s?"
                    " --new-company makes a draft",
                    name=name,
                    ids=", ".join(likely),
                )
            raise self._bad("company", why)
        if len(found) > 1:
            raise self._bad("company", _several(name, found))
        return found[0]

    def _asked(self, text: str) -> str | None:
        """The id behind an answer, maybe of a new draft; None: to be asked again."""
        from diglot.records.handwritten import find, near

        found = find(self.known, text)
        if len(found) == 1:
            name = self.known[found[0]].name
            click.echo(f"  {found[0]}: {name.zh} · {name.en}")
            return found[0]
        if found:
            self.clerk.say(tell("  %(why)s", why=_several(text, found)))
            return None
        if likely := near(self.known, text):
            self.clerk.say(tell("  Known and alike: %(ids)s", ids=", ".join(likely)))
        question = tell("  “%(name)s” is not in the registry. Make a draft?", name=text)
        if not self.clerk.sure(question, default=not likely):
            return None
        zh = self.clerk.ask(tell("  Chinese name"), _not_empty, text)
        en = self.clerk.ask(tell("  English name"), _not_empty, text if text.isascii() else "")
        return self._draft(zh, en, self.clerk.choose(tell("  Kind"), self.kinds, OTHER))

    def _draft(self, zh: str, en: str, kind: str) -> str:
        from diglot.records.handwritten import draft

        key, company = draft(zh, en, kind)
        names = (key, *(f"{key}-{number}" for number in range(2, 100)))
        free = next(n for n in names if n not in self.known or self.known[n].name == company.name)
        if free not in self.known:
            self.known[free] = self.drafts[free] = company
        return free


def _several(name: str, found: Sequence[str]) -> Message:
    return tell("“%(name)s” may be any of %(ids)s; write the id", name=name, ids=", ".join(found))


def _not_empty(text: str) -> str:
    if not text.strip():
        raise Refused(tell("this cannot be empty"))
    return text.strip()
