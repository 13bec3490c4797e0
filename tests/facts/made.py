"""A small registry of companies, and documents of a few sentences, for tests of facts."""

from __future__ import annotations

from diglot.authority import (
    Company,
    Forms,
    KnownPerson,
    KnownPlace,
    Registry,
    Theme,
)
from diglot.facts.companies import Companies, find
from diglot.facts.extract import Extraction, extract
from diglot.facts.gazetteer import Gazetteer
from diglot.facts.reading import Reading, read, read_line
from diglot.languages import Lang
from diglot.model import Both
from diglot.text.document import Block, Document, Title
from diglot.text.language import detect
from diglot.text.ledger import Traced


def _company(zh: str, en: str, *more: str, **rest: object) -> Company:
    forms = Forms(
        zh=tuple(form for form in more if not form.isascii()),
        en=tuple(form for form in more if form.isascii()),
    )
    return Company(name=Both(zh=zh, en=en), aliases=forms, **rest)  # type: ignore[arg-type]


REGISTRY = Registry(
    companies={
        "dongfeng": _company(
            "东风汽车", "Dongfeng Motor", "东风", "Dongfeng", ambiguous=("东风",), kind="carmaker"
        ),
        "voyah": _company("岚图", "Voyah", "岚图汽车", kind="make", parent="dongfeng"),
        "tencent": _company("腾讯", "Tencent", ticker=("HKEX:0700",)),
        "xpeng": _company("小鹏汽车", "XPeng", "小鹏", kind="carmaker", ticker=("NYSE:XPEV",)),
        "geely": _company("吉利", "Geely", kind="carmaker"),
        "geely-holding": _company("吉利控股", "Geely Holding", "吉利控股集团", kind="carmaker"),
        "toyota": _company("丰田", "Toyota", "丰田汽车公司", kind="carmaker"),
        "gac-toyota": _company(
            "广汽丰田", "GAC Toyota", kind="joint_venture", parent=("gac", "toyota")
        ),
        "gac": _company("广汽集团", "GAC Group", "广汽", "GAC", kind="carmaker"),
        "li-auto": _company("理想汽车", "Li Auto", "理想", ambiguous=("理想",), kind="carmaker"),
        "smart": _company("smart", "smart", ambiguous=("smart",), kind="make"),
        "mg": _company("名爵", "MG", kind="make"),
        "roewe": _company("荣威", "Roewe", kind="make"),
        "huawei": _company("华为", "Huawei"),
        "catl": _company("宁德时代", "CATL", kind="battery"),
        "saic": _company("上汽集团", "SAIC Motor", "上汽", "SAIC", kind="carmaker"),
        "bmw": _company("宝马", "BMW", "宝马集团", kind="carmaker"),
        "umc": _company("联电", "UMC"),
        "qualcomm": _company("高通", "Qualcomm", "QCOM", ticker=("NASDAQ:QCOM",)),
        "ford": _company("福特", "Ford", kind="carmaker"),
        "hechuang": _company("合创汽车", "Hycan", "合创", kind="carmaker"),
    },
    people={"pony-ma": KnownPerson(name=Both(zh="马化腾", en="Pony Ma"), org="tencent")},
    places={
        "wuhan": KnownPlace(name=Both(zh="武汉", en="Wuhan")),
        "ningde": KnownPlace(name=Both(zh="宁德", en="Ningde")),
        "china": KnownPlace(name=Both(zh="中国", en="China"), kind="country"),
        "us": KnownPlace(
            name=Both(zh="美国", en="United States"), aliases=Forms(en=("US",)), kind="country"
        ),
        "hungary": KnownPlace(name=Both(zh="匈牙利", en="Hungary"), kind="country"),
        "taipei": KnownPlace(name=Both(zh="台北", en="Taipei")),
        "michigan": KnownPlace(name=Both(zh="密歇根州", en="Michigan")),
        "haikou": KnownPlace(name=Both(zh="海口", en="Haikou")),
        "austin": KnownPlace(name=Both(zh="奥斯汀", en="Austin")),
        "oman": KnownPlace(name=Both(zh="阿曼", en="Oman"), kind="country"),
    },
    themes={
        "batteries": Theme(
            name=Both(zh="电池", en="Batteries"),
            cues=Forms(zh=("动力电池", "换电"), en=("battery", "battery swapping")),
        ),
        "capital": Theme(
            name=Both(zh="资本", en="Capital"), cues=Forms(zh=("入股",), en=("stake", "shares"))
        ),
    },
)
GAZETTEER = Gazetteer(REGISTRY)


def document(*paragraphs: str, title: str | None = None, lang: Lang | None = None) -> Document:
    blocks, at = [], 0
    for text in paragraphs:
        blocks.append(Block("paragraph", text, at))
        at += len(text) + 2
    whole = "\n\n".join(paragraphs)
    headline = Title(title, 1) if title else None
    return Document(Traced(whole), lang or detect(whole), headline, tuple(blocks), ())


def reading(*paragraphs: str) -> Reading:
    return read(document(*paragraphs))


def companies(body: Reading, title: str = "") -> Companies:
    return find(body, read_line(title, body.lang), GAZETTEER)


def extraction(*paragraphs: str, title: str | None = None) -> Extraction:
    return extract(document(*paragraphs, title=title), GAZETTEER, "seeds/made.txt")


def named(*paragraphs: str, title: str | None = None) -> dict[str, tuple[str, ...]]:
    """Forms of each company of a text."""
    return {one.id: one.as_ for one in extraction(*paragraphs, title=title).article.companies}
