"""Records beside each other: texts that are alike, and links between pages."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import PurePosixPath
from posixpath import normpath
from typing import Final
from urllib.parse import unquote, urlsplit

from diglot.check.judging import inside
from diglot.check.problem import Problem, Problems, plain_blocks
from diglot.check.verdict import Gist, Link
from diglot.languages import SIDES
from diglot.problems import tell
from diglot.records import files, frontmatter
from diglot.records.content import Content
from diglot.translation.likeness import ratio

Gists = Sequence[Gist]
_COMMON: Final = 30
"""Records from which on a clause they share is a stock phrase."""
_SHARED: Final = 0.2
"""Share of the shorter text's clauses two records must have in common to be looked at."""
_ALIKE: Final = 80.0
"""Likeness of two texts, of 100, from which they are told."""


def record_duplicate(content: Content, gists: Gists) -> Problems:
    """A record whose original has the same words as another one's."""
    mend = tell("keep one of the two: delete the files of the other, its state file too")
    for first, *others in _groups(gists):
        for other in others:
            what = tell("the same text as %(other)s", other=first.path)
            yield Problem(other.path, other.line, what, mend)


def _groups(gists: Gists) -> Iterator[list[Gist]]:
    """Records by their words; those without any are left out."""
    found = defaultdict[str, list[Gist]](list)
    for gist in gists:
        if gist.clauses:
            found[gist.digest].append(gist)
    yield from found.values()


def record_near(content: Content, gists: Gists) -> Problems:
    """A record whose original is nearly that of another one."""
    mend = tell("look whether both are wanted; if one is a reprint, delete its files")
    singles = [group[0] for group in _groups(gists)]
    for one, other in _candidates(singles):
        alike = ratio(_text(content, one), _text(content, other), _ALIKE)
        if alike:
            what = tell(
                "%(alike)s %% of its text is that of %(other)s", alike=int(alike), other=one.path
            )
            yield Problem(other.path, other.line, what, mend)


def _candidates(gists: Gists) -> Iterator[tuple[Gist, Gist]]:
    """Pairs of records with enough clauses in common."""
    bearers = defaultdict[int, list[int]](list)
    for place, gist in enumerate(gists):
        for clause in gist.clauses:
            bearers[clause].append(place)
    shared = Counter[tuple[int, int]]()
    for places in bearers.values():
        if 1 < len(places) <= _COMMON:
            shared.update(combinations(places, 2))
    for (a, b), count in sorted(shared.items()):
        one, other = gists[a], gists[b]
        if count >= max(2, _SHARED * min(len(one.clauses), len(other.clauses))):
            yield one, other


def _text(content: Content, gist: Gist) -> str:
    parts = frontmatter.split(files.read_text(content.project.root / gist.path))
    return "\n".join(plain_blocks(parts.body))


def link_dead(content: Content, gists: Gists) -> Problems:
    """A link inside the site that leads to no page of it."""
    known = _Pages(content, gists)
    for gist in gists:
        for link in gist.links:
            if not known.has(link.target, f"/zh/articles/{gist.slug}/"):
                yield _dead(link)
    for name, text in content.pages.items():
        stem, _, side = name.partition(".")
        for link in inside(f"content/pages/{name}.md", text, 1):
            if not known.has(link.target, f"/{side}/{stem}/"):
                yield _dead(link)


def _dead(link: Link) -> Problem:
    what = tell("the link “%(target)s” leads to no page of the site", target=link.target)
    mend = tell(
        "correct it; a record is at ../../articles/<slug>/, a company at ../../companies/<id>/"
    )
    return Problem(link.path, link.line, what, mend, link.column)


class _Pages:
    """Which addresses below the site's root have a page."""

    _SECTIONS: Final = (
        *("articles", "companies", "themes", "deals", "dates"),
        *("terms", "about", "search", "data"),
    )
    _DATES: Final = re.compile(r"(dates|deals)/(\d{4}(/\d\d?)?|undated|year-unknown)")

    def __init__(self, content: Content, gists: Gists) -> None:
        self._known = {"", *SIDES, *self._SECTIONS}
        self._known |= {f"articles/{gist.slug}" for gist in gists}
        self._known |= {f"companies/{id_}" for gist in gists for id_ in gist.companies}
        self._known |= {f"themes/{id_}" for gist in gists for id_ in gist.themes}

    def has(self, target: str, base: str) -> bool:
        """Whether a link on a page (``base``: its address) leads to a page or file."""
        path = unquote(urlsplit(target).path)
        whole = normpath(path if path.startswith("/") else base + path).strip("/")
        side, _, rest = whole.partition("/")
        if side not in (*SIDES, "both"):
            rest = whole
        if PurePosixPath(rest).name in ("index.html", "feed.xml"):
            rest = rest.rpartition("/")[0]
        return rest in self._known or bool(self._DATES.fullmatch(rest)) or _is_file(rest)


def _is_file(path: str) -> bool:
    """Whether it names a file for download, which only a built site can show."""
    return PurePosixPath(path).suffix not in ("", ".md", ".html")
