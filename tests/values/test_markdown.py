"""Bodies: what is escaped comes back, what is laid around stays well nested, HTML stays text."""

from __future__ import annotations

import re
import unicodedata
from html.parser import HTMLParser

import lxml.html
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from diglot import markdown
from diglot.markdown import Wrap, collapse, escape, inner_html, outer_html, parse

MARKS = "\\`*_[]()<>#!&;+-.=~1a |:\"'\n\t 东。“”{}"
TEXTS = st.one_of(st.text(MARKS, max_size=40), st.text(max_size=40))
BODIES = st.text(MARKS, max_size=80)
WRAP_BODY = '腾讯与**东风**在[*深圳*签约](https://example.org/ "t")，称 `A<B` 为 *重要*。\n下一行'


def _visible(text: str) -> bool:
    return any(unicodedata.category(char)[0] in "LNPS" for char in text)


def _plainable(text: str) -> bool:
    """CommonMark replaces U+0000; lone surrogates are no text."""
    return _visible(text) and "\0" not in text


@given(TEXTS.filter(_plainable))
@example("1. first")
@example("1) first")
@example("# heading")
@example("---")
@example("===")
@example("***")
@example("+ item")
@example("> quote")
@example("~~~")
@example("```")
@example("&amp; &#35; &lt;b>")
@example("<b>bold</b> <https://example.org>")
@example("[a]: /b")
@example("[a](b) ![c](d)")
@example("    indented")
@example("|a|b|")
@example("a\\\nb")
@example("**“中文”**后")
@example("- ")
@example("#")
def test_escaped_text_is_one_paragraph_that_says_the_same(text: str) -> None:
    (node,) = parse(escape(text))
    assert node.kind == "paragraph"
    assert node.plain == collapse(text)


@given(TEXTS.filter(_plainable))
def test_escaped_text_renders_as_itself(text: str) -> None:
    (node,) = parse(escape(text))
    assert _text(inner_html(node)) == collapse(text)
    assert "<" not in inner_html(node)


def test_escaping_leaves_plain_prose_alone() -> None:
    for text in ("2019年6月28日，东风与腾讯签约。", "A – B (2.0), 5% & more: “so”!", "3-in-1"):
        assert escape(text) == text


class _Nesting(HTMLParser):
    """Holds that each end tag closes the element opened last, and collects the text."""

    VOID = frozenset({"br", "hr", "img"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[str] = []
        self.said: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        assert tag in self.VOID
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.said.append(data)


def _read(html: str) -> _Nesting:
    reader = _Nesting()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    return reader


def _text(html: str) -> str:
    return "".join(_read(html).said)


@given(BODIES)
def test_raw_html_never_comes_through(body: str) -> None:
    allowed = {
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "em", "strong", "code", "pre", "a", "br", "hr",
        "ul", "ol", "li", "blockquote", "img",
    }  # fmt: skip
    for node in parse(body):
        for html in (outer_html(node), inner_html(node)):
            assert set(_read(html).tags) <= allowed


@pytest.mark.parametrize(
    "body",
    [
        "<script>alert(1)</script>",
        "a <b onclick=x>bold</b>",
        "<!-- hidden -->",
        "<div>\n\ntext\n\n</div>",
        "![<b>](x)",
        "`<i>`",
    ],
)
def test_html_in_a_body_is_text(body: str) -> None:
    html = "".join(outer_html(node) for node in parse(body))
    assert "&lt;" in html
    assert not set(_read(html).tags) - {"p", "code", "img"}
    assert "alert(1)" not in html or "&lt;script&gt;" in html


@pytest.mark.parametrize("scheme", ["javascript:alert(1)", "data:text/html,x", "vbscript:x"])
def test_a_link_with_a_dangerous_scheme_is_no_link(scheme: str) -> None:
    (node,) = parse(f"[press]({scheme})")
    assert "a" not in _read(outer_html(node)).tags


def _nested(draw: st.DrawFn, start: int, end: int, depth: int) -> list[Wrap]:
    """Wraps in a stretch that nest but do not cross."""
    found = []
    points = draw(st.lists(st.integers(start, end), max_size=4, unique=True).map(sorted))
    for a, b in zip(points[::2], points[1::2], strict=False):
        number = draw(st.integers(1, 9))
        found.append(Wrap(a, b, f'<span id="w{number}">', "</span>", "<span>"))
        if depth:
            found += _nested(draw, a, b, depth - 1)
    return found


@st.composite
def _wraps(draw: st.DrawFn, body: str) -> list[Wrap]:
    (node,) = parse(body)
    return _nested(draw, 0, len(node.plain), 1)


@given(_wraps(WRAP_BODY))
def test_wraps_give_well_nested_html_and_keep_the_text(wraps: list[Wrap]) -> None:
    (node,) = parse(WRAP_BODY)
    html = inner_html(node, wraps)
    assert _text(html) == node.plain
    assert _read(html).tags.count("code") >= 1
    parsed = lxml.html.fragment_fromstring(html, "p")
    assert parsed.text_content() == node.plain


@given(_wraps(WRAP_BODY))
def test_each_wrap_lies_around_exactly_its_stretch(wraps: list[Wrap]) -> None:
    (node,) = parse(WRAP_BODY)
    for place, wrap in enumerate(wraps):
        named = [
            Wrap(w.start, w.end, f'<i class="w{k}">', "</i>", f'<i class="w{k}">')
            for k, w in enumerate(wraps)
        ]
        parsed = lxml.html.fragment_fromstring(inner_html(node, named), "p")
        inside = parsed.xpath(f".//text()[ancestor::i[@class='w{place}']]")
        assert "".join(inside) == node.plain[wrap.start : wrap.end]


def test_a_wrap_that_markup_splits_gives_its_id_once() -> None:
    (node,) = parse("one *two three* four")
    html = inner_html(node, [Wrap(6, 13, '<span id="s">', "</span>", "<span>")])
    assert _text(html) == "one two three four"
    assert html.count('id="s"') == 1
    within = lxml.html.fragment_fromstring(html, "p").xpath(".//text()[ancestor::span]")
    assert "".join(within) == "o three"


@given(BODIES)
def test_plain_text_is_collapsed_and_is_what_the_html_says(body: str) -> None:
    for node in parse(body):
        if node.kind in ("heading", "paragraph"):
            assert node.plain == collapse(node.plain)
            said = _text(re.sub(r"<br ?/?>", " ", inner_html(node)))
            assert collapse(said) == node.plain or "![" in node.source


@given(BODIES)
def test_sources_of_nodes_say_the_same_when_read_again(body: str) -> None:
    nodes = parse(body)
    again = parse("\n\n".join(node.source for node in nodes))
    # Lists that meet join; reference definitions stand outside nodes.
    apart = "]:" not in body and not any(node.kind in ("list", "other") for node in nodes)
    assert not apart or [n.plain for n in again] == [n.plain for n in nodes]


def test_kinds_of_nodes() -> None:
    nodes = parse("## H\n\npara\n\n- a\n- b\n\n1. c\n\n> q\n\n---\n\n    code")
    kinds = ["heading", "paragraph", "list", "list", "quote", "other", "other"]
    assert [node.kind for node in nodes] == kinds
    assert markdown.parse("") == ()
