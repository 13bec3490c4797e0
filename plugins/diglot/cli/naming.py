"""Which companies a record written by hand is about, by whatever people call them."""

from __future__ import annotations

from collections.abc import Sequence

import click

from diglot.authority import OTHER, Company, Registry
from diglot.cli.asking import Clerk, filled
from diglot.problems import Message, listed, tell


class Naming:
    """Finds companies by id or name, and makes drafts of those nobody knows."""

    def __init__(self, authority: Registry, clerk: Clerk) -> None:
        self._known, self._kinds = dict(authority.companies), list(authority.kinds)
        self._clerk = clerk
        self.drafts: dict[str, Company] = {}
        """Companies to be added to the registry, by id."""

    def given(self, named: Sequence[str], drafts: Sequence[str]) -> tuple[str, ...]:
        """Ids of the companies that options name.

        Args:
            named: Ids or names.
            drafts: Pairs of names, “中文名=English name”.

        Raises:
            Unusable: one of them is of no company, or of several, or no pair.
        """
        found = [self._named(name) for name in named]
        for pair in drafts:
            zh, sign, en = pair.partition("=")
            if not (sign and zh.strip() and en.strip()):
                raise self._clerk.unusable("new-company", tell("write ZH=EN, both names"))
            found.append(self._draft(zh.strip(), en.strip(), OTHER))
        return tuple(dict.fromkeys(found))

    def asked(self) -> tuple[str, ...]:
        """Ids of the companies somebody names at the terminal, one after the other."""
        found = dict[str, None]()
        question = tell("Company, by id or any name (empty: no more)")
        while text := self._clerk.ask(question, str):
            if key := self._answered(text):
                found[key] = None
        return tuple(found)

    def _named(self, name: str) -> str:
        """The id behind a name given as an option."""
        from diglot.records.handwritten import find, near

        found = find(self._known, name)
        if not found:
            why = tell("no company is known as “%(name)s”; --new-company makes a draft", name=name)
            if likely := near(self._known, name):
                why = tell(
                    "no company is known as “%(name)s”; did you mean %(ids)s?"
                    " --new-company makes a draft",
                    name=name,
                    ids=listed(likely),
                )
            raise self._clerk.unusable("company", why)
        if len(found) > 1:
            raise self._clerk.unusable("company", _several(name, found))
        return found[0]

    def _answered(self, text: str) -> str | None:
        """The id behind an answer, maybe of a new draft; None: to be asked again."""
        from diglot.records.handwritten import find, near

        clerk, found = self._clerk.inner(), find(self._known, text)
        if len(found) == 1:
            name = self._known[found[0]].name
            click.echo(f"{clerk.margin}{found[0]}: {name.zh} · {name.en}")
            return found[0]
        if found:
            clerk.say(_several(text, found))
            return None
        if likely := near(self._known, text):
            clerk.say(tell("Known and alike: %(ids)s", ids=listed(likely)))
        question = tell("“%(name)s” is not in the registry. Make a draft?", name=text)
        if not clerk.sure(question, default=not likely):
            return None
        zh = clerk.ask(tell("Chinese name"), filled, text)
        en = clerk.ask(tell("English name"), filled, text if text.isascii() else "")
        return self._draft(zh, en, clerk.choose(tell("Kind"), self._kinds, OTHER))

    def _draft(self, zh: str, en: str, kind: str) -> str:
        from diglot.records.handwritten import draft

        key, company = draft(zh, en, kind)
        names = (key, *(f"{key}-{number}" for number in range(2, 100)))
        known = self._known
        free = next(n for n in names if n not in known or known[n].name == company.name)
        if free not in known:
            known[free] = self.drafts[free] = company
        return free


def _several(name: str, found: Sequence[str]) -> Message:
    return tell("“%(name)s” may be any of %(ids)s; write the id", name=name, ids=listed(found))
