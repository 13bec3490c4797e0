"""``diglot import --refresh``: extract again, and keep what editors changed."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

from diglot.config import Project
from diglot.languages import side_of
from diglot.model import Article
from diglot.problems import ContentError, Finding, SeedError, Severity, tell
from diglot.records import (
    bodies,
    deal_ids,
    following,
    frontmatter,
    merge,
    registry,
    schema,
    state,
    store,
)
from diglot.records.importer import Report
from diglot.records.reading import Reader, Reading, Seed, seeds


def refresh(project: Project, slugs: Sequence[str] = ()) -> Report:
    """Merge a new extraction into the named records, or into all."""
    report = Report()
    authority, findings = registry.load(project.content)
    loaded = store.load_all(project.content)
    report.findings += [*findings, *loaded.findings]
    records = {record.slug: record for record in loaded.records}
    report.findings += [unknown_slug(slug) for slug in slugs if slug not in records]
    reader, found = Reader(authority), Seeds(project)
    for slug in slugs or records:
        if slug in records:
            _refresh(project, reader, found, records[slug], report)
    return report


def unknown_slug(slug: str) -> Finding:
    """The finding about a slug no record has."""
    what, mend = tell("no record is called “%(slug)s”", slug=slug), tell("see the file names there")
    return Finding("content/articles", 0, "slug-unknown", what, mend)


class Seeds:
    """Finds the raw text of a record: by sha256, then by path."""

    def __init__(self, project: Project) -> None:
        found = seeds(project)
        self._by_path: Mapping[str, Seed] = {seed.path: seed for seed in found}
        self._by_digest: Mapping[str, Seed] = {seed.sha256: seed for seed in reversed(found)}

    def of(self, memory: state.State) -> Seed | None:
        """The raw text a state file speaks of, if it is still there."""
        return self.at(memory.seed_path, memory.seed_sha256)

    def at(self, path: str, sha256: str) -> Seed | None:
        """The raw text of this digest, or else the one at this path."""
        named = self._by_path.get(path)
        return named if named and named.sha256 == sha256 else self._by_digest.get(sha256) or named


def missing(path: str, seed_path: str) -> Finding:
    """The finding about a record whose raw text is gone."""
    what = tell("the raw text %(seed_path)s of this record is gone", seed_path=seed_path)
    mend = tell("put it back into seeds/, or leave it: the record stays as it is")
    return Finding(path, 0, "seed-missing", what, mend, Severity.WARNING)


def _refresh(
    project: Project, reader: Reader, found: Seeds, record: store.Record, report: Report
) -> None:
    if record.state is None or not record.state.seed_path:
        return  # written by hand
    seed = found.of(record.state)
    if seed is None:
        report.findings.append(missing(record.sheet.path, record.state.seed_path))
        return
    report.seen += 1
    try:
        reading = reader.read(seed)
        if side_of(reading.article.lang) != record.side:
            report.findings.append(_other_language(record, seed))
        elif _write(project, record, record.state, reading):
            report.changed.append(record.slug)
    except (SeedError, ContentError) as error:
        report.findings += error.findings


def _other_language(record: store.Record, seed: Seed) -> Finding:
    what = tell(
        "the raw text is not in the language of its record %(slug)s any more", slug=record.slug
    )
    mend = tell("put the old text back, and save this one under another name")
    return Finding(seed.path, 0, "seed-language", what, mend, Severity.WARNING)


def _write(project: Project, record: store.Record, memory: state.State, reading: Reading) -> bool:
    old = bodies.split(record.body)
    new = merge.blocks(memory.extracted.blocks, reading.blocks, old)
    body = record.body if new == old else bodies.join(new)
    units = memory.units if new == old else _follow(project, record, old, new)
    state = dataclasses.replace(
        reading.state,
        units=units,
        imported=memory.imported,
        title=memory.title,
        summary=memory.summary,
    )
    merged = dataclasses.replace(record, article=_article(record, reading), state=state)
    after = deal_ids.kept(record, merged)
    wrote = store.write_sheet(project.content, record.slug, after.article, body)
    return store.write_state(project.content, record.slug, after.state or state) or wrote


def _article(record: store.Record, reading: Reading) -> Article:
    """The merged front matter.

    Raises:
        ContentError: what was extracted cannot stand in front matter.
    """
    base = record.state.extracted.front_matter if record.state else {}
    merged = merge.fields(
        base, frontmatter.plain(reading.article), frontmatter.plain(record.article)
    )
    value, bad = schema.read(Article, merged, schema.Place(record.sheet.path, record.sheet.lines))
    if value is None:
        raise ContentError(*bad)
    return value


def _follow(
    project: Project, record: store.Record, old: Sequence[str], new: Sequence[str]
) -> tuple[state.Unit, ...]:
    """Let the translation follow its original; returns the translation units."""
    units = record.state.units if record.state else ()
    twin = bodies.split(record.translation_body or "")
    if record.translation is None or len(twin) != len(old):
        return units  # nobody can tell which block is whose
    blocks, units = following.follow(old, new, twin, units, record.translation.translation.by)
    body = bodies.join(blocks)
    store.write_sheet(project.content, record.slug, record.translation, body)
    return units
