"""A raw page becomes a clean document, and the ledger gives the page back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diglot.problems import SeedError
from diglot.text.clean import clean
from diglot.text.document import Document
from tests.text.cases import cases

NAMES = frozenset({"Pony.ai", "Foo Motor", "FooBar", "Audi"})


def shown(document: Document) -> str:
    """A document as the fixtures write it."""
    rows = [f"lang: {document.lang}"]
    rows += [f"title@{document.title.line}: {document.title.text}"] if document.title else []
    rows += [f"{'#' if block.kind == 'heading' else '|'} {block.text}" for block in document.blocks]
    rows += [f"- {r.line} {r.role}:{r.reason} {r.text}" for r in document.removed]
    return "\n".join(rows)


@pytest.mark.parametrize(("title", "page", "expected"), cases("clean"), ids=lambda v: v[:40])
def test_a_page_becomes_the_document_of_the_fixture(title: str, page: str, expected: str) -> None:
    assert shown(clean(page.encode(), "a.txt", NAMES)) == expected


def cleaned(data: bytes) -> Document | None:
    """The document, or None for a refused seed."""
    try:
        return clean(data, "a.txt", NAMES)
    except SeedError:
        return None


LINE = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        [
            "标题：东风牵手腾讯",
            "内容：",
            "首页 > 新闻",
            "2021-01-19 18:30　来源：车城在线　字号：大 中 小",
            "　　6月28日，双方在深圳签署了一份战略协议，这意味着合作进一步深化。"
            "一年之后再升级当前，双方正在推进。",
            "Rome (Example)- Foo Motor said on Monday that it had signed a deal."
            "It willjointly build cars.",
            "Related posts",
            "LEAVE A REPLY",
            "By Jane Roe, Example Wire",
            "the cars are&nbsp;sold byFoo Motor in",
        ]
    ),
)


@settings(max_examples=150)
@given(st.lists(LINE, max_size=10), st.sampled_from(["\n", "\r\n", "\n\n"]))
def test_whatever_is_cleaned_can_be_had_back(lines: list[str], end: str) -> None:
    data = end.join(lines).encode("utf-8", "ignore")
    if (document := cleaned(data)) is None:
        return
    assert document.traced.revert() == data
    assert document.text == "\n\n".join(block.text for block in document.blocks)
    assert all(document.text[b.start : b.end] == b.text and b.text for b in document.blocks)
    assert all(1 <= r.line <= data.count(b"\n") + data.count(b"\r") + 20 for r in document.removed)


@pytest.mark.parametrize(("title", "page", "expected"), cases("clean"), ids=lambda v: v[:40])
def test_cleaning_a_clean_text_changes_nothing(title: str, page: str, expected: str) -> None:
    once = clean(page.encode(), "a.txt", NAMES)
    head = f"{once.title.text}\n\n" if once.title else ""
    again = clean((head + once.text).encode(), "a.txt", NAMES)
    assert [(b.kind, b.text) for b in again.blocks] == [(b.kind, b.text) for b in once.blocks]


def test_each_character_of_the_clean_text_has_its_place_in_the_raw_one() -> None:
    page = "Home > News\n\nThe two firms signed a deal on smart cars in Rome on Monday.\n"
    document = clean(page.encode(), "a.txt", frozenset())
    assert page[document.traced.origin(document.text.index("signed")) :].startswith("signed")


@pytest.mark.parametrize(
    "page", ["首页 > 新闻\n登录 | 注册\n", "Menu\nHome\n© 2020 Example Media\n", "one two"]
)
def test_a_page_without_a_sentence_is_refused(page: str) -> None:
    with pytest.raises(SeedError) as refusal:
        clean(page.encode(), "seeds/a.txt", frozenset())
    assert [f.code for f in refusal.value.findings] == ["seed-no-sentence"]


@pytest.mark.parametrize(
    "page",
    [
        "Renault et Google annoncent un accord à Paris. Le groupe français a signé lundi un"
        " partenariat stratégique avec le géant américain. La nouvelle plate-forme sera utilisée"
        " par les véhicules du groupe à partir de 2026, selon les deux sociétés.",
        "トヨタ自動車は3日、ソフトバンクと共同出資会社を設立したと発表した。両社は新しい移動サービスを開発する。",
        "현대자동차는 화요일 서울에서 소프트웨어 회사와 협력 협약을 체결했다고 밝혔다. 개발한다.",
    ],
)
def test_a_page_in_a_third_language_is_refused(page: str) -> None:
    with pytest.raises(SeedError) as refusal:
        clean(page.encode(), "seeds/a.txt", frozenset())
    assert [f.code for f in refusal.value.findings] == ["seed-foreign"]


def test_names_of_another_language_do_not_make_a_text_foreign() -> None:
    page = (
        "Société Générale, Crédit Agricole, Österreichische Volksbanken, Grupo Santander and"
        " Banca Monte dei Paschi are to fund the plant of Automobili Estrema in Modena, with"
        " Fondazione Cassa di Risparmio di Verona Vicenza Belluno e Ancona at their head."
    )
    assert clean(page.encode(), "a.txt", frozenset()).lang == "en"
    page = "日本品牌“ソフトバンク”与福途汽车签署合作协议，双方将共同开发软件平台。"
    assert clean(page.encode(), "a.txt", frozenset()).lang == "zh-Hans"
