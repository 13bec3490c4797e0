"""``data/``: the open data, every column explained."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from types import NoneType, UnionType
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from diglot.model import Both
from diglot.site import jsonld, views
from diglot.site.opendata import files, shapes
from diglot.site.opendata.collect import LICENCE
from diglot.site.parts import Desk
from diglot.site.words import N_

PATH: Final = "data/"
"""Below a language."""
_FILES: Final = {
    files.DEALS_CSV: N_("Deals as a table: each deal once, by its most precise record."),
    files.SOURCES_CSV: N_("What each record tells of each deal, with its own words."),
    files.DEALS_JSON: N_("Both in one file: deals with what their records tell."),
    files.INDEX_JSON: N_("Records, companies, themes and deals of the whole site, without texts."),
}
_TABLES: Final[dict[type, str]] = {
    shapes.Deal: N_("Deals"),
    shapes.Source: N_("What records tell of deals"),
    shapes.Record: N_("Records"),
    shapes.Event: N_("Events of a record"),
    shapes.Company: N_("Companies"),
    shapes.Theme: N_("Themes"),
    shapes.About: N_("About the file"),
}
_RULES: Final = (
    N_(
        "Files are UTF-8. CSV follows RFC 4180 with a row of column names; several values in one"
        " cell are joined by a semicolon and a space."
    ),
    N_(
        "JSON is the form without loss: a value that holds a semicolon itself cannot be told from"
        " two in a CSV cell."
    ),
    N_(
        "Where a CSV value begins with =, +, -, @ or a tab, an apostrophe stands before it, so that"
        " no spreadsheet takes it for a formula."
    ),
    N_(
        "Dates are EDTF (ISO 8601-2), as precise as the text: 2019-06 is a month, XXXX-09-28 a day"
        " without a year. The columns _earliest and _latest give the days it may mean."
    ),
    N_(
        "Columns that end in _zh and _en hold the same in Chinese and English; in JSON they are one"
        " object with both."
    ),
)


def view(desk: Desk) -> views.DataView:
    """Files, columns, licence, how to cite."""
    say = desk.words.say
    return views.DataView(
        heading=say(N_("Open data")),
        intro=intro(desk),
        files=tuple(_file(desk, path, says) for path, says in _FILES.items()),
        rules=tuple(map(say, _RULES)),
        tables=tuple(_table(desk, shape, label) for shape, label in _TABLES.items()),
        licence=views.Link(
            label=say(N_("Creative Commons Attribution 4.0 (CC BY 4.0)")), href=LICENCE
        ),
        rights=say(
            N_(
                "The licence covers what is extracted: facts, dates, names, links. The articles and"
                " the words quoted from them belong to their publishers."
            )
        ),
        cite=say(
            N_("%(site)s. Deals and records [data set]. %(address)s. CC BY 4.0."),
            site=desk.settings.site_name,
            address=desk.links.absolute(f"{desk.side}/{PATH}"),
        ),
    )


def intro(desk: Desk) -> str:
    """What there is, in one sentence."""
    catalog, count = desk.catalog, desk.words.count
    counts = (
        count("%(num)s deal", "%(num)s deals", len(catalog.deals.alliances)),
        count("%(num)s record", "%(num)s records", len(catalog.entries)),
        count("%(num)s company", "%(num)s companies", len(catalog.companies)),
        count("%(num)s theme", "%(num)s themes", len(catalog.themes)),
    )
    says = N_("Everything the site knows, to be used freely: %(counts)s.")
    return desk.words.say(says, counts=desk.words.list(counts))


def _file(desk: Desk, path: str, says: str) -> views.DataFile:
    described = path.replace(".json", ".schema.json")
    return views.DataFile(
        name=path.rpartition("/")[2],
        href=desk.links.to(path),
        media_type=media_type(path),
        says=desk.words.say(says),
        schema_href=desk.links.to(described) if described in files.SCHEMAS else None,
    )


def media_type(path: str) -> str:
    """IANA type of a file."""
    return "text/csv" if path.endswith(".csv") else "application/json"


def _table(desk: Desk, shape: type, label: str) -> views.DataTable:
    hints = get_type_hints(shape)
    columns = files.columns(shape) if shape in (shapes.Deal, shapes.Source) else ()
    return views.DataTable(
        id=shape.__name__.lower(),
        label=desk.words.say(label),
        columns=tuple(
            views.DataColumn(
                name=one.name,
                columns=", ".join(name for name, of in columns if of == one.name != name),
                kind=_kind(desk, hints[one.name]),
                says=desk.words.say(files.explained(one)),
                values=_values(hints[one.name]),
            )
            for one in fields(shape)
        ),
    )


def _kind(desk: Desk, hint: Any) -> str:
    """What sort of value it is, in words."""
    say = desk.words.say
    if get_origin(hint) is tuple:
        return say(N_("list of %(kind)s"), kind=_kind(desk, get_args(hint)[0]))
    plain = set(_plain(hint))
    if int in plain:
        return say(N_("number"))
    if Both in plain:
        return say(N_("text in both languages"))
    nested = next((kind for kind in _TABLES if kind in plain), None)
    return say(_TABLES[nested]) if nested else say(N_("text"))


def _plain(hint: Any) -> Iterator[Any]:
    """The types of a union, None apart."""
    parts: Iterable[Any] = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    yield from (part for part in parts if part is not NoneType)


def _values(hint: Any) -> tuple[str, ...]:
    """The values of a closed list."""
    inner = get_args(hint)[0] if get_origin(hint) is tuple else hint
    return tuple(
        value for part in _plain(inner) if get_origin(part) is Literal for value in get_args(part)
    )


def dataset(desk: Desk, paths: Iterable[str] = tuple(_FILES)) -> jsonld.Object:
    """The schema.org Dataset of these files."""
    at, catalog = desk.links, desk.catalog
    ends = [d.date for d in catalog.deals.alliances if d.date and d.date.earliest and d.date.latest]
    first = min((end.earliest for end in ends if end.earliest), default=None)
    last = max((end.latest for end in ends if end.latest), default=None)
    name = desk.words.say(N_("%(name)s: deals between companies"), name=desk.settings.site_name)
    return {
        "@type": "Dataset",
        "@id": at.absolute(f"{PATH}#dataset"),
        "name": name,
        "description": f"{intro(desk)} {desk.settings.tagline[desk.side]}".strip(),
        "url": at.absolute(f"{desk.side}/{PATH}"),
        "license": LICENCE,
        "isAccessibleForFree": True,
        "inLanguage": ["zh-Hans", "en"],
        "creator": {"@type": "Organization", "name": desk.settings.site_name},
        "temporalCoverage": f"{first}/{last}" if first and last else None,
        "variableMeasured": [one.name for one in fields(shapes.Deal)],
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": media_type(path),
                "contentUrl": at.absolute(path),
                "name": path.rpartition("/")[2],
            }
            for path in paths
        ],
    }
