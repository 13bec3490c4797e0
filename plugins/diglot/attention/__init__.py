"""What wants a human eye, record by record and by weight: the queue of ``diglot review``.

Pure: it reads content that is loaded and findings that were made. The weights stand in
``data/attention.yml``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from diglot.attention import looking, tellings
from diglot.attention.item import KINDS, Item, Kind, figure
from diglot.problems import Finding, Translate
from diglot.records.content import Content
from diglot.yamlfile import data

__all__ = ["KINDS", "Group", "Item", "Kind", "figure", "queue"]

_ARTICLES: Final = "content/articles/"


@dataclass(frozen=True, slots=True)
class Group:
    """Everything to look at in one record, or in one file of a registry."""

    key: str
    """Slug of the record; for a file of a registry its path."""
    title: str
    """Title of the original, or name of the company."""
    is_record: bool
    items: tuple[Item, ...]
    """The weightiest first."""

    @property
    def weight(self) -> int:
        """Sum of the items' weights."""
        return sum(item.weight for item in self.items)

    def plain(self, translate: Translate) -> dict[str, object]:
        """For tools."""
        items = [item.plain(translate) for item in self.items]
        key = {"record": self.key} if self.is_record else {"file": self.key}
        return {**key, "title": self.title, "weight": self.weight, "items": items}


def queue(
    content: Content,
    findings: Iterable[Finding],
    paired: looking.Paired = looking.pair,
) -> tuple[Group, ...]:
    """What wants a human eye, the weightiest record first.

    Args:
        content: What the project holds.
        findings: What the checks have found in it; those that are for people's judgement count.
        paired: Gives the blocks of a record, where they are paired already.
    """
    items = [*_found(content, findings)]
    items += tellings.conflicts(content.records)
    for record in content.records:
        items += looking.at(record, paired)
    by_key: defaultdict[str, list[Item]] = defaultdict(list)
    for item in items:
        by_key[_key(item.path)].append(item)
    titles = {record.slug: record.article.title for record in content.records}
    found = [_group(key, its, titles, content) for key, its in by_key.items()]
    return tuple(sorted(found, key=lambda group: (-group.weight, group.key)))


def _key(path: str) -> str:
    """The slug of an article's file; of another file its path."""
    if not path.startswith(_ARTICLES):
        return path
    return path.removeprefix(_ARTICLES).partition(".")[0]


def _group(key: str, items: list[Item], titles: Mapping[str, str], content: Content) -> Group:
    ordered = tuple(sorted(items, key=lambda one: (-one.weight, one.path, one.line)))
    if key in titles:
        return Group(key, titles[key], is_record=True, items=ordered)
    company = content.registry.companies.get(key.rpartition("/")[2].removesuffix(".yml"))
    name = " · ".join(dict.fromkeys((company.name.zh, company.name.en))) if company else key
    return Group(key, name, is_record=False, items=ordered)


def _found(content: Content, findings: Iterable[Finding]) -> Iterator[Item]:
    mentions = _mentions(content)
    for finding in findings:
        kind = _kind(finding.code)
        if kind is not None:
            more = mentions[finding.path] * figure("each", "mention") if kind == "company" else 0
            yield Item.of(kind, finding.path, finding.line, finding.what, finding.mend, more=more)


def _kind(code: str) -> Kind | None:
    rules = data("attention")
    known: Kind | None = rules["codes"].get(code)
    if known is not None:
        return known
    lint = code.startswith(rules["lint_prefix"]) and code not in rules["not_lint"]
    return "lint" if lint else None


def _mentions(content: Content) -> defaultdict[str, int]:
    """How many records name a company, by the path of its file."""
    counts: defaultdict[str, int] = defaultdict(int)
    for record in content.records:
        for key in {mention.id for mention in record.article.companies}:
            counts[f"content/companies/{key}.yml"] += 1
    return counts
