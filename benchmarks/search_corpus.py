"""Bilingual records in any number, for measuring the search."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, Final, cast

from diglot.authority import Company, Forms, Registry, Theme
from diglot.model import Article, Both, Mention, Published, ThemeMention, Translation
from diglot.records.store import Record
from diglot.text.language import detect
from diglot.text.segment import sentences

ROOT: Final = Path(__file__).parents[1]
TEXTS: Final = ROOT / "tests" / "eval" / "dev"
COMPANIES: Final = 200
THEMES: Final = 20
BODY: Final = 2900
"""Bytes of a text, about."""


def generated(count: int, seed: int = 1) -> Iterator[dict[str, Any]]:
    """Articles put together from the sentences of the development texts, the same every time."""
    pools = _pools()
    for number in range(count):
        pick = random.Random(f"{seed}:{number}")  # noqa: S311
        made: dict[str, Any] = {
            "slug": f"a{number:05}",
            "date": f"{pick.randint(2019, 2024)}-{pick.randint(1, 12):02}-{pick.randint(1, 28):02}",
            "company": f"co-{min(int(pick.paretovariate(0.8)) - 1, COMPANIES - 1):03}",
            "themes": [f"theme-{n:02}" for n in pick.sample(range(THEMES), 2)],
        }
        for side, pool in pools.items():
            body, size = [], 0
            while size < BODY:
                block = ("" if side == "zh" else " ").join(pick.choices(pool, k=4))
                body.append(block)
                size += len(block.encode())
            title = min(pick.choices(pool, k=8), key=len)
            made[side] = {"title": title, "summary": pick.choice(pool), "body": "\n\n".join(body)}
        yield made


def _pools() -> dict[str, list[str]]:
    pools: dict[str, list[str]] = {"zh": [], "en": []}
    for path in sorted(TEXTS.glob("*.txt")):
        text = path.read_bytes().decode("utf-8", errors="replace")
        lang = detect(text)
        found = (text[a:b] for a, b in sentences(text, lang))
        pools["en" if lang == "en" else "zh"] += [s for s in found if 12 < len(s) < 400]
    return pools


def read(path: Path, count: int) -> Iterator[dict[str, Any]]:
    """Articles of a JSON Lines file of the same shape, such as the peers of Diglot are timed on."""
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, islice(file, count))


def registry(articles: Iterable[dict[str, Any]], names: dict[str, Any]) -> Registry:
    """Companies and themes of the articles; ``names`` by id, else made from the id."""
    companies, themes = {}, {}
    for article in articles:
        key = article["company"]
        both = names.get(key) or {"zh": f"第{key[-3:]}公司", "en": f"Company {key[-3:]}"}
        aliases = Forms(zh=(both["zh"] + "有限公司",), en=(both["en"] + " Ltd",))
        companies[key] = Company(name=Both(**both), aliases=aliases)
        for theme in article["themes"]:
            label = names.get(theme) or {"zh": f"主题{theme[-2:]}", "en": f"Theme {theme[-2:]}"}
            themes[theme] = Theme(name=Both(**label))
    return Registry(companies=companies, themes=themes)


def record(article: dict[str, Any]) -> Record:
    """An article as the store would have it."""
    zh, en = article["zh"], article["en"]
    return Record(
        slug=article["slug"],
        side="zh",
        article=Article(
            lang="zh-Hans",
            title=zh["title"],
            summary=zh["summary"],
            published=Published(date=article["date"][:10]),
            companies=(Mention(id=article["company"], central=True),),
            themes=tuple(ThemeMention(id=key) for key in article["themes"]),
        ),
        body=zh["body"],
        translation=Translation(lang="en", title=en["title"], summary=en["summary"]),
        translation_body=en["body"],
        sheet=cast(Any, None),
    )
