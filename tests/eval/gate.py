"""Scores extraction on the evaluation sets, and keeps the floors it may not fall below.

    python -m tests.eval.gate score     both tables and the totals
    python -m tests.eval.gate floors    raise the floors and write the scorecard

In the manner of trafilatura's ``eval_gate``: figures are pinned per set and metric in
``floors.yml``; `test_floors.py` fails below them, and only `make floors` moves them, upwards.
"""

from __future__ import annotations

import json
import math
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import yaml

from diglot import cli
from diglot.cli.base import Findings
from tests.eval import score

HERE: Final = Path(__file__).parent
ROOT: Final = HERE.parents[1]
SHARED: Final = ROOT.parent / "shared" / "eval"
FLOORS: Final = HERE / "floors.yml"
SCORECARD: Final = ROOT / "plugins" / "diglot" / "data" / "scorecard.yml"
MARGIN: Final = 0.005
"""How far below the figure of the day a floor is set."""
Figures = dict[str, float]
Floors = dict[str, dict[str, float]]

HEAD_FLOORS: Final = """\
# Figures extraction may not fall below, by set of texts and metric (see README.md beside it).
# `make floors` raises them to the figures of the day less a margin; it never lowers one. Where an
# answer was corrected and a floor is out of reach, take it out by hand and say so in the commit.
"""
HEAD_CARD: Final = """\
# Extraction scored on texts whose answers are known, for the about page; `make floors` writes it.
# A set `held_out` (texts never looked at in development) may be added by hand and is kept.
"""


def folder(name: str) -> Path:
    """Gold of a set: the shared one where it is present, else the copy beside this file."""
    shared = SHARED / name
    return shared if shared.is_dir() else HERE / name


def texts(name: str) -> Path:
    """Folder of a set's raw texts."""
    return ROOT / "seeds" if name == "seeds" else folder(name)


def evaluate(names: Iterable[str]) -> dict[str, Any]:
    """The scorer's report for each set, after one run of `diglot extract` over all of them."""
    sets = list(names)
    golds = {name: score.load(folder(name)) for name in sets}
    stems = [stem for name in sets for stem in golds[name]]
    assert len(stems) == len(set(stems)), "two sets have a text of the same name"
    with tempfile.TemporaryDirectory() as out:
        paths = [texts(name) / f"{stem}.txt" for name in sets for stem in golds[name]]
        _extract(paths, Path(out))
        found = score.load(Path(out))
    return {
        name: score.evaluate(gold, found, score.load_texts(texts(name), gold))
        for name, gold in golds.items()
    }


def _extract(paths: list[Path], out: Path) -> None:
    words = ["--root", str(ROOT), "extract", *map(str, paths), "--out", str(out)]
    try:
        cli.main(words, standalone_mode=False)
    except Findings as findings:
        findings.show()


def figures(report: Mapping[str, Any]) -> Figures:
    """Metric to figure over all documents, the total included."""
    found = {m: score.figure(report["all"][m]) for m in score.METRICS}
    return {m: x for m, x in found.items() if x is not None} | {"total": float(report["score"])}


def floors() -> Floors:
    """The floors as they are pinned."""
    found: Floors = yaml.safe_load(FLOORS.read_text("utf-8"))
    return {name: dict(metrics or {}) for name, metrics in found.items()}


def fallen(pinned: Mapping[str, float], now: Mapping[str, float]) -> list[str]:
    """One line for each metric below its floor."""
    return [
        f"{metric}: floor {floor:.3f}, now {now.get(metric, 0.0):.3f}"
        for metric, floor in pinned.items()
        if now.get(metric, 0.0) < floor
    ]


def raised(pinned: Mapping[str, float], now: Mapping[str, float]) -> dict[str, float]:
    """Floors after raising: never lower than before."""
    fresh = {metric: math.floor((x - MARGIN) * 1000) / 1000 for metric, x in now.items()}
    return {metric: max(fresh.get(metric, 0.0), pinned.get(metric, 0.0)) for metric in fresh}


def card(reports: Mapping[str, Any], old: Mapping[str, Any], today: str) -> dict[str, Any]:
    """The scorecard; a set of held-out texts is taken over from the old one."""
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    sets = {
        name: {"documents": report["documents"]}
        | {metric: f"{x:.3f}" for metric, x in figures(report).items()}
        for name, report in reports.items()
    }
    kept = old.get("sets", {}).get("held_out")
    return {"date": today, "version": version, "sets": sets | ({"held_out": kept} if kept else {})}


def write_floors() -> None:
    """What `make floors` does."""
    pinned = floors()
    reports = evaluate(pinned)
    for name, report in reports.items():
        pinned[name] = raised(pinned[name], figures(report))
    _write(FLOORS, HEAD_FLOORS, pinned)
    old = yaml.safe_load(SCORECARD.read_text("utf-8")) if SCORECARD.is_file() else {}
    today = datetime.now(UTC).date().isoformat()
    _write(SCORECARD, HEAD_CARD, card(reports, old or {}, today))


def _write(path: Path, head: str, value: Any) -> None:
    text = yaml.safe_dump(value, allow_unicode=True, sort_keys=False)
    path.write_text(head + text, encoding="utf-8")


def print_scores() -> None:
    """What `make score` does."""
    reports = evaluate(floors())
    for name, report in reports.items():
        print(f"\n{name} ({folder(name)})")
        score.show(report)
    totals = ", ".join(f"{name} {report['score']:.3f}" for name, report in reports.items())
    print(f"\ntotals: {totals}")


COMMANDS: Final = {"score": print_scores, "floors": write_floors}

if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in COMMANDS:
        sys.exit(json.dumps(sorted(COMMANDS)))
    COMMANDS[sys.argv[1]]()
