"""Scripts and style under the digest of what they hold; modules find each other under theirs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from graphlib import CycleError
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest

from diglot.site.assets import Asset, assets
from tests.site.sites import Site

ENTRY = (
    'import { a } from "./parts/a.js";\nimport {\n  b,\n} from "./b.js";\nlog(a, b, "./b.js");\n'
)
A = 'import "../b.js";\nexport const a = 1;\n'
B = "export const b = 2;\n"
SPECIFIER = re.compile(r'^(?:import|\} from|import .+ from) "([^"]+)";$', re.MULTILINE)


def made(theme: Path, **other: str) -> Mapping[str, Asset]:
    texts = {
        "entry.js": ENTRY,
        "parts/a.js": A,
        "b.js": B,
        "style.css": "a {}",
        "icon.svg": "<svg/>",
    }
    for name, text in (texts | other).items():
        path = theme / "static" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return assets(theme)


def imported(asset: Asset) -> list[str]:
    return [
        normpath(join(dirname(asset.path), target))
        for target in SPECIFIER.findall(asset.data.decode())
    ]


def test_a_module_imports_the_files_that_were_made(tmp_path: Path) -> None:
    found = made(tmp_path)
    entry, a, b = (found[name] for name in ("entry.js", "parts/a.js", "b.js"))
    assert re.fullmatch(r"static/parts/a\.[0-9a-f]{8}\.js", a.path)
    assert imported(entry) == [a.path, b.path]
    assert imported(a) == [b.path]
    assert set(entry.modules) == {a.path, b.path}
    assert entry.data.endswith(b'log(a, b, "./b.js");\n')  # no other text is touched


def test_what_a_module_needs_changes_its_name_and_no_others(tmp_path: Path) -> None:
    before = made(tmp_path / "before")
    after = made(tmp_path / "after", **{"parts/a.js": A + "// more\n"})
    changed = {name for name, asset in after.items() if asset.path != before[name].path}
    assert changed == {"entry.js", "parts/a.js"}


def test_other_files_are_as_they_are(tmp_path: Path) -> None:
    found = made(tmp_path)
    assert found["icon.svg"] == Asset("static/icon.svg", b"<svg/>", ())
    assert found["b.js"].data == B.encode()


def test_modules_in_a_circle_are_refused(tmp_path: Path) -> None:
    with pytest.raises(CycleError):
        made(tmp_path, **{"b.js": 'import "./entry.js";\n'})


def test_the_search_page_names_every_module_of_its_script(built: Site) -> None:
    for side in ("zh", "en"):
        root = built.pages[f"{side}/search/index.html"].root
        ahead = root.xpath("//link[@rel='modulepreload']/@href")
        (script,) = root.xpath("//script[@type='module']/@src")
        names = {href.removeprefix("/repo/") for href in (*ahead, script)}
        wanted = [imported(Asset(name, built.files[name], ())) for name in names]
        assert names == {script.removeprefix("/repo/"), *(name for some in wanted for name in some)}
        assert len(names) == len(ahead) + 1 > 5
