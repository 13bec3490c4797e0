"""What tests of every layer stand on: the project's own folder, and a small registry."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
KINDS: Final = ROOT / "content" / "glossary" / "kinds.yml"
"""The kinds of companies, without which no registry can be read."""
REGISTRY: Final[Mapping[str, str]] = {
    "companies/tencent.yml": "name: {zh: 腾讯, en: Tencent}\nkind: technology\n",
    "companies/dongfeng.yml": "name: {zh: 东风汽车, en: Dongfeng Motor}\nkind: carmaker\n"
    "aliases: {zh: [东风, 东风汽车集团], en: [Dongfeng]}\n",
    "themes/smart_cockpit.yml": "name: {zh: 智能座舱, en: Smart cockpit}\n"
    "cues: {zh: [智能座舱], en: [smart cockpit]}\n",
    "glossary/places.yml": "wuhan:\n  name: {zh: 武汉, en: Wuhan}\n",
    "glossary/kinds.yml": KINDS.read_text("utf-8"),
}
"""Text of each file, by its path below ``content/``."""
