"""A small project whose records are there to be searched for."""

from __future__ import annotations

from pathlib import Path

from tests.ground import KINDS

REGISTRY = {
    "companies/dongfeng.yml": "name: {zh: 东风汽车, en: Dongfeng Motor}\n"
    "aliases: {zh: [东风], en: [Dongfeng]}\nkind: carmaker\n",
    "companies/tencent.yml": "name: {zh: 腾讯, en: Tencent}\nkind: technology\n",
    "companies/baidu.yml": "name: {zh: 百度, en: Baidu}\nkind: technology\n",
    "themes/smart_cockpit.yml": "name: {zh: 智能座舱, en: Smart cockpit}\n",
    "glossary/kinds.yml": KINDS.read_text("utf-8"),
}
HEAD = """\
---
lang: {lang}
title: {title}
summary: {summary}
{more}---

{body}
"""
ORIGINALS = {
    # Only Chinese, and says 东风 only.
    "2021-03-01-dongfeng.zh": (
        "zh-Hans",
        "东风迈入新阶段",
        "东风谈合作。",
        "published: {date: 2021-03-01}\ncompanies:\n- {id: dongfeng, central: true, as: [东风]}\n",
        "东风在武汉与伙伴签署战略合作协议。双方将在下一阶段共建工厂。\n\n这一车型举世无双。",
    ),
    # Only English, and says Dongfeng only.
    "2022-05-02-dongfeng.en": (
        "en",
        "Dongfeng opens a plant",
        "Dongfeng opened it on Monday.",
        "published: {date: 2022-05-02}\ncompanies:\n"
        "- {id: dongfeng, central: true, as: [Dongfeng]}\n",
        "Dongfeng signed two papers with its suppliers. A café was opened too.",
    ),
    # In both languages; the original is English.
    "2023-07-03-tencent-baidu.en": (
        "en",
        "Tencent and Baidu work on the cockpit",
        "Both want AI models and 5G in cars.",
        "published: {date: 2023-07-03}\ncompanies:\n"
        "- {id: tencent, central: true, as: [Tencent]}\n- {id: baidu, central: true, as: [Baidu]}\n"
        "themes:\n- {id: smart_cockpit, evidence: [cockpit]}\n",
        "Tencent brings its large AI model to the cockpit. Baidu adds ５Ｇ maps.\n\n"
        "Nothing else is known.",
    ),
    # Traditional script, no date.
    "undated-tencent.zh": (
        "zh-Hant",
        "騰訊與車廠談智慧座艙",
        "騰訊談座艙。",
        "companies:\n- {id: tencent, central: true, as: [騰訊]}\n",
        "騰訊發佈車聯網方案。",
    ),
    "2020-01-04-baidu.zh": (
        "zh-Hans",
        "百度只给链接",
        "摘要不可见。",
        "rights: link\nsource: {url: 'https://news.example.com/1'}\npublished: {date: 2020-01-04}\n"
        "companies:\n- {id: baidu, central: true, as: [百度]}\n",
        "隐藏的第一段。\n\n隐藏的第二段。",
    ),
    "2020-02-05-baidu.zh": (
        "zh-Hans",
        "百度只给节选",
        "节选的摘要。",
        "rights: excerpt\nsource: {url: 'https://news.example.com/2'}\n"
        "published: {date: 2020-02-05}\ncompanies:\n- {id: baidu, central: true, as: [百度]}\n",
        "可见的首段。\n\n遮蔽的次段。",
    ),
}
TRANSLATIONS = {
    "2023-07-03-tencent-baidu.zh": (
        "zh-Hans",
        "腾讯与百度合作座舱",
        "双方要把AI模型和5G带上车。",
        "translation: {by: language-model}\n",
        "腾讯把AI大模型带进座舱。百度加上5G地图。\n\n其他情况不详。",
    ),
}


def write(root: Path) -> Path:
    """Write the project below a folder."""
    texts = dict(REGISTRY)
    for name, (lang, title, summary, more, body) in (ORIGINALS | TRANSLATIONS).items():
        texts[f"articles/{name}.md"] = HEAD.format(
            lang=lang, title=title, summary=summary, more=more, body=body
        )
    for name, text in texts.items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root
