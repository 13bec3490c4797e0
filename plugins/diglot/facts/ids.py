"""Ids for companies no registry knows, and the known company behind a full legal name."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

from diglot.authority import Company, Forms
from diglot.facts.gazetteer import Gazetteer
from diglot.facts.shape_data import anyof
from diglot.model import Both
from diglot.patterns import compiled
from diglot.text.script import to_simplified

_DOMAIN: Final = re.compile(r"\.(?:com|cn|net)\b")
"""“Baidu.com” is the company that goes by the name before."""


def slug(name: str) -> str:
    """`[a-z0-9-]` id of a name; Chinese in pinyin, a word to a syllable run."""
    latin = "".join(
        f" {''.join(_pinyin(part))} " if re.match(r"[\u3400-\u9fff]", part) else part
        for part in re.split(r"([\u3400-\u9fff]+)", name)
    )
    flat = unicodedata.normalize("NFKD", latin).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", flat).strip("-") or "unnamed"


def _pinyin(name: str) -> list[str]:
    from pypinyin import lazy_pinyin  # its tables take 0.2 s to load

    return lazy_pinyin(name)


def sound(char: str) -> str:
    """How a character is read by itself, its tone as a number."""
    from pypinyin import Style, lazy_pinyin

    return lazy_pinyin(char, style=Style.TONE3)[0]


def propose(form: str) -> tuple[str, Company]:
    """Id and entry for a new company, under its name without legal form."""
    form = to_simplified(form)
    name = bare(form)
    aliases = (form,) if form != name else ()
    latin = name.isascii()
    company = Company(
        name=Both(zh=name, en=name),
        aliases=Forms(en=aliases if latin else (), zh=() if latin else aliases),
        pinyin=None if latin else " ".join(_pinyin(name)),
        proposed=True,
    )
    return slug(name), company


def bare(form: str) -> str:
    """A name without its legal form; Latin letters are one only as a word of their own."""
    return _legal().sub("", form.strip()).strip(" ,") or form


@cache
def _legal() -> re.Pattern[str]:
    return re.compile(rf",?\s?(?:(?<![A-Za-z])|(?![A-Za-z]))(?:{anyof('legal_only')})$")


def same(form: str, gazetteer: Gazetteer) -> str | None:
    """The registered company a full legal name belongs to: 北京亿华通科技股份有限公司, 亿华通."""
    plain = _DOMAIN.sub("", to_simplified(form))
    spans = gazetteer.mentions(plain, "zh-Hans")
    rest = "".join(
        " "
        if any(s.start <= at < s.end and s.kind in ("company", "place") for s in spans)
        else char
        for at, char in enumerate(plain)
    )
    left = compiled(anyof("fillers")).sub("", rest)
    companies = {span.ids[0] for span in spans if span.kind == "company"}
    if len(companies) == 1 and not re.sub(r"[\s（）(),.&]", "", left):
        return companies.pop()
    return None
