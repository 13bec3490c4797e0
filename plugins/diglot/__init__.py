"""Diglot: a folder of raw news texts becomes a bilingual research site.

The pipeline, in the order of the packages (a layer imports only layers above it):

``model``, ``authority``, ``edtf``, ``problems``, ``patterns``, ``yamlfile``, ``markdown``, ``i18n``
    values: what a record is, what is known about names, partial dates, findings, patterns of
    data files; the doors to YAML, markdown-it and Babel
``text``
    raw bytes -> `text.document.Document`: clean blocks, with a ledger back to the bytes
``facts``
    Document -> statements, each with the words it rests on
``records``
    statements -> files in ``content/``, merged with what editors changed
``translation``
    original and translation, paired block by block
``attention``
    what wants a human eye, by weight
``site``
    content -> catalog -> views -> pages, feeds and data
``check``
    findings about ``content/`` and ``seeds/``
``pelican``, ``cli``
    thin adapters
"""

from __future__ import annotations

from pathlib import Path

__version__ = "0.1.0"


def theme(name: str = "desk") -> str:
    """Folder of a theme that comes with Diglot, for ``THEME`` in a settings file."""
    return str(Path(__file__).resolve().parent / "themes" / name)


def register() -> None:
    """Connect Diglot to Pelican (called by Pelican when the plugin is loaded)."""
    from diglot.pelican import connect

    connect()
