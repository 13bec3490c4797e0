"""How fast tellings are joined to deals: `python benchmarks/alliances.py [SHARE]`.

It reports and asserts nothing. Times are of the processor, of one core, the best of three. The
dates are those records give: days, months, years, days without a year, none.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from time import process_time
from typing import Final

sys.path.insert(0, str(Path(__file__).parents[1]))

from diglot.deals.alliances import alliances
from diglot.deals.told import ToldDeal
from tests.deals.test_alliances import telling

KINDS: Final = ("supply", "order", "joint_venture", "strategic_cooperation")
COMPANIES: Final = tuple("abcdefghijklmnopqrstuvwxyz")


def main(argv: Sequence[str]) -> None:
    """Measure and print a table; an argument is the share of the tellings to measure with."""
    drawn = random.Random(5)  # noqa: S311  # no secret
    print(f"{'tellings':42} {'number':>7} {'deals':>7} {'seconds':>8}")
    for name, deals in _cases(drawn, float(argv[0]) if argv else 1).items():
        times = []
        for _ in range(3):
            start = process_time()
            found = alliances(deals)
            times.append(process_time() - start)
        print(f"{name:42} {len(deals):7,} {len(found):7,} {min(times):8.3f}")


def _cases(drawn: random.Random, share: float) -> dict[str, Sequence[ToldDeal]]:
    few, many = (round(share * number) for number in (1_000, 10_000))

    def day() -> str:
        return (date(2015, 1, 1) + timedelta(drawn.randrange(3650))).isoformat()

    def when() -> str | None:
        one = day()
        return drawn.choice([one, one, one, one[:7], one[:4], None, f"XXXX{one[4:]}"])

    def told(number: int, parties: Callable[[], Sequence[str]]) -> list[ToldDeal]:
        return [
            telling(
                f"r{n}",
                when(),
                published=day(),
                kind=drawn.choice(KINDS),
                parties=tuple(parties()),
            )
            for n in range(number)
        ]

    return {
        "of one pair of companies": told(few, lambda: "ab"),
        "of one company, its partner unnamed": told(few, lambda: "a"),
        "of one pair, all “in 2019”": [telling(f"r{n}", "2019") for n in range(few)],
        "of one pair, all undated": [telling(f"r{n}", published=day()) for n in range(few)],
        "of many sets of companies": told(
            many, lambda: drawn.sample(COMPANIES, drawn.choice([1, 2, 2, 3]))
        ),
    }


if __name__ == "__main__":
    main(sys.argv[1:])
