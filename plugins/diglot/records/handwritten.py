"""Records written by hand: the pair of Markdown files and the registry drafts of ``diglot new``."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

from diglot import alike, markdown
from diglot.authority import OTHER, Company, Registry
from diglot.config import Project
from diglot.facts import ids
from diglot.facts.dates import whole
from diglot.facts.gazetteer import fold
from diglot.languages import SIDES, Lang, side_of
from diglot.model import Article, Both, Mention, Published, Rights, Source
from diglot.problems import ContentError, Finding, Message, tell
from diglot.records import blank, bodies, files, former, registry, schema, slugs, store
from diglot.records.state import UNTRANSLATED, State
from diglot.text.decode import decode
from diglot.text.script import to_simplified
from diglot.yamlfile import Lines

_CHECKED: Final[Mapping[str, type]] = {
    "publisher": Source, "author": Source, "url": Source, "date": Published,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What an editor says of a record; None: not stated."""

    lang: Lang
    title: str
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    date: str | None = None
    """EDTF day of publication."""
    companies: tuple[str, ...] = ()
    """Ids, in the order of their weight."""
    drafts: Mapping[str, Company] = field(default_factory=dict)
    """Entries for those the registry does not know."""
    rights: Rights | None = None
    """None: the site's setting."""
    text: str = ""
    """Markdown of the original."""
    slug: str | None = None
    """None: made of date and companies."""


@dataclass(frozen=True, slots=True)
class Made:
    """What was written."""

    slug: str
    original: Path
    translation: Path
    drafts: tuple[Path, ...]


def stated(key: str, value: str) -> str | Message:
    """A value as it can stand under a key of the front matter, or why it cannot.

    A date may be written as texts write it.
    """
    if not value:
        return value
    kept = whole(value) or value if key in schema.EDTF_KEYS else value
    _, bad = schema.read(_CHECKED[key], {key: kept}, schema.Place("", Lines("")))
    return tell("%(what)s; %(mend)s", what=bad[0].what, mend=bad[0].mend) if bad else kept


def text_of(path: Path) -> str:
    """A text an editor has in a file, in whatever encoding.

    Raises:
        SeedError: it is no text.
    """
    return decode(path.read_bytes(), path.name).text.replace("\r\n", "\n").strip()


def find(known: Mapping[str, Company], text: str) -> tuple[str, ...]:
    """Ids of the companies that bear an id, name or alias, however its letters are written."""
    if text in known:
        return (text,)
    wanted = fold(text.strip())
    return tuple(key for key, company in known.items() if wanted in map(fold, _forms(company)))


def near(known: Mapping[str, Company], text: str) -> tuple[str, ...]:
    """Ids of companies with names like this one, the likest first."""
    forms = {fold(form): key for key, company in known.items() for form in (key, *_forms(company))}
    found = alike.near(fold(text), forms, 0.7, most=3)
    return tuple(dict.fromkeys(forms[form] for form in found))


def draft(zh: str, en: str, kind: str = OTHER) -> tuple[str, Company]:
    """Id and entry of a company no registry knows, by its names in both languages."""
    key, company = ids.propose(zh if not zh.isascii() else en)
    name = Both(zh=to_simplified(zh), en=en)
    return ids.slug(en) if en.isascii() else key, dataclasses.replace(company, name=name, kind=kind)


def write(project: Project, authority: Registry, answers: Answers, day: date | None = None) -> Made:
    """Write the files of a new record; no file that exists is touched.

    Raises:
        ContentError: the slug is taken, or cannot be one.
    """
    known = {**authority.companies, **answers.drafts}
    article = _article(answers, known)
    slug = _slug(project, answers, article)
    nodes = markdown.parse(answers.text)
    store.write_sheet(project.content, slug, article, answers.text.strip())
    empty = blank.untranslated(answers.lang)
    store.write_sheet(
        project.content, slug, empty, bodies.untranslated([node.source for node in nodes])
    )
    imported = (day or datetime.now(UTC).date()).isoformat()
    store.write_state(project.content, slug, State(imported=imported))
    original, translation = (
        store.sheet_path(project.content, slug, side) for side in _sides(answers.lang)
    )
    return Made(slug, original, translation, tuple(_drafts(project, answers, slug)))


def _sides(lang: Lang) -> Sequence[Any]:
    """The side of the original, then the other one."""
    return sorted(SIDES, key=lambda side: side != side_of(lang))


def follow(project: Project, slug: str) -> int:
    """Give an untouched translation as many blocks as its original has now; returns how many.

    Raises:
        ContentError: a file of the record cannot be read.
    """
    record, findings = store.load(project.content, slug)
    if record is None:
        raise ContentError(*findings)
    count = len(markdown.parse(record.body))
    untouched = not (record.translation_body or "").replace(UNTRANSLATED, "").strip()
    if record.translation is not None and untouched:
        body = bodies.untranslated([""] * count)
        store.write_sheet(project.content, slug, record.translation, body)
    return count


def _article(answers: Answers, known: Mapping[str, Company]) -> Article:
    title, text = answers.title, f"{answers.title}\n{answers.text}"
    return Article(
        lang=answers.lang,
        title=title,
        source=Source(publisher=answers.publisher, author=answers.author, url=answers.url),
        rights=answers.rights,
        published=Published(date=answers.date, basis="editor" if answers.date else "stated"),
        companies=tuple(_mention(key, known[key], title, text) for key in answers.companies),
    )


def _mention(key: str, company: Company, title: str, text: str) -> Mention:
    """A company with the longest forms the text has for it."""
    found = [form for form in sorted(_forms(company), key=len, reverse=True) if form in text]
    longest = [f for at, f in enumerate(found) if not any(f in one for one in found[:at])]
    central = any(form in title for form in longest)
    return Mention(id=key, central=central, as_=tuple(longest), basis="editor")


def _forms(company: Company) -> Iterator[str]:
    yield from (company.name.zh, company.name.en, *company.aliases)


def _slug(project: Project, answers: Answers, article: Article) -> str:
    taken = {path.stem for path in project.state.glob("*.json")}
    taken |= {path.name.split(".")[0] for path in project.articles.glob("*.md")}
    taken |= former.slugs(project.content).keys()
    if answers.slug is None:
        digest = hashlib.sha256(f"{answers.title}\n{answers.text}".encode()).hexdigest()
        return slugs.slug(article, digest, taken)
    path = f"content/articles/{answers.slug}.{side_of(answers.lang)}.md"
    if not store.SLUG.fullmatch(answers.slug):
        what = tell("“%(slug)s” cannot be a slug", slug=answers.slug)
        mend = tell("use small Latin letters, digits, hyphens and underscores")
        raise ContentError(Finding(path, 0, "slug-invalid", what, mend))
    if answers.slug in taken:
        what, mend = tell("“%(slug)s” is taken", slug=answers.slug), tell("choose another slug")
        raise ContentError(Finding(path, 0, "slug-invalid", what, mend))
    return answers.slug


def _drafts(project: Project, answers: Answers, slug: str) -> Iterator[Path]:
    for key, company in answers.drafts.items():
        path = project.companies / f"{key}.yml"
        if not path.exists():
            comment = f"Proposed with {slug}; check the names, then take out “proposed”."
            files.write_text(path, registry.dump_company(company, comment))
            yield path
