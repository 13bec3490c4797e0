"""The reference of views, made from the code: what a class, its fields and docstrings say.

`make golden` writes it anew; `test_documented.py` holds the committed page to the code.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.ground import ROOT

PACKAGE: Final = ROOT / "plugins" / "diglot"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a dataclass, as its source has it."""

    name: str
    type: str
    default: str | None
    doc: str


@dataclass(frozen=True, slots=True)
class Described:
    """A dataclass with the docstrings of its own and of its fields."""

    name: str
    doc: str
    fields: tuple[Field, ...]


def described(source: Path) -> tuple[Described, ...]:
    """The dataclasses of a module, in its order."""
    tree = ast.parse(source.read_text("utf-8"))
    return tuple(
        Described(node.name, ast.get_docstring(node) or "", tuple(_fields(node)))
        for node in tree.body
        if isinstance(node, ast.ClassDef) and "dataclass" in ast.dump(ast.List(node.decorator_list))
    )


def _fields(node: ast.ClassDef) -> Iterator[Field]:
    following = [*node.body[1:], None]
    for statement, below in zip(node.body, following, strict=True):
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            value = None if statement.value is None else ast.unparse(statement.value)
            type_ = ast.unparse(statement.annotation)
            yield Field(statement.target.id, type_, value, _docstring(below))


def _docstring(statement: ast.stmt | None) -> str:
    """Text of a docstring under a field; empty where there is none."""
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
        return " ".join(str(statement.value.value).split())
    return ""


def view_classes() -> tuple[Described, ...]:
    """The views, module by module, the frame first."""
    modules = (
        "frame", "parts", "facts", "texts", "pictures", "networks", "indexes", "subjects", "dates",
        "data", "terms", "search", "special", "review",
    )  # fmt: skip
    folder = PACKAGE / "site" / "views"
    assert {path.stem for path in folder.glob("*.py")} == {*modules, "__init__"}
    return tuple(view for name in modules for view in described(folder / f"{name}.py"))


VIEWS_HEAD: Final = """\
# Views: what templates see

Made from `plugins/diglot/site/views/`; do not edit by hand.

A template receives `page` ([Page](#page)), `site` ([Site](#site)) and `view`, one of the views
below, according to the page's kind. Text is plain and is escaped by Jinja; fields of type `Markup`
are HTML that is safe already. Every `href` is ready to print. A field or value a template names
and a view does not have ends the build (StrictUndefined), so this list is complete.
"""


COMMON: Final = {
    "author": "As the text names the author; None when it does not.",
    "central": "Whether title, lead or main deal is about the company.",
    "companies": "Names of the central companies, as a list in the page's language.",
    "count": "How many records it has.",
    "counts": "How many there are, as a sentence.",
    "coverage_head": "Column heads of the table of coverage.",
    "current": "Whether it is the page itself.",
    "deals_count": "How many deals the groups hold.",
    "description": "One or two sentences about it; empty if none.",
    "en": "The English name.",
    "facing_href": "The page of facing texts.",
    "first": "First year of the axis.",
    "heading": "What the page's main heading says.",
    "heading: bool": "Whether it is a heading.",
    "href": "Where it leads; None: no link.",
    "hreflang": "BCP 47 tag, or `x-default`.",
    "html": "The text as HTML.",
    "icon": "Address of the icon.",
    "id": "Id in the registry, or of the element.",
    "intro": "A sentence below the heading.",
    "key": "Stable key, for CSS and fragments.",
    "kind": "Kind of block.",
    "kind_label": "Kind of deal, in the page's language.",
    "label": "Ready to print, in the page's language.",
    "lang": "BCP 47 tag of the text.",
    "name": "The site's name.",
    "note": "A short remark; empty if none.",
    "number": "1-based position in the text.",
    "og_locale": "Open Graph locale, such as `zh_CN`.",
    "og_type": "Open Graph type.",
    "original": "Language of the original.",
    "precision": "How exactly the date is stated.",
    "publisher": "As the text names the publisher; None when it does not.",
    "rights_sentence": "Why the text is shortened and where the whole is; empty when it is whole.",
    "role": "Office; empty if none is stated.",
    "role_lang": "BCP 47 tag of `role` where it is not the page's language.",
    "score_head": "Column heads of the table of corrections.",
    "seen_en": "Surface forms in English texts, as a list; empty if none.",
    "side": "Language of the site: `zh` or `en`.",
    "sign": "Sign of the addition, such as `+`.",
    "source_href": "Address of the original publication, if known.",
    "state_sentence": "Who made the translation, how much is reviewed, stale or missing.",
    "status": "“proposed” or “denied” in the page's language; empty when simply reported.",
    "stylesheet": "Address of the style sheet.",
    "summary": "One or two sentences; empty if none.",
    "summary_lang": "BCP 47 tag of `summary` where it is not the page's language.",
    "supplied": "Whether Diglot or an editor made the title, so that it stands in brackets.",
    "tagline_en": "The site in one sentence, in English.",
    "tagline_zh": "The site in one sentence, in Chinese.",
    "text": "The words themselves.",
    "ticks": "Labels of the axis.",
    "title": "Title in its own language.",
    "twin": "The same in the other language, if it differs.",
    "twin_lang": "BCP 47 tag of `twin`.",
    "value": "Ready to print.",
    "changed": "What changed in the original; None unless the block is out of date.",
    "company_head": "Column heads of the coverage by company.",
    "example": "A sentence.",
    "groups": "Terms by kind.",
    "terms": "In the order of the page's language.",
    "years": "How many years the axis spans.",
    "zh": "The Chinese name.",
}
"""What a field of this name means wherever its view does not say more."""


def views_page() -> str:
    """``docs/reference/views.md``."""
    views = view_classes()
    known = {view.name: view for view in views}
    return "\n".join([VIEWS_HEAD, *(_section(view, known) for view in views)])


def _section(view: Described, known: dict[str, Described]) -> str:
    head = [
        f"## {view.name}",
        "",
        _code(view.doc),
        "",
        "| field | type | meaning |",
        "|---|---|---|",
    ]
    return "\n".join([*head, *(_row(field, known) for field in view.fields), ""])


def _row(field: Field, known: dict[str, Described]) -> str:
    default = "" if field.default is None else f" Default `{field.default}`."
    meaning = f"{_code(meaning_of(field, known))}{default}".strip()
    return f"| `{field.name}` | {_type(field.type, known)} | {_cell(meaning)} |"


def meaning_of(field: Field, known: dict[str, Described]) -> str:
    """The field's docstring, else that of the view it holds, else what its name always means."""
    if field.doc:
        return field.doc
    inner = next((name for name in re.findall(r"\w+", field.type) if name in known), None)
    if inner:
        return known[inner].doc.splitlines()[0]
    return COMMON.get(f"{field.name}: {field.type}", COMMON.get(field.name, ""))


def _type(text: str, known: dict[str, Described]) -> str:
    """The type, linked to the view it names."""
    inner = next((name for name in re.findall(r"\w+", text) if name in known), None)
    code = f"`{_cell(text)}`"
    return f"[{code}](#{inner.lower()})" if inner else code


def _code(text: str) -> str:
    """Docstring markup as Markdown's."""
    return re.sub(r"``(.+?)``", r"`\1`", text)


def _cell(text: str) -> str:
    return text.replace("|", r"\|")
