"""A small project on disk, and what editors do to its files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from click.testing import CliRunner, Result

from diglot.cli import main
from diglot.config import Project
from diglot.languages import Side
from diglot.records import bodies, files, frontmatter, store
from diglot.records.importer import import_seeds
from diglot.translation.bitext import Bitext
from diglot.translation.engines.openai.settings import KEY as OPENAI_KEY
from tests.ground import REGISTRY
from tests.translation.engines.loopback import KEY, MODEL, Chat

CHINESE: Final = """\
东风汽车与腾讯签署战略合作协议

2025年9月28日，东风汽车与腾讯在武汉签署战略合作协议，双方将在多个领域展开合作。

根据协议，双方将共同开发智能座舱，并为车主提供云服务。

东风表示，首批车型将于明年上市，年产量预计达到9000辆。

业内人士认为，这一合作将加快汽车行业的数字化进程。
"""
ENGLISH: Final = """\
Dongfeng Motor and Tencent open a joint laboratory

On March 3, 2024, Dongfeng Motor and Tencent opened a joint laboratory in Wuhan.

The laboratory will work on the smart cockpit and on services for drivers.
"""
Blocks = list[str]


def project(root: Path, *seeds: str) -> Project:
    """A project with these texts imported."""
    for name, text in REGISTRY.items():
        files.write_text(root / "content" / name, text)
    for number, text in enumerate(seeds or (CHINESE,)):
        files.write_text(root / "seeds" / f"{number}.txt", text)
    made = Project(root=root)
    assert import_seeds(made).findings == []
    return made


def configure(root: Path, service: Chat, **values: Any) -> None:
    """Settings that use a chat service on loopback."""
    url = f"{service.url}/v1"
    options = {"base_url": url, "model": MODEL, "tries": 1, "backoff": 0.01, **values}
    files.write_text(root / "pelican.conf.py", f"DIGLOT_ENGINES = {{'openai': {options!r}}}\n")


def run(root: Path, *args: str, key: str = KEY, deepl_key: str = "") -> Result:
    """A command; it must not end in a traceback."""
    environ = {OPENAI_KEY: key, "DEEPL_API_KEY": deepl_key}
    result = CliRunner().invoke(main, ["--root", str(root), *args], env=environ)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def slugs(made: Project) -> list[str]:
    return [record.slug for record in store.load_all(made.content).records]


def bitext(made: Project, slug: str) -> Bitext:
    """A record as its files are now."""
    record, findings = store.load(made.content, slug)
    assert findings == []
    assert record is not None
    return Bitext.of(record)


def states(made: Project, slug: str) -> list[str]:
    return [pair.state for pair in bitext(made, slug).pairs]


def body(made: Project, slug: str, side: Side) -> Blocks:
    """The blocks of a file, in Markdown."""
    path = store.sheet_path(made.content, slug, side)
    return bodies.split(frontmatter.split(files.read_text(path)).body)


def edit(made: Project, slug: str, side: Side, change: Callable[[Blocks], Sequence[str]]) -> None:
    """Change the blocks of a file as an editor does, past everything Diglot knows."""
    path = store.sheet_path(made.content, slug, side)
    parts = frontmatter.split(files.read_text(path))
    text = bodies.join(list(change(bodies.split(parts.body))))
    path.write_text(frontmatter.join(parts.front, text), encoding="utf-8")


def put(place: int, text: str) -> Callable[[Blocks], Blocks]:
    """A change of one block."""
    return lambda blocks: [*blocks[:place], text, *blocks[place + 1 :]]
