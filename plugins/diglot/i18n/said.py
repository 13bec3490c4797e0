"""The languages findings are said in: their catalogues, and whom to speak which to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Final

from diglot.i18n.catalog import load_catalog
from diglot.languages import Side
from diglot.problems import Translate

CATALOGUES: Final = Path(__file__).parents[1] / "translations"
"""``<side>/LC_MESSAGES/findings.po``; English is the language of the messages themselves."""
_VARIABLES: Final = ("LC_ALL", "LC_MESSAGES", "LANG")


def translate(side: Side) -> Translate:
    """What gives a message of a finding in a language."""
    if side == "en":
        return lambda msgid: msgid
    return load_catalog(CATALOGUES / side / "LC_MESSAGES" / "findings.po").gettext


def spoken(environ: Mapping[str, str]) -> Side:
    """The language of the terminal: Chinese where the locale's is, else English."""
    # As gettext has it: LANGUAGE counts unless the locale is none at all.
    named = next((environ[name] for name in _VARIABLES if environ.get(name)), "C")
    if named.partition(".")[0] not in ("C", "POSIX"):
        named = environ.get("LANGUAGE") or named
    return "zh" if named.lower().startswith("zh") else "en"


def habits(
    file: IO[bytes], keywords: object, comment_tags: object, options: object
) -> Iterator[tuple[int, str, str, list[str]]]:
    """For Babel: what ``data/lint.yml`` says of punctuation, as line, function, message, comments.

    Its rows stand one key on a line, so that a translator is led to the right one.
    """
    from diglot import yamlfile  # nobody else here reads YAML

    text = file.read().decode()
    places, rows = yamlfile.Lines(text), yamlfile.load(text)["punctuation"]
    for number, row in enumerate(rows):
        for key in ("what", "mend"):
            yield places.of(("punctuation", number, key)), "tell", str(row[key]), []
