"""``diglot new``: asks for what a record written by hand needs, and makes its files."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, get_args

import click

from diglot.authority import OTHER, Company, Registry
from diglot.cli.base import end, pass_project
from diglot.config import Project
from diglot.languages import Lang
from diglot.model import Rights

ASKED: Final[Mapping[str, str]] = {
    "publisher": "媒体 · Publisher (empty: not stated)",
    "author": "作者 · Author (empty: not stated)",
    "url": "网址 · Address of the original (empty: not stated)",
    "date": "发布日期 · Date of publication, as 2026-11-20 or 2026-11 (empty: not stated)",
}
"""Prompts of the values that may be left out, by their keys."""


@click.command()
@click.option("--original", "lang", type=click.Choice(get_args(Lang)), help="Its language.")
@click.option("--title", help="Headline of the original.")
@click.option("--publisher", help="Who published it.")
@click.option("--author", help="Who wrote it; several joined by “、”.")
@click.option("--url", help="Address of the original.")
@click.option("--date", help="Date of publication (EDTF, such as 2026-11-20 or 2026-11).")
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
@pass_project
def new(project: Project, /, *, edit: bool, no_input: bool, **given: Any) -> None:
    """Make a record to be written by hand.

    It has an original, a translation and drafts for the registry. Asks for whatever is not
    given as an option. Companies may be named by their id or by any name the registry knows;
    for others a draft is made.
    """
    from diglot.records import handwritten, registry

    authority, findings = registry.load(project.content)
    desk = _Desk(authority, ask=not no_input)
    try:
        answers = desk.answers(given)
    except _Missing as error:
        raise click.UsageError(f"--no-input wants --{error}") from None
    made = handwritten.write(project, authority, answers)
    for path in (made.original, made.translation, *made.drafts):
        click.echo(f"new: {project.relative(path)}")
    if edit:
        click.edit(filename=str(made.original))
        click.echo(f"{handwritten.follow(project, made.slug)} blocks of text")
    end(findings)


class _Missing(Exception):
    """A value that cannot be left out; its text is the option's name."""


class _Desk:
    """Takes answers from options, or asks for them."""

    def __init__(self, authority: Registry, *, ask: bool) -> None:
        self.known, self.kinds, self.ask = dict(authority.companies), list(authority.kinds), ask
        self.drafts: dict[str, Company] = {}

    def answers(self, given: dict[str, Any]) -> Any:
        """All answers; `records.handwritten.Answers`."""
        from diglot.records.handwritten import Answers, text_of

        text = text_of(given["text"]) if given["text"] else None
        title = self._needed("title", given["title"], "标题 · Title", _not_empty)
        lang = given["lang"] or self._lang(f"{title}\n{text or ''}")
        stated = {key: self._stated(key, given[key], prompt) for key, prompt in ASKED.items()}
        companies = self._companies(given["companies"], given["drafts"])
        rights = given["rights"] or self._rights()
        if text is None:
            text = self._text()
        return Answers(
            lang=lang, title=title, companies=companies, drafts=self.drafts, rights=rights,
            text=text, slug=given["slug"], **stated,
        )  # fmt: skip

    def _needed(
        self, name: str, value: str | None, prompt: str, check: Callable[[str], str]
    ) -> str:
        if value is not None:
            return check(value)
        if not self.ask:
            raise _Missing(name)
        answer: str = click.prompt(prompt, "", show_default=False, value_proc=check)
        return answer

    def _lang(self, text: str) -> Lang:
        from diglot.text.language import detect

        likely = detect(text)
        if not self.ask:
            return likely
        choice = click.Choice(get_args(Lang))
        lang: Lang = click.prompt("原文语言 · Language of the original", likely, type=choice)
        return lang

    def _stated(self, key: str, value: str | None, prompt: str) -> str | None:
        """A value that may be empty, checked as the front matter will be."""
        from diglot.records.handwritten import fault

        def check(text: str) -> str:
            if text.strip() and (why := fault(key, text.strip())):
                raise click.BadParameter(why, param_hint=f"--{key}")
            return text.strip()

        if value is None and self.ask:
            value = click.prompt(prompt, "", show_default=False, value_proc=check)
        return check(value) or None if value else None

    def _rights(self) -> Rights | None:
        if not self.ask:
            return None
        choice = click.Choice([*get_args(Rights), ""])
        prompt = "权利 · Rights: full, excerpt, link (empty: as the site)"
        answer = click.prompt(prompt, "", type=choice, show_default=False, show_choices=False)
        return answer or None

    def _text(self) -> str:
        if not self.ask:
            return ""
        from diglot.records.handwritten import text_of

        kind = click.Path(exists=True, dir_okay=False)

        def read(name: str) -> str:
            return text_of(Path(str(kind.convert(name, None, None)))) if name else ""

        prompt = "正文文件 · File with the text (empty: to be written later)"
        text: str = click.prompt(prompt, "", show_default=False, value_proc=read)
        return text

    def _companies(self, named: Sequence[str], drafts: Sequence[str]) -> tuple[str, ...]:
        found = [self._known(name) for name in named]
        for pair in drafts:
            zh, sign, en = pair.partition("=")
            if not (sign and zh.strip() and en.strip()):
                raise click.BadParameter("write ZH=EN, both names", param_hint="--new-company")
            found.append(self._draft(zh.strip(), en.strip(), OTHER))
        while self.ask and not (named or drafts):
            prompt = "公司 · Company, by id or any name (empty: no more)"
            text = click.prompt(prompt, "", show_default=False).strip()
            if not text:
                break
            if key := self._asked(text):
                found.append(key)
        return tuple(dict.fromkeys(found))

    def _known(self, name: str) -> str:
        """The id behind a name given as an option."""
        from diglot.records.handwritten import find

        found = find(self.known, name)
        if len(found) != 1:
            raise click.BadParameter(self._why(name, found), param_hint="--company")
        return found[0]

    def _why(self, name: str, found: Sequence[str]) -> str:
        from diglot.records.handwritten import near

        if found:
            return f"“{name}” may be {' or '.join(found)}; write the id"
        likely = near(self.known, name)
        mean = f"did you mean {' or '.join(likely)}? " if likely else ""
        return f"no company is known as “{name}”; {mean}--new-company makes a draft"

    def _asked(self, text: str) -> str | None:
        """The id behind an answer, maybe of a new draft; None: to be asked again."""
        from diglot.records.handwritten import find, near

        found = find(self.known, text)
        if len(found) == 1:
            name = self.known[found[0]].name
            click.echo(f"  {found[0]}: {name.zh} · {name.en}")
            return found[0]
        if found:
            click.echo(f"Error: {self._why(text, found)}")
            return None
        if likely := near(self.known, text):
            click.echo(f"  相近的 · Known and alike: {', '.join(likely)}")
        question = f"名录里没有“{text}”，新建草稿？ · Not in the registry. Make a draft?"
        if not click.confirm(question, default=not likely):
            return None
        zh = click.prompt("  中文名 · Chinese name", text)
        en = click.prompt("  英文名 · English name", text if text.isascii() else None)
        kind = click.prompt("  类别 · Kind", OTHER, type=click.Choice(self.kinds))
        return self._draft(zh, en, kind)

    def _draft(self, zh: str, en: str, kind: str) -> str:
        from diglot.records.handwritten import draft

        key, company = draft(zh, en, kind)
        names = (key, *(f"{key}-{number}" for number in range(2, 100)))
        free = next(n for n in names if n not in self.known or self.known[n].name == company.name)
        if free not in self.known:
            self.known[free] = self.drafts[free] = company
        return free


def _not_empty(text: str) -> str:
    if not text.strip():
        raise click.BadParameter("this cannot be empty", param_hint="--title")
    return text.strip()
