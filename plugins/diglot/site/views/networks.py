"""The network of companies: what is drawn, where, and the same as rows of a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from diglot.authority import Shape
from diglot.languages import Lang
from diglot.site.views.frame import Link
from diglot.site.views.parts import NameView


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeView:
    """A company in a network."""

    number: int
    """Its number in the picture; edges and neighbours name it."""
    near: tuple[int, ...]
    """Its own number and those of its neighbours, with which it is lit."""
    x: float
    """Across, from the left edge."""
    y: float
    """Down, from the upper edge."""
    shape: Shape
    """Its sign, as ``content/glossary/kinds.yml`` has it for the company’s kind."""
    name: str
    """In the page’s language."""
    lang: Lang | None
    """BCP 47 tag of the name where it is not the page’s language."""
    label: tuple[tuple[str, float], ...]
    """Lines of the name, each with how far down its base line is."""
    label_x: float
    """Across, from the left edge."""
    anchor: Literal["start", "middle", "end"]
    """Which end of the label stands at that place."""
    href: str | None
    """The company’s page, if it has one."""
    told: str
    """Name, kind and number of partners and deals, for title and screen readers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeView:
    """The deals between two companies."""

    ends: tuple[int, int]
    """Numbers of the two nodes."""
    x1: float
    """Across, where the line begins."""
    y1: float
    """Down, where the line begins."""
    x2: float
    """Across, where the line ends."""
    y2: float
    """Down, where the line ends."""
    width: float
    """By the number of deals."""
    kind: str
    """The commonest kind, which gives the line its style."""
    href: str
    """The deal on the deals page; where there are several, that page with all of theirs."""
    told: str
    """Both names, kinds and number of deals, for title and screen readers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PairRow:
    """A row of the table under a network."""

    a: NameView
    """One company."""
    b: NameView
    """The other."""
    kinds: str
    """Kinds of their deals, as a list."""
    count: int
    """Number of their deals."""
    href: str
    """Where all of them stand."""
    deal: Link
    """The latest deal; its label is the date, or that there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendItem:
    """A sign of a picture with its meaning."""

    key: str
    """The sign’s name in the style sheet."""
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawingView:
    """A network drawn for one width of page."""

    description: str
    width: int
    """Of the drawing."""
    height: int
    """Of the drawing."""
    nodes: tuple[NodeView, ...]
    """The companies."""
    edges: tuple[EdgeView, ...]
    """The pairs that have deals."""
    note: str
    """What the drawing leaves out; empty if nothing."""
    dense: bool
    """Whether there are so many edges that only nodes take the keyboard's focus."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkView:
    """Companies joined by deals."""

    title: str
    drawings: tuple[DrawingView, DrawingView]
    """For a desk, and for a phone: fewer companies, upright."""
    rows: tuple[PairRow, ...]
    """The same as a table."""
    shapes: tuple[LegendItem, ...]
    """Legend of the nodes."""
    lines: tuple[LegendItem, ...]
    """Legend of the edges."""
