"""Extraction is as good as it has been: no figure falls below its floor."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.eval import gate

SETS = sorted(gate.floors())


@pytest.fixture(scope="module")
def reports() -> dict[str, Any]:
    """The scorer's reports, from one run over all sets."""
    return gate.evaluate(SETS)


@pytest.mark.parametrize("name", SETS)
def test_no_figure_falls_below_its_floor(name: str, reports: dict[str, Any]) -> None:
    pinned = gate.floors()[name]
    assert pinned, f"floors.yml has no figures for {name}; run make floors"
    fallen = gate.fallen(pinned, gate.figures(reports[name]))
    assert not fallen, f"{name} fell below its floors — " + "; ".join(fallen)


@pytest.mark.parametrize("name", SETS)
def test_every_text_of_a_set_gives_a_prediction(name: str, reports: dict[str, Any]) -> None:
    assert reports[name]["documents"]
    assert reports[name]["missing"] == []


def test_the_development_articles_and_the_founding_texts_have_floors() -> None:
    assert {"dev", "seeds"} <= set(SETS)


def test_the_copies_in_the_repository_suffice_without_the_shared_ones() -> None:
    for name in SETS:
        golds = gate.score.load(gate.HERE / name)
        folder = gate.ROOT / "seeds" if name == "seeds" else gate.HERE / name
        assert golds
        assert gate.score.load_texts(folder, golds).keys() == golds.keys()


def test_a_figure_below_its_floor_is_told_with_both_figures() -> None:
    pinned = {"title": 0.95, "people": 0.9}
    assert gate.fallen(pinned, {"title": 0.9321, "people": 0.9}) == [
        "title: floor 0.950, now 0.932"
    ]
    assert gate.fallen(pinned, {"people": 0.95}) == ["title: floor 0.950, now 0.000"]


def test_floors_are_raised_to_the_present_less_a_margin_and_never_lowered() -> None:
    now = {"title": 0.9876, "people": 0.8, "places": 0.7}
    assert gate.raised({"title": 0.9, "people": 0.85}, now) == {
        "title": 0.982,
        "people": 0.85,
        "places": 0.695,
    }


def test_the_scorecard_keeps_the_figures_of_held_out_texts() -> None:
    report = {"score": 0.5, "documents": 2, "all": dict.fromkeys(gate.score.METRICS, 0.25)}
    held = {"documents": "44", "total": "0.9"}
    made = gate.card({"dev": report}, {"sets": {"held_out": held, "old": {}}}, "2026-11-22")
    assert made["date"] == "2026-11-22"
    assert (
        made["sets"]["dev"] | {"documents": 2, "title": "0.250", "total": "0.500"}
        == (made["sets"]["dev"])
    )
    assert list(made["sets"]) == ["dev", "held_out"]
    assert made["sets"]["held_out"] == held


def test_what_is_wrong_with_a_text_is_told_and_stops_no_scoring(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gate._extract([tmp_path / "absent.txt"], tmp_path)
    assert "absent.txt:1:1:" in capsys.readouterr().err
