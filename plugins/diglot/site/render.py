"""Views to HTML: Jinja with autoescape and StrictUndefined, messages of each language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from gettext import NullTranslations
from pathlib import Path
from typing import Any, Final

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket

from diglot.languages import SIDES, Side
from diglot.site import typesetting
from diglot.site.views import Page, Site

OPTIONS: Final[dict[str, Any]] = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "extensions": ["jinja2.ext.i18n"],
}
"""What the templates rely on."""


class _Compiled(BytecodeCache):
    """Templates compiled once in a process, for both languages and every later build.

    Jinja keys them by name and file and throws away what is not of the file's present text.
    """

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._code:
            bucket.bytecode_from_string(self._code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._code[bucket.key] = bucket.bytecode_to_string()


_COMPILED: Final = _Compiled()


@dataclass(frozen=True, slots=True)
class Renderer:
    """Renders a view with the template of its page kind, in the language of its page."""

    environments: Mapping[Side, Environment]
    site: Mapping[Side, Site]

    def html(self, page: Page, view: object) -> bytes:
        """The page as UTF-8."""
        template = self.environments[page.side].get_template(f"{page.kind}.html")
        text = template.render(page=page, view=view, site=self.site[page.side])
        return (text.rstrip() + "\n").encode()

    def alone(self, name: str, side: Side, view: object) -> bytes:
        """A small page without the frame of the others, by a template."""
        template = self.environments[side].get_template(f"{name}.html")
        return (template.render(view=view, site=self.site[side]).rstrip() + "\n").encode()


def renderer(
    templates: Path,
    catalogues: Mapping[Side, NullTranslations],
    site: Mapping[Side, Site],
    known: frozenset[str],
) -> Renderer:
    """A renderer of the templates in a folder, with an environment for each language.

    Args:
        templates: The folder.
        catalogues: Messages.
        site: What all pages of a language share.
        known: Words that headings do not tear apart.
    """
    both = {f"_{side}": catalogues[side].gettext for side in SIDES}
    made: dict[Side, Environment] = {}
    for side in SIDES:
        loader = FileSystemLoader(templates)
        env = Environment(loader=loader, bytecode_cache=_COMPILED, **OPTIONS)  # noqa: S701  # autoescape is among them
        env.install_gettext_translations(catalogues[side], newstyle=True)  # type: ignore[attr-defined]  # by jinja2.ext.i18n
        env.globals.update(both)
        env.filters["phrases"] = partial(typesetting.phrases, known=known)
        made[side] = env
    return Renderer(made, site)
