"""A record in every state, and translators' tools that open its files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Literal

import polib
from lxml import etree

from diglot.config import Project
from diglot.model import Article, Translation, TranslationInfo
from diglot.records import bodies, content, store
from diglot.records.state import Review, State, Unit
from diglot.translation.bitext import Bitext
from diglot.translation.exchange import leaving
from diglot.translation.exchange.leaving import Form
from diglot.translation.exchange.returning import Report, take_in
from diglot.translation.exchange.units import Entry, entries

FORMS: Final[tuple[Form, ...]] = ("po", "xliff-1.2", "xliff-2.0")
SUFFIXES: Final = {"po": ".po", "xliff-1.2": ".xlf", "xliff-2.0": ".xlf"}
SLUG: Final = "a"
REVIEW: Final = Review(by="Mei", on="2026-01-02")

ORIGINAL: Final = """\
甲是第一段。它有两句。

## 乙是小标题

丙是第三段，现在改了。

- 丁是一项
- 戊是**另一项**

己还没有人翻译。

```
code
```

庚说两遍。

庚说两遍。"""
TWIN: Final = """\
One is first. It has two sentences.

## Two heads

Three *is* third.

- Four is an item
- Five is **another**

[[untranslated]]

```
code
```

Seven twice.

Seven, twice."""
UNITS: Final = (
    Unit(
        source="甲是第一段。它有两句。", target="One is first. It has two sentences.", by="engine"
    ),
    Unit(source="乙是小标题", target="Two heads", by="engine", reviewed=REVIEW),
    Unit(source="丙是第三段。", target="Three is third.", by="Li Lei", method="human"),
    Unit(source="丁是一项 戊是另一项", target="Four is an item Five is another", by="engine"),
    Unit(source="庚说两遍。", target="Seven twice.", by="engine"),
    Unit(source="庚说两遍。", target="Seven, twice.", by="Li Lei", method="human"),
    Unit(source="壬是删掉的一段。", target="Nine was deleted.", by="Li Lei", method="human"),
)
TITLE: Final = Unit(source="标题", target="Title", by="engine")


def write(root: Path, body: str, twin: str | None, state: State, **front: Any) -> Project:
    """A project with one record."""
    made = Project(root=root)
    article = Article(lang="zh-Hans", title="标题", summary="摘要一句。")
    store.write_sheet(made.content, SLUG, article, body)
    if twin is not None:
        info = front.pop("info", TranslationInfo(by="engine"))
        translation = Translation(lang="en", title="Title", translation=info, **front)
        store.write_sheet(made.content, SLUG, translation, twin)
    store.write_state(made.content, SLUG, state)
    return made


def project(
    root: Path, *, info: TranslationInfo | None = None, units: tuple[Unit, ...] = UNITS
) -> Project:
    """One record, with a block in every state."""
    state = State(units=units, title=TITLE)
    return write(root, ORIGINAL, TWIN, state, info=info or TranslationInfo(by="engine"))


def bitext(made: Project, slug: str = SLUG) -> Bitext:
    record, findings = store.load(made.content, slug)
    assert findings == []
    assert record is not None
    return Bitext.of(record)


def now(made: Project) -> dict[str, Entry]:
    """The entries as they stand, by key."""
    return {entry.key: entry for entry in entries(bitext(made))}


def key(made: Project, source: str) -> str:
    """Key of the first entry with this original."""
    return next(entry.key for entry in entries(bitext(made)) if entry.source == source)


def snapshot(made: Project) -> dict[str, bytes]:
    """All bytes of ``content/``."""
    files = sorted(path for path in made.content.rglob("*") if path.is_file())
    return {made.relative(path): path.read_bytes() for path in files}


def export(made: Project, form: Form) -> bytes:
    loaded = content.load(made)
    assert loaded.findings == ()
    return leaving.export(loaded, leaving.chosen(loaded, (), None, []), form)


def edit_original(made: Project, change: Callable[[list[str]], list[str]]) -> None:
    record = bitext(made).record
    body = bodies.join(change(bodies.split(record.body)))
    store.write_sheet(made.content, record.slug, record.article, body)


Said = Literal["open", "done", "approved"]
_XLIFF1: Final = {"open": "needs-review-translation", "done": "translated", "approved": "final"}
_XLIFF2: Final = {"open": "initial", "done": "translated", "approved": "reviewed"}


@dataclass
class Tool:
    """A translator's tool with an exported file open."""

    made: Project
    form: Form
    file: Any = None
    path: Path = field(init=False)

    def __post_init__(self) -> None:
        self.path = self.made.root / f"file{SUFFIXES[self.form]}"
        self.path.write_bytes(export(self.made, self.form))
        if self.form == "po":
            self.file = polib.pofile(str(self.path))
        else:
            self.file = etree.parse(self.path)

    def say(self, key: str, text: str | None = None, mark: Said | None = None) -> None:
        """Write a translation, mark it, or both."""
        if self.form == "po":
            self._po(key, text, mark)
        else:
            self._xliff(key, text, mark)

    def _po(self, key: str, text: str | None, mark: Said | None) -> None:
        (entry,) = [one for one in self.file if one.msgctxt == f"{SLUG}/{key}"]
        entry.msgstr = entry.msgstr if text is None else text
        if mark is not None:
            entry.flags = ["fuzzy"] if mark == "open" else []

    def _xliff(self, key: str, text: str | None, mark: Said | None) -> None:
        (unit,) = self.file.xpath(f"//*[@id='{key}']")
        (source,) = unit.xpath(
            "./*[local-name()='source'] | ./*[local-name()='segment']/*[local-name()='source']"
        )
        target = source.getnext()
        if target is None:
            target = etree.SubElement(source.getparent(), source.tag.replace("source", "target"))
        target.text = target.text if text is None else text
        if mark is not None and self.form == "xliff-1.2":
            target.set("state", _XLIFF1[mark])
        elif mark is not None:
            source.getparent().set("state", _XLIFF2[mark])

    def save(self) -> None:
        if self.form == "po":
            self.file.save(str(self.path))
        else:
            self.file.write(self.path, encoding="UTF-8", xml_declaration=True)

    def give_back(self, by: str | None = "Li Lei", on: str = "2026-03-04") -> Report:
        """Save, and import."""
        self.save()
        return take_in(self.made, self.path, by, on)


def codes(report: Report) -> list[str]:
    return [finding.code for finding in report.findings]
