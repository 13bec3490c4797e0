"""The configuration of the browser editor (Sveltia CMS), made from the models."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from diglot import authority, model
from diglot.authority import CompanyKind
from diglot.languages import SIDES, Lang, Side, other
from diglot.records import modeline, registry
from diglot.site.admin import fields, shapes
from diglot.site.admin.wording import Wording
from diglot.site.settings import Settings

Config = dict[str, Any]
ORIGINALS: Final[Mapping[Side, tuple[Lang, ...]]] = {"zh": ("zh-Hans", "zh-Hant"), "en": ("en",)}
"""Languages of an original, by the side its file belongs to."""
_PLACEHOLDER: Final = "local/project"
"""Stands for a repository where none is set: the editor then works on files of this computer."""
MOST: Final = 600
"""Entries of a glossary the editor lists at most: 700 take it 4 seconds to open, 1,500 take 45."""
_IN_BOTH: Final = frozenset({"title", "summary"})
"""Keys of an article that its translation has too."""


def config(
    settings: Settings, side: Side, listed: frozenset[str], kinds: Mapping[str, CompanyKind]
) -> Config:
    """The editor's configuration, with words of one language.

    Args:
        settings: Of the site.
        side: Language of the words.
        listed: Glossaries that are small enough for the editor (see `MOST`).
        kinds: Of companies.
    """
    word = Wording(side, listed, kinds)
    return {
        "load_config_file": False,
        "app_title": settings.site_name,
        "backend": _backend(settings),
        "media_folder": "content/media",
        "logo": {"src": f"{settings.base}static/icon.svg"},
        "show_preview_links": False,
        "editor": {"preview": False},
        "slug": {"encoding": "ascii", "lowercase": True},
        "i18n": {"structure": "multiple_files", "locales": list(SIDES), "default_locale": side},
        "collections": [
            *(_articles(own, word) for own in SIDES),
            *(_entries(name, word) for name in registry.FOLDERS),
            _glossary(word),
            _pages(word),
        ],
    }


def _backend(settings: Settings) -> Config:
    made = {"name": "github", "repo": settings.admin_repo or _PLACEHOLDER}
    if settings.admin_branch:
        made["branch"] = settings.admin_branch
    if settings.admin_auth:
        return made | {"base_url": settings.admin_auth}
    return made | {"auth_methods": ["token"]}


def _articles(own: Side, word: Wording) -> Config:
    """Originals of one side beside their translations."""
    keys = shapes.shape(model.Article)
    translated = [k for k in shapes.shape(model.Translation) if k.name in ("translation", "waive")]
    both = [fields.field(key, word, both=True) for key in keys if key.name in _IN_BOTH]
    facts = [_fact(key, own, word) for key in keys if key.name not in _IN_BOTH]
    return {
        "name": f"{own}_originals",
        "label": word(f"{own}_originals"),
        "icon": "article",
        "folder": "content/articles",
        "extension": "md",
        "format": f"diglot-{own}-frontmatter",
        "filter": {"field": "lang", "value": list(ORIGINALS[own])},
        "i18n": {
            "structure": "multiple_files",
            "locales": [own, other(own)],
            "default_locale": own,
            "initial_locales": "default",
        },
        "identifier_field": "title",
        "summary": "{{title}}",
        "slug": _slug(word("slug_hint"), fields.ID, word),
        "fields": [
            _carried(both=True),
            *both,
            _body(word, both=True),
            *fields.fields(translated, word, both=True),
            *facts,
        ],
    }


def _fact(key: shapes.Key, own: Side, word: Wording) -> fields.Field:
    made = fields.field(key, word)
    if key.name == "lang":
        options = [one for one in made["options"] if one["value"] in ORIGINALS[own]]
        made |= {"options": options, "default": ORIGINALS[own][0]}
    return made


def _entries(name: str, word: Wording) -> Config:
    """A registry of one file for each id."""
    made: Config = {
        "name": name,
        "label": word(name),
        "icon": "apartment" if name == "companies" else "sell",
        "folder": f"content/{name}",
        "extension": "yml",
        "format": f"diglot-{name}",
        "identifier_field": "name.en",
        "summary": "{{name.zh}} {{name.en}} ({{slug}})",
        "slug": _slug(word("id_hint"), fields.id_form(name), word),
        "fields": [
            _carried(),
            *fields.fields(shapes.shape(registry.FOLDERS[name]), word),
        ],
    }
    if registry.FOLDERS[name] is authority.Company:
        waits = {"label": word("waits"), "field": "proposed", "pattern": "true"}
        made["view_filters"] = [waits]
    return made


def _glossary(word: Wording) -> Config:
    return {
        "name": "glossary",
        "label": word("glossary"),
        "icon": "dictionary",
        "files": [
            _glossary_file(name, word) for name in registry.GLOSSARIES if name in word.listed
        ],
    }


def _glossary_file(name: str, word: Wording) -> Config:
    return {
        "name": name,
        "label": word(name),
        "file": f"content/glossary/{name}.yml",
        "format": f"diglot-{name}",
        "fields": [_carried(), _as_list(name, word)],
    }


def _as_list(name: str, word: Wording) -> fields.Field:
    key = {
        "name": "id",
        "label": word("id"),
        "hint": word("id_hint"),
        "widget": "string",
        "pattern": [fields.id_form(name), word("wrong_id")],
    }
    return {
        "name": "entries",
        "label": word(name),
        "label_singular": word("entry"),
        "widget": "list",
        "collapsed": True,
        "add_to_top": True,
        "summary": "{{fields.name.zh}} {{fields.name.en}} ({{fields.id}})",
        "fields": [key, *fields.fields(shapes.shape(registry.GLOSSARIES[name]), word)],
    }


def _pages(word: Wording) -> Config:
    return {
        "name": "pages",
        "label": word("pages"),
        "icon": "description",
        "i18n": True,
        "files": [
            {
                "name": "about",
                "label": word("about"),
                "file": "content/pages/about.{{locale}}.md",
                "format": "diglot-page-frontmatter",
                "i18n": True,
                "fields": [_carried(both=True), _body(word, both=True)],
            }
        ],
    }


def _slug(hint: str, pattern: str, word: Wording) -> Config:
    return {"editable": ["create"], "hint": hint, "pattern": [pattern, word("wrong_id")]}


def _body(word: Wording, *, both: bool) -> fields.Field:
    """Markdown as text: an editor of rich text would write it anew from end to end."""
    return {
        "name": "body",
        "label": word("body"),
        "hint": word("body_hint"),
        "widget": "text",
        "required": False,
        "i18n": both,
    }


def _carried(*, both: bool = False) -> fields.Field:
    """The file as it was read, which ``formats.js`` changes where a field was changed."""
    return {"name": "_text", "widget": "hidden", "i18n": both}


def models() -> dict[str, dict[str, Any]]:
    """What ``formats.js`` needs of each kind of file: its keys, and a new one's first line."""
    classes = {
        "article": model.Article,
        "translation": model.Translation,
        **registry.FOLDERS,
        **registry.GLOSSARIES,
    }
    return {
        name: {"keys": shapes.as_json(shapes.shape(cls)), "first": modeline.modeline(cls)}
        for name, cls in classes.items()
    }
