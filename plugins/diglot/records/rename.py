"""``diglot rename``: another slug for a record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Final

from diglot.languages import SIDES
from diglot.model import Article, Deal
from diglot.problems import ContentError, Finding, Message, tell
from diglot.records import deal_ids, files, former, frontmatter, store
from diglot.records.refresh import unknown_slug
from diglot.records.store import Record

_KEYS: Final = ("same_as", "not_same_as")
_ID: Final = re.compile(r"[\w-]+")


def rename(content: Path, old: str, new: str) -> list[Path]:
    """Move all files of a record, and rewrite what records say of its deals by their ids.

    The old slug becomes one of its aliases, so that its old addresses lead to the new ones.

    All of it is done or, where a file cannot be written, nothing.

    Returns:
        The new paths, then those of other records that were rewritten.

    Raises:
        ContentError: there is no such record, or the new slug is taken or cannot be one.
    """
    moves = list(zip(_paths(content, old), _paths(content, new), strict=True))
    if not store.SLUG.fullmatch(new):
        raise _error(
            tell("“%(slug)s” cannot be a slug", slug=new),
            tell("use small Latin letters, digits and hyphens"),
        )
    if not any(source.is_file() for source, _ in moves[:-1]):
        raise ContentError(unknown_slug(old))
    if any(target.exists() for _, target in moves) or former.slugs(content).get(new, old) != old:
        raise _error(tell("“%(slug)s” is taken", slug=new), tell("choose another slug"))
    texts = dict(_rewritten(content, store.load_all(content).records, old, new))
    present = {source: target for source, target in moves if source.is_file()}
    with ExitStack() as undo:
        for path, text in texts.items():
            undo.callback(files.write_bytes, path, path.read_bytes())
            files.write_text(path, text)
        for source, target in present.items():
            source.rename(target)
            undo.callback(target.rename, source)
        undo.pop_all()
    return [*present.values(), *(path for path in texts if path not in present)]


def _rewritten(
    content: Path, records: Sequence[Record], old: str, new: str
) -> Iterator[tuple[Path, str]]:
    """Paths and new texts of the originals that name deals of which the id changes."""
    before = _ids(records)
    after = _ids([replace(one, slug=new) if one.slug == old else one for one in records])
    names = {name: after[new if slug == old else slug, at] for (slug, at), name in before.items()}
    for record in records:
        aliases = record.article.aliases
        if record.slug == old:
            aliases = (*(one for one in aliases if one not in (old, new)), old)
        deals = tuple(_renamed(deal, names) for deal in record.article.deals)
        wanted = replace(record.article, deals=deals, aliases=aliases)
        if wanted != record.article:
            path = store.sheet_path(content, record.slug, record.side)
            yield path, _text(files.read_text(path), record, wanted, names)


def _ids(records: Iterable[Record]) -> dict[tuple[str, int], str]:
    """Ids of deals by slug and place."""
    ordered = sorted(records, key=lambda record: record.slug)
    return {(slug, place): name for slug, place, name in deal_ids.ids(ordered)}


def _renamed(deal: Deal, names: Mapping[str, str]) -> Deal:
    same, other = (tuple(names.get(one, one) for one in getattr(deal, key)) for key in _KEYS)
    return replace(deal, same_as=same, not_same_as=other)


def _text(text: str, record: Record, wanted: Article, names: Mapping[str, str]) -> str:
    """The file with the new ids: in their lines alone, where that gives what is wanted."""
    lines = text.split("\n")
    for place, deal in enumerate(record.article.deals):
        for key in _KEYS:
            found = (record.sheet.lines.of(("deals", place, key, i))
                     for i in range(len(getattr(deal, key))))  # fmt: skip
            for line in set(found):
                lines[line - 1] = _ID.sub(lambda m: names.get(m[0], m[0]), lines[line - 1])
    made = "\n".join(lines)
    article, _ = frontmatter.read(Article, frontmatter.split(made), record.sheet.path)
    if article is None or article.deals != wanted.deals:
        made, article = text, record.article
    front = frontmatter.update(frontmatter.split(made).front, article, wanted)
    return frontmatter.replaced(made, front)


def _paths(content: Path, slug: str) -> list[Path]:
    articles = [store.sheet_path(content, slug, side) for side in SIDES]
    return [*articles, store.state_path(content, slug)]


def _error(what: Message, mend: Message) -> ContentError:
    return ContentError(Finding("content/articles", 0, "slug-invalid", what, mend))
