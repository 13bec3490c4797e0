"""Stock tickers in a text: “NYSE: XPEV”, “00700.HK”, “<XPEV.N>”."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from diglot.authority import Registry
from diglot.beginnings import quickened
from diglot.patterns import around, pattern

_PLACES = {"HKEX": "HK", "SEHK": "HK", "HKG": "HK", "SSE": "SH", "SHA": "SH", "SS": "SH"}
_PLACES |= {"SZSE": "SZ", "SHE": "SZ", "TWSE": "TW", "TYO": "T", "TSE": "T"}

_HINT: Final = re.compile(
    quickened(
        r"[:：](?:(?<=[A-Za-z].)|(?<=[A-Za-z]\s.))\s?[A-Z0-9]"
        r"|\.(?<=\d\.)[SHTKB]|<[A-Z0-9]|[（(]\d{6}|代[码碼号號]"
    )
)
"""What every ticker has in it: quicker to look for than the tickers.

What precedes a sign is looked at last, for only a class that comes first is searched for fast."""
_REACH: Final = 32
"""No ticker extends so far from its hint, in characters."""

Key = tuple[str, str]
"""Code without leading zeros, and its exchange where codes repeat (HK, SH, SZ, TW, T)."""


@lru_cache(maxsize=8)
def find(text: str) -> tuple[tuple[int, int, Key], ...]:
    """Offsets and key of each ticker. Kept: the rules of one text ask for them several times."""
    windows = around((hint.span() for hint in _HINT.finditer(text)), _REACH)
    found = (
        pattern("company_shapes", "tickers").finditer(text, low, high) for low, high in windows
    )
    return tuple((one.start(), one.end(), key(one[0])) for some in found for one in some)


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
