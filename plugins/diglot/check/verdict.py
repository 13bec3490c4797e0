"""What a record is found to be: what is wrong with it, and what the others need to know."""

from __future__ import annotations

from dataclasses import dataclass

from diglot.problems import Finding


@dataclass(frozen=True, slots=True)
class Link:
    """A link inside the site, in a body."""

    path: str
    """File it stands in."""
    line: int
    column: int
    target: str


@dataclass(frozen=True, slots=True)
class Order:
    """What an editor says of two deals: that they are the same, or that they are not."""

    deal: str
    """Id of the deal it stands at."""
    same: bool
    other: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Anchor:
    """An id that stands in the front matter of a deal."""

    id: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Former:
    """What something was called before."""

    name: str
    """Slug of a record, or id of a company."""
    path: str
    """File that says so."""
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Quoted:
    """Evidence for the date of publication, which may stand in the raw text alone."""

    words: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Gist:
    """What checks that compare records need to know of one."""

    slug: str
    path: str
    """File of the original, from the project's root."""
    line: int
    """First line of its body."""
    seed: tuple[str, str] | None
    """Path and sha256 of the raw text; None for a record written by hand or without a state."""
    digest: str
    """Of the words of the original, white space and marks left out."""
    clauses: frozenset[int]
    """Hashes of the parts of its sentences."""
    companies: tuple[str, ...]
    themes: tuple[str, ...]
    links: tuple[Link, ...]
    deals: tuple[str, ...]
    """Ids of its deals."""
    orders: tuple[Order, ...]
    anchors: tuple[Anchor, ...]
    former: tuple[Former, ...]
    """Slugs it had before."""
    quoted: tuple[Quoted, ...]
    """Evidence only the raw text can bear out: not the importer's own, nor in title or text."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong with a record, and its gist."""

    reading: tuple[Finding, ...]
    """Found while its files were read."""
    found: tuple[Finding, ...]
    """Found by the checks."""
    gist: Gist | None
    """None for a record that cannot be read."""
    basis: str = ""
    """What of the registry it rests on (`check.basis`); empty: on all of it."""
