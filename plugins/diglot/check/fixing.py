"""``diglot check --fix``: what can be mended without a person's judgement.

Safe are: a value that stands twice in a list, a company listed twice in one record, an id for which
only one entry can be meant, a date in other signs than EDTF's, a deal whose id nothing remembers,
and whatever `records.canonical` puts right. Comments stay; each file is written whole or not at
all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from diglot import yamlfile
from diglot.check import mends
from diglot.check.repairs import Fixed, Repair
from diglot.config import Project
from diglot.problems import tell
from diglot.records import canonical, deal_ids, files, frontmatter, registry, store
from diglot.yamlfile import comments, writing

Mend = Callable[[Repair], None]
"""Mends one kind of fault."""


def fix(project: Project) -> list[Fixed]:
    """Mend what is safe in ``content/``; returns what was done, file by file."""
    articles, others = list[Path](), list[Path]()
    for path in canonical.paths(project):
        (articles if path.suffix == ".md" else others).append(path)
    done = [one for path in others for one in _file(project, path, (mends.twice, mends.dates))]
    known, _ = registry.load(project.content)  # with what was mended in it
    every = (mends.twice, mends.dates, partial(mends.ids, known), mends.companies)
    done += [one for path in articles for one in _file(project, path, every)]
    done += _anchors(project)
    formed, _ = canonical.write(project)
    return [*done, *(Fixed(shown, 1, tell("brought into canonical form")) for shown in formed)]


def _anchors(project: Project) -> Iterator[Fixed]:
    """Deals no import remembers: their ids written down, so that a correction keeps them."""
    for record, article in list(deal_ids.settled(store.load_all(project.content).records)):
        store.write_sheet(project.content, record.slug, article, record.body)
        for place, (old, new) in enumerate(zip(record.article.deals, article.deals, strict=True)):
            if old != new:
                what = tell("the deal keeps the id “%(id)s”", id=new.id)
                yield Fixed(record.sheet.path, record.sheet.lines.of(("deals", place)), what)


def _file(project: Project, path: Path, kinds: Iterable[Mend]) -> list[Fixed]:
    """Mend one file; what cannot be read stays as it is, and `check` tells of it."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
        plain, article = text.replace("\r\n", "\n"), path.suffix == ".md"
        yaml = frontmatter.split(plain).front if article else plain
        lines = yamlfile.Lines(yaml, int(article))
        repair = Repair(project.relative(path), yaml, yamlfile.load(yaml), lines)
    except (OSError, ValueError):
        return []
    for mend in kinds:
        mend(repair)
    if repair.done:
        new = comments.put(writing.dump(repair.data), repair.kept)
        files.write_text(path, frontmatter.replaced(text, new) if article else new)
    return repair.done
