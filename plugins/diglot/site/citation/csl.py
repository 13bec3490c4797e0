"""CSL-JSON, which Zotero, Pandoc and citeproc read."""

from __future__ import annotations

import json
from typing import Any, Final

from diglot.languages import side_of
from diglot.site.citation import dates
from diglot.site.citation.names import Name
from diglot.site.citation.work import Work

_TYPES: Final = {
    "newspaper": "article-newspaper", "web": "webpage", "text": "document", "record": "webpage",
}  # fmt: skip
_TAGS: Final = {"zh-Hans": "zh-CN", "zh-Hant": "zh-TW", "en": "en"}
"""Locales of CSL: they choose between “等” and “et al.”."""


def item(work: Work) -> dict[str, Any]:
    """An item; what is not known is left out."""
    side = side_of(work.lang)
    found = {
        "id": work.key,
        "type": _TYPES[work.kind],
        "language": _TAGS[work.lang],
        "title": work.title,
        "author": [_name(one) for one in work.authors],
        "container-title": work.publisher,
        "genre": work.form() if work.kind == "record" else "",
        "issued": dates.csl(work.date, side),
        "URL": work.url,
    }
    return {key: value for key, value in found.items() if value}


def text(work: Work) -> str:
    """The item as JSON, a line for each field."""
    lines = (
        f"  {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}"
        for key, value in item(work).items()
    )
    return "{\n" + ",\n".join(lines) + "\n}"


def _name(name: Name) -> dict[str, str]:
    if not name.given:
        return {"literal": name.family}
    return {"family": name.family, "given": name.given}
