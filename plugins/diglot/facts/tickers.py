"""Stock tickers in a text: “NYSE: XPEV”, “00700.HK”, “<XPEV.N>”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from diglot.authority import Registry
from diglot.yamlfile import data

_PLACES = {"HKEX": "HK", "SEHK": "HK", "HKG": "HK", "SSE": "SH", "SHA": "SH", "SS": "SH"}
_PLACES |= {"SZSE": "SZ", "SHE": "SZ", "TWSE": "TW", "TYO": "T", "TSE": "T"}

Key = tuple[str, str]
"""Code without leading zeros, and its exchange where codes repeat (HK, SH, SZ, TW, T)."""


def find(text: str) -> Iterator[tuple[int, int, Key]]:
    """Offsets and key of each ticker."""
    for match in _pattern().finditer(text):
        yield match.start(), match.end(), key(match[0])


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(entry["pattern"] for entry in data("company_shapes")["tickers"]))


def key(ticker: str) -> Key:
    """The same key for all ways to write one ticker."""
    parts = [part.strip().upper() for part in re.split(r"[:：.<>]", ticker) if part.strip()]
    code = max(parts, key=lambda part: (any(map(str.isdigit, part)), part == parts[-1]))
    if not any(map(str.isdigit, code)):
        return (parts[0] if ticker.startswith("<") else parts[-1]), ""
    place = next((part for part in parts if part != code), "")
    return code.lstrip("0"), _PLACES.get(place, place)


def index(registry: Registry) -> Mapping[Key, str]:
    """Company id by ticker."""
    return {
        key(ticker): id_ for id_, company in registry.companies.items() for ticker in company.ticker
    }
