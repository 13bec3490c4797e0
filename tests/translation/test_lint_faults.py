"""Faults put into good translations are found, and good translations hardly ever alarm.

`pairs/README.md` tells which pairs the lint was tuned on and which only give the figures.
"""

from __future__ import annotations

import pytest

from tests.translation import lint_faults

LEAST = 0.95
MOST = 0.02


@pytest.mark.parametrize("put", lint_faults.FAULTS, ids=lambda put: put.__name__)
def test_95_of_100_faults_are_found(put: lint_faults.Put) -> None:
    assert lint_faults.detection("held", put) >= LEAST


def test_at_most_2_of_100_good_pairs_alarm() -> None:
    assert lint_faults.alarms("held") <= MOST
