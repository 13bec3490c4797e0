"""Questions at the terminal, in its language; answers are taken as people type them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import IO, Any, TypeVar

import click

from diglot.problems import Message, Translate, listed, tell
from diglot.yamlfile import data

T = TypeVar("T")


class Refused(Exception):
    """An answer that cannot be used, and why."""

    def __init__(self, why: Message) -> None:
        super().__init__(why)
        self.why = why


class Unusable(click.UsageError):
    """Ends a command whose arguments do not do; the message says so in its own language."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the message; click's own words around it would be English."""
        click.echo(self.message, file, err=True)


def typed(text: str, allowed: Iterable[str], said: str = "", likely: str = "") -> str:
    """What of the allowed is meant by what somebody typed.

    Args:
        text: The answer.
        allowed: What it may stand for.
        said: Name of a table of ``data/answers.yml`` with other words for each.
        likely: What is meant if the answer is a word for several.

    Raises:
        Refused: none is.
    """
    word, words = text.strip().casefold(), data("answers")[said] if said else {}
    known = list(allowed)
    meant = [one for one in known if word == one.casefold() or word in words.get(one, ())]
    if not meant:
        what = tell(
            "“%(value)s” is not one of %(allowed)s", value=text, allowed=listed(filter(None, known))
        )
        raise Refused(what)
    return likely if likely in meant else meant[0]


def filled(text: str) -> str:
    """An answer that must not be empty.

    Raises:
        Refused: it is.
    """
    if not text.strip():
        raise Refused(tell("this cannot be empty"))
    return text.strip()


@dataclass(frozen=True, slots=True)
class Clerk:
    """Asks, and asks again."""

    words: Translate
    margin: str = ""
    """What each line begins with."""

    def inner(self) -> Clerk:
        """Says what belongs to the line before, set in below it."""
        return replace(self, margin=f"{self.margin}  ")

    def say(self, message: Message) -> None:
        """A line of its own."""
        click.echo(self._line(message))

    def ask(self, question: Message, read: Callable[[str], T], default: str = "") -> T:
        """The answer as it was read; one that is refused is asked for again, with the reason."""
        while True:
            text = click.prompt(self._line(question), default, show_default=bool(default))
            try:
                return read(text.strip())
            except Refused as error:
                self.inner().say(error.why)

    def choose(
        self, question: Message, allowed: Iterable[str], default: str, said: str = ""
    ) -> str:
        """One of what is allowed; nothing is offered that is empty."""
        known = list(allowed)
        whole = tell(
            "%(question)s (%(allowed)s)", question=question, allowed=listed(filter(None, known))
        )
        return self.ask(whole, lambda text: typed(text, known, said, default), default)

    def sure(self, question: Message, *, default: bool) -> bool:
        """Yes or no."""
        return self.choose(question, ("y", "n"), "ny"[default], "sure") == "y"

    def unusable(self, option: str, why: Message) -> Unusable:
        """What to raise of an option whose value is refused."""
        return self.refused(tell("--%(option)s: %(why)s", option=option, why=why))

    def refused(self, why: Message) -> Unusable:
        """What to raise of arguments that do not do."""
        return Unusable(tell("Error: %(why)s", why=why).said(self.words))

    def _line(self, message: Message) -> str:
        return self.margin + message.said(self.words)
