"""A project with as many deals as one wants, each told by a record of its own."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Final, get_args

from diglot.model import DealKind

KINDS: Final = get_args(DealKind)
SYLLABLES: Final = (
    "bat", "car", "chi", "co", "dri", "fac", "ing", "lau", "mar", "mo", "net", "pla", "ra", "sen",
    "sup", "tor", "ty", "ver", "vo", "wa",
)  # fmt: skip


def write(root: Path, deals: int, *, companies: int = 40, seed: int = 1) -> Path:
    """Write the project below a folder; the same seed gives the same project.

    One deal in ten has no date and one in twenty no year, the others are of 2019 to 2024. Each
    day has few deals and parties are many, so that hardly any two deals are the same.
    """
    random = Random(seed)
    content = root / "content"
    for number in range(companies):
        name = f"name: {{zh: 第{number}汽车公司, en: Motor Company {number}}}\n"
        _put(content / f"companies/c{number}.yml", name)
    _put(content / "themes/cockpit.yml", "name: {zh: 座舱, en: Cockpit}\n")
    for number in range(deals):
        _put(content / f"articles/r{number:05}.en.md", _record(random, number, companies))
    return root


def _record(random: Random, number: int, companies: int) -> str:
    one, other = random.sample(range(companies), 2)
    # Made-up words, so that pages compress no better than those of real reports.
    words = " ".join("".join(random.choices(SYLLABLES, k=3)) for _ in range(12))
    evidence = f"Motor Company {one} and Motor Company {other} agreed on {words}"
    return f"""---
lang: en
title: {words.capitalize()}
source: {{publisher: Gasgoo}}
companies:
- {{id: c{one}, central: true, as: [Motor Company {one}]}}
- {{id: c{other}, as: [Motor Company {other}]}}
deals:
- kind: {random.choice(KINDS)}
  parties: [c{one}, c{other}]
  date: {_date(random)}
  evidence: [{evidence}]
themes:
- {{id: cockpit, evidence: [{words.split()[0]}]}}
---

{evidence} in report {number}.
"""


def _date(random: Random) -> str:
    month, day = random.randint(1, 12), random.randint(1, 28)
    dates = [f"{random.randint(2019, 2024)}-{month:02}-{day:02}"] * 17
    return random.choice([*dates, f"XXXX-{month:02}-{day:02}", "null", "null"])


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
