"""What wants a human eye, for editors."""

from __future__ import annotations

from dataclasses import dataclass

from diglot.site.views.frame import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewItem:
    """One thing to look at."""

    kind: str
    """Key of its kind: ``conflict``, ``stale``, ``lint``, ``company``, ``machine`` …"""
    label: str
    """The kind, in words."""
    text: str
    """What is to be looked at, and what to do about it."""
    where: str
    """File and line, such as ``content/companies/tencent.yml:5``."""
    href: str | None
    """The line in the source repository, where its address is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewGroup:
    """Everything to look at in one record, or in one file of a registry."""

    title: str
    href: str | None
    """The facing texts of the record; None for a file of a registry."""
    weight: str
    """How much it matters, in digits."""
    items: tuple[ReviewItem, ...]
    """The weightiest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewView:
    """``admin/review/`` below a language: the review queue."""

    heading: str
    intro: str
    counts: tuple[tuple[str, str], ...]
    """Each kind in words and how many items it has; kinds without an item are left out."""
    groups: tuple[ReviewGroup, ...]
    """The weightiest first."""
    more: str
    """How many records the page leaves out, in words; often empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewWaysView:
    """``admin/review/``: the way to the review queue in each language."""

    zh: Link
    en: Link
