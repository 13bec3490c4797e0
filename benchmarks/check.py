"""How fast `diglot check` is: `make bench-check`. It reports and asserts nothing.

The corpus is 1,000 records (or as many as the first argument says; a second one is the number of
warm rounds) with raw text, state and a whole
translation, made of the block pairs translations are tuned on: eight blocks of about 3 KB in all,
each with a number of its own, so that no two records are alike. The registry is the site's own.

Times are from the start of the command to its end, each in a process of its own: cold without any
cache, then warm, then warm after one record has changed and after a company has. On a busy machine
those by the clock are longer, those of the processors hardly.
"""

from __future__ import annotations

import json
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import Any, Final

from diglot import markdown, yamlfile
from diglot.config import Project
from diglot.model import TranslationInfo
from diglot.records import bodies, importer, state, store

ROOT: Final = Path(__file__).parents[1]
PAIRS: Final = ROOT / "tests" / "translation" / "pairs" / "tune"
BLOCKS: Final = 8
ROUNDS: Final = 3
Run = tuple[float, float, Counter[str]]
"""Seconds by the clock and of the processors, and how often what was found."""
Block = tuple[str, str]
"""Text of a paragraph in Chinese, and its translation."""


def main(argv: Sequence[str]) -> None:
    """Print the figures for so many records, of so many rounds."""
    count, rounds = (*map(int, argv), *(1000, ROUNDS)[len(argv) :])
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        corpus(root, count)
        print(f"corpus     {count} records, {_size(root) / 1e6:.1f} MB of texts")
        _report("cold", [_check(root)])
        _report("warm", [_check(root) for _ in range(rounds)])
        _touch(root / "content" / "articles", "*.zh.md", "\n\n再多一段。\n")
        _report("one record changed", [_check(root)])
        _touch(root / "content" / "companies", "acura.yml", "# changed\n")
        _report("one company changed", [_check(root)])


def _report(name: str, runs: Sequence[Run]) -> None:
    clock, busy, codes = min(runs, key=lambda run: run[0])
    told = ", ".join(f"{code} {count}" for code, count in codes.most_common(4))
    times = f"{clock:.2f} s by the clock, {busy:.2f} s of processors"
    print(f"{name:<20} {times} ({codes.total()} findings: {told})", flush=True)


def _check(root: Path) -> Run:
    """One run of the command."""
    env = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-m", "diglot", "--root", str(root), "check", "--format", "json"]
    start, before = perf_counter(), _busy()
    done = subprocess.run(command, capture_output=True, text=True, env=env, check=False)
    clock, busy = perf_counter() - start, _busy() - before
    found: list[dict[str, Any]] = json.loads(done.stdout)["findings"]
    return clock, busy, Counter(one["code"] for one in found)


def _busy() -> float:
    """Processor seconds of all processes started and ended so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _size(root: Path) -> int:
    return sum(path.stat().st_size for path in (root / "content" / "articles").iterdir())


def _touch(folder: Path, pattern: str, more: str) -> None:
    path = next(iter(sorted(folder.glob(pattern))))
    path.write_text(path.read_text("utf-8") + more, encoding="utf-8")


def corpus(root: Path, count: int) -> None:
    """Write a project of so many records."""
    for name in ("companies", "themes", "glossary"):
        shutil.copytree(ROOT / "content" / name, root / "content" / name)
    blocks, dice = list(_blocks()), random.Random(1)  # noqa: S311  # no secret
    chosen: dict[str, list[Block]] = {}
    (root / "seeds").mkdir()
    for number in range(count):
        path = f"seeds/{number:05}.txt"
        chosen[path] = [_numbered(block, dice) for block in dice.sample(blocks, BLOCKS)]
        text = "\n\n".join(["合作消息", *(zh for zh, _ in chosen[path])])
        (root / path).write_text(f"{text}\n", encoding="utf-8")
    project = Project(root=root)
    importer.import_seeds(project)
    for record in store.load_all(project.content).records:
        if record.state is not None:
            _translate(project, record, record.state, chosen[record.state.seed_path])


def _blocks() -> Iterator[Block]:
    for path in sorted(PAIRS.glob("*.yml")):
        data = yamlfile.load(path.read_text("utf-8"))
        if data["source"] == "zh-Hans":
            for pair in data["pairs"]:
                if pair["kind"] == "paragraph":
                    yield "".join(pair["source"]), " ".join(pair["target"])


def _numbered(block: Block, dice: random.Random) -> Block:
    number = dice.randrange(10**6)
    return f"{block[0]}共有{number}名用户。", f"{block[1]} There are {number} users."


def _translate(
    project: Project, record: store.Record, memory: state.State, blocks: Sequence[Block]
) -> None:
    """Give a record the translation of its blocks, by what they end with."""
    if record.translation is None:
        return
    twins = dict(blocks)
    sources = [node.plain for node in markdown.parse(record.body)]
    targets = [twins.get(text, "A heading.") for text in sources]
    info = TranslationInfo(by="Li", method="human")
    front = replace(record.translation, title="News of a partnership", translation=info)
    own = replace(record.article, summary="")  # which no pair has a translation of
    store.write_sheet(project.content, record.slug, own, record.body)
    body = bodies.join([markdown.escape(text) for text in targets])
    store.write_sheet(project.content, record.slug, front, body)
    units = tuple(
        state.Unit(source=source, target=target, by="Li", method="human")
        for source, target in zip(sources, targets, strict=True)
    )
    store.write_state(project.content, record.slug, replace(memory, units=units))


if __name__ == "__main__":
    main(sys.argv[1:])
