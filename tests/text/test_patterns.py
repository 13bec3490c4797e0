"""Each pattern of the data stands beside an example of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from diglot.text.patterns import groups
from diglot.yamlfile import data


def _rows(value: Any) -> Iterator[dict[str, str]]:
    if isinstance(value, dict) and "pattern" in value:
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _rows(item)


ROWS = [(name, row) for name in ("chrome", "metadata", "headings") for row in _rows(data(name))]


@pytest.mark.parametrize(
    ("name", "row"), ROWS, ids=lambda v: v["example"] if isinstance(v, dict) else v
)
def test_a_pattern_matches_its_example(name: str, row: dict[str, str]) -> None:
    example = row.get("before", "") + row["example"]
    if name == "headings":
        assert re.search(row["pattern"], example)
    elif row["pattern"].endswith("))"):
        assert re.match(row["pattern"], example + "A", re.IGNORECASE)
    else:
        assert re.fullmatch(row["pattern"], example, re.IGNORECASE)


def test_every_reason_stands_once() -> None:
    reasons = [group.reason for group in groups()]
    assert len(reasons) == len(set(reasons))


@pytest.mark.parametrize(
    "line",
    [
        "东风汽车与腾讯在武汉签署战略合作协议，双方将在智能网联汽车领域开展深入合作。",
        "用户打开手机应用即可叫到无人驾驶出租车，全程没有安全员，这样的服务已在三座城市运行。",
        "分析人士提示，投资者应当注意这家公司在海外市场面临的专利侵权诉讼及其可能的赔偿。",
        "The company said its drivers can share this data with partners that use it for maps.",
        "For years, the carmaker had visited suppliers in Europe to contact them about batteries.",
        "Home-grown chips are the next thing that Chinese carmakers want to have under control.",
        "腾讯（00700.HK）与广汽集团（601238.SH）的合作由来已久，双方都从中得到了好处。",
    ],
)
def test_a_sentence_of_an_article_is_no_chrome(line: str) -> None:
    from diglot.text.parts import classify

    assert classify(line) == ()
