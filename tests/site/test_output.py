"""Building is reproducible and leaves alone what it did not make."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from diglot.problems import ContentError
from diglot.site.output import MANIFEST, write
from tests.ground import ROOT
from tests.site import samples
from tests.site.sites import Site, build_site, files


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return samples.write(tmp_path / "project")


def _times(folder: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}


def test_two_processes_build_the_same_to_the_byte(tmp_path: Path) -> None:
    """Hashes of strings differ between processes, and with them the order of sets."""
    seeds = ("1", "77")
    running = [subprocess.Popen(_build(tmp_path / s), env=_seeded(s), cwd=ROOT) for s in seeds]
    assert [process.wait(timeout=300) for process in running] == [0, 0]
    one, other = (files(tmp_path / seed) for seed in seeds)
    assert len(one) > 100
    assert one.keys() == other.keys()
    assert [name for name, data in one.items() if data != other[name]] == []


def _build(output: Path) -> list[str]:
    code = (
        "import sys; from pathlib import Path; from tests.site.sites import *;"
        "build_site(ROOT, Path(sys.argv[1]), ADDRESS)"
    )
    return [sys.executable, "-c", code, str(output)]


def _seeded(seed: str) -> dict[str, str]:
    path = os.pathsep.join(map(str, (ROOT, ROOT / "plugins")))
    return os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": path}


def test_building_again_writes_nothing(project: Path, tmp_path: Path) -> None:
    output = tmp_path / "output"
    first = build_site(project, output).written
    before = _times(output)
    second = build_site(project, output).written
    assert first.changed == first.total == second.total > 40
    assert (second.changed, second.removed) == (0, 0)
    assert _times(output) == before


def test_an_edit_rewrites_only_the_pages_that_show_it(project: Path, tmp_path: Path) -> None:
    output = tmp_path / "output"
    build_site(project, output)
    before = files(output)
    samples.edit(project, "en", ("stops here", "ends there"))
    written = build_site(project, output).written
    changed = {name for name, data in files(output).items() if before[name] != data}
    assert written.changed == len(changed)
    assert f"en/articles/{samples.SLUG}/index.html" in changed
    assert "zh/deals/index.html" not in changed


def test_pages_of_a_removed_record_vanish_and_foreign_files_stay(
    project: Path, tmp_path: Path
) -> None:
    output = tmp_path / "output"
    build_site(project, output)
    foreign = [output / "CNAME", output / "zh" / "companies" / "tencent" / "own.txt"]
    for path in foreign:
        path.write_text("mine")
    for path in (project / "content" / "articles").iterdir():
        path.unlink()
    result = build_site(project, output)
    left = files(output)
    assert result.records == 0
    assert not [name for name in left if samples.SLUG in name]
    assert not (output / "both").exists()
    assert not (output / "en" / "companies" / "tencent").exists()
    assert [path.read_text() for path in foreign] == ["mine", "mine"]
    assert {p.name for p in foreign[1].parent.iterdir()} == {"own.txt"}
    assert "zh/index.html" in left


@pytest.mark.parametrize("manifest", ["", "{", '{"a": 1}', "[1, null]", "\x00", None])
def test_a_corrupt_manifest_prunes_nothing(tmp_path: Path, manifest: str | None) -> None:
    write(tmp_path, [("old/index.html", b"old")])
    if manifest is None:
        (tmp_path / MANIFEST).unlink()
    else:
        (tmp_path / MANIFEST).write_text(manifest)
    written = write(tmp_path, [("new/index.html", b"new")])
    assert written.removed == 0
    assert files(tmp_path)["old/index.html"] == b"old"
    assert write(tmp_path, []).removed == 1


def test_a_manifest_that_is_not_text_prunes_nothing(tmp_path: Path) -> None:
    write(tmp_path, [("old/index.html", b"old")])
    (tmp_path / MANIFEST).write_bytes(b"\xff\xfe\x00")
    assert write(tmp_path, []).removed == 0


def test_a_manifest_never_reaches_outside_the_output(tmp_path: Path) -> None:
    output, outside = tmp_path / "output", tmp_path / "precious"
    write(output, [("index.html", b"")])
    outside.write_text("mine")
    (output / MANIFEST).write_text(f'["../precious", "{outside}"]')
    write(output, [("index.html", b"")])
    assert outside.read_text() == "mine"


@pytest.mark.parametrize("path", ["../precious", "a/../../precious", "/{outside}"])
def test_a_path_that_leaves_the_output_is_refused_and_stops_no_other_file(
    tmp_path: Path, path: str
) -> None:
    output, outside = tmp_path / "output", tmp_path / "precious"
    outside.write_text("mine")
    escaping = path.format(outside=str(outside).lstrip("/"))
    with pytest.raises(ContentError) as caught:
        write(output, [(escaping, b"theirs"), ("index.html", b"page")])
    (finding,) = caught.value.findings
    assert finding.path == escaping
    assert outside.read_text() == "mine"
    assert files(output)["index.html"] == b"page"


@pytest.mark.parametrize("key", ["nobody", "../../../../evil"])
def test_an_id_no_registry_has_makes_no_page(project: Path, tmp_path: Path, key: str) -> None:
    output = tmp_path / "site" / "deep" / "output"
    samples.edit(project, "zh", ("companies:\n", f"companies:\n- {{id: {key}, as: [首段]}}\n"))
    build_site(project, output)
    made = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*evil*")}
    assert made == set()
    assert "zh/companies/nobody/index.html" not in files(output)


def test_a_manifest_prunes_what_it_lists_and_the_folders_left_empty(tmp_path: Path) -> None:
    write(tmp_path, [("a/b/c.html", b"c"), ("a/d.html", b"d")])
    assert write(tmp_path, [("a/d.html", b"d")]).removed == 1
    assert {p.name for p in (tmp_path / "a").iterdir()} == {"d.html"}


def test_style_and_script_have_names_that_change_with_their_content(built: Site) -> None:
    names = {name for name in built.files if name.endswith((".css", ".js"))}
    own = [
        path for path in (ROOT / "themes/desk/static").rglob("*") if path.suffix in (".css", ".js")
    ]
    assert len(names) == len(own) > 1
    for name in names:
        assert len(name.split(".")[-2]) == 8, name
    asked = set()
    for page in built.pages.values():
        linked = names & {built.file(link.target) for link in page.links}
        assert len(linked) >= 2, page.file  # style and desk
        asked |= linked
    assert asked == names


def test_the_host_is_told_not_to_run_jekyll(built: Site) -> None:
    assert built.files[".nojekyll"] == b""
