"""A project of one small record, for tests that change it."""

from __future__ import annotations

from pathlib import Path

from tests.ground import KINDS

SLUG = "2025-09-28-dongfeng-tencent"
REGISTRY = {
    "companies/tencent.yml": "name: {zh: 腾讯, en: Tencent}\nkind: technology\n",
    "companies/dongfeng.yml": "name: {zh: 东风汽车, en: Dongfeng Motor}\nkind: carmaker\n",
    "themes/smart_cockpit.yml": "name: {zh: 智能座舱, en: Smart cockpit}\n",
    "glossary/kinds.yml": KINDS.read_text("utf-8"),
}
ZH = """\
---
lang: zh-Hans
title: 东风与腾讯签约
summary: 摘要说东风与腾讯签了约。
source:
  publisher: 每日经济新闻
  url: https://news.example.com/1
{rights}published: {{date: 2025-09-28, evidence: [2025年9月28日]}}
events:
- {{date: 2025-09-28, what: signing, evidence: [昨日]}}
companies:
- {{id: dongfeng, central: true, as: [东风]}}
- {{id: tencent, central: true, as: [腾讯]}}
deals:
- kind: strategic_cooperation
  parties: [dongfeng, tencent]
  date: 2025-09-28
  evidence: [签署战略协议]
  id: 2025-09-28-dongfeng-tencent-strategic-cooperation-dongfeng-tencent
themes:
- {{id: smart_cockpit, evidence: [座舱]}}
---

首段说，昨日东风与腾讯签署战略协议。首段还有第二句。

中段谈到座舱的做法。中段另有一句闲话。

末段讲了将来的打算。末段到此为止。
"""
EN = """\
---
lang: en
title: Dongfeng signs with Tencent
summary: The summary says that Dongfeng signed with Tencent.
translation: {by: language-model}
---

The opening says Dongfeng and Tencent signed a strategic agreement yesterday. The opening goes on.

The middle speaks of the cockpit. The middle adds an aside.

The ending tells of plans. The ending stops here.
"""
SUMMARY = ("摘要说东风与腾讯签了约", "The summary says that")
FIRST = ("首段还有第二句", "The opening goes on")
LATER = (
    "中段谈到座舱的做法", "中段另有一句闲话", "末段讲了将来的打算", "末段到此为止",
    "The middle speaks of the cockpit", "The middle adds an aside", "The ending tells of plans",
    "The ending stops here",
)  # fmt: skip


def edit(root: Path, side: str, *changes: tuple[str, str]) -> None:
    """Put other words into one of the record's files."""
    path = root / "content" / "articles" / f"{SLUG}.{side}.md"
    text = path.read_text("utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    path.write_text(text, "utf-8")


def write(root: Path, rights: str | None = None) -> Path:
    """Write the project below a folder; `rights` as the front matter says them."""
    said = f"rights: {rights}\n" if rights else ""
    texts = REGISTRY | {
        f"articles/{SLUG}.zh.md": ZH.format(rights=said),
        f"articles/{SLUG}.en.md": EN,
    }
    for name, text in texts.items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root
