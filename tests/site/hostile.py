"""A project whose every text tries to break out of the file it is written into."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from tests.site import searched

SLUG: Final = "2023-07-03-tencent-baidu"
ESCAPE: Final = "</script><img src=x onerror=alert(1)>\"'&{{7*7}}]]>"
BODY: Final = f"{ESCAPE} <script>alert(2)</script> [a](javascript:alert(3)) <a onclick=alert(4)>"


def write(root: Path) -> Path:
    """Write the project below a folder."""
    content = searched.write(root) / "content"
    bad = _quoted(ESCAPE)
    (content / "companies/tencent.yml").write_text(
        f"name: {{zh: {_quoted('腾讯' + ESCAPE)}, en: {_quoted('Tencent' + ESCAPE)}}}\n"
        f"aliases: {{zh: [{_quoted('企鹅' + ESCAPE)}], en: [Tencent]}}\n"
        f"kind: technology\ndescription: {{zh: {bad}, en: {bad}}}\n",
        encoding="utf-8",
    )
    (content / "glossary/kinds.yml").write_text(
        f"technology:\n  name: {{zh: {bad}, en: {bad}}}\n  plural: {{zh: {bad}, en: {bad}}}\n"
        f"carmaker:\n  name: {{zh: {bad}, en: {bad}}}\n  plural: {{zh: {bad}, en: {bad}}}\n",
        encoding="utf-8",
    )
    (content / "themes/smart_cockpit.yml").write_text(
        f"name: {{zh: {_quoted('座舱' + ESCAPE)}, en: {_quoted('Cockpit' + ESCAPE)}}}\n",
        encoding="utf-8",
    )
    _edit(
        content / f"articles/{SLUG}.en.md",
        {
            "title: Tencent and Baidu work on the cockpit": f"title: {_quoted('Ti' + ESCAPE)}",
            "summary: Both want AI models and 5G in cars.": f"summary: {_quoted('Su' + ESCAPE)}\n"
            f"source: {{publisher: {_quoted('P' + ESCAPE)}, author: {_quoted('Au' + ESCAPE)}, "
            'url: "https://example.org/?b=1&c=%22%3E"}',
            "themes:\n": "deals:\n- {kind: supply, parties: [tencent, baidu], date: 2023-07-03,"
            f" evidence: [{_quoted('Tencent brings ' + ESCAPE)}]}}\nthemes:\n",
            "Tencent brings its": f"Tencent brings {BODY} its",
        },
    )
    _edit(
        content / f"articles/{SLUG}.zh.md",
        {
            "title: 腾讯与百度合作座舱": f"title: {_quoted('题' + ESCAPE)}",
            "腾讯把AI": f"腾讯把{BODY}AI",
        },
    )
    return root


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _edit(path: Path, changes: dict[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    for before, after in changes.items():
        assert before in text
        text = text.replace(before, after, 1)
    path.write_text(text, encoding="utf-8")
