"""Blocks of texts as HTML, with evidence marked and sentence twins numbered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape
from itertools import pairwise
from typing import Final, Literal

from markupsafe import Markup

from diglot import markdown
from diglot.languages import Lang, Side, other
from diglot.markdown import Node, Wrap
from diglot.model import Article, Deal, Event, Person
from diglot.site.entries import Entry
from diglot.site.parts import is_foreign
from diglot.site.sentences import Twin, of_original, target, twins
from diglot.site.views import BlockView, MarkView, PairView
from diglot.site.words import N_, Words
from diglot.translation.align import Span

_HAN: Final = re.compile(r"[\u3400-\u9fff][\u3000-\u303f\u3400-\u9fff“”‘’，]*(?<=[\u3400-\u9fff])")


def quotes(article: Article) -> tuple[str, ...]:
    """All words of the body that facts rest on."""
    facts: tuple[Event | Deal | Person, ...]
    facts = (*article.events, *article.deals, *article.people)
    return tuple(dict.fromkeys(quote for fact in facts for quote in fact.evidence))


def marks(plain: str, evidence: Iterable[str]) -> tuple[Wrap, ...]:
    """Evidence in place; where quotations overlap they are marked as one."""
    found = sorted((plain.index(q), plain.index(q) + len(q)) for q in evidence if q and q in plain)
    joined: list[Span] = []
    for start, end in found:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    tag = '<mark class="ev-in">'
    return tuple(Wrap(start, end, tag, "</mark>", tag) for start, end in joined)


def _cut(wraps: Sequence[Wrap], points: Iterable[int]) -> tuple[Wrap, ...]:
    """Marks cut where sentences meet, so that elements never cross."""
    at = sorted(set(points))
    found = []
    for wrap in wraps:
        edges = [wrap.start, *(p for p in at if wrap.start < p < wrap.end), wrap.end]
        found += [Wrap(a, b, wrap.open, wrap.close, wrap.reopen) for a, b in pairwise(edges)]
    return tuple(found)


def facing(entry: Entry, index: int, words: dict[Side, Words], mark: MarkView | None) -> PairView:
    """A block and its twin; where the twin is missing, the original stands in its place."""
    pair = entry.pairs[index]
    spans = twins(entry, index)
    own = entry.nodes[entry.side][pair.source]
    views: dict[Side, BlockView] = {}
    for side in (entry.side, other(entry.side)):
        node = own if side == entry.side else target(entry, index)
        lead = side == entry.side
        numbered = _numbered(side, spans[side], words[side], lead=lead) if node else ()
        lang = entry.lang(side) if node else entry.article.lang
        evidence = quotes(entry.article) if side == entry.side else ()
        found = marks(own.plain, evidence) if node else ()
        kind = "joined" if pair.joined and side != entry.side else _kind(own)
        views[side] = BlockView(
            number=index + 1,
            kind=kind,
            id=f"{side}-{index + 1}",
            html=Markup("") if kind == "joined" else _html(node or own, lang, numbered, found),
            lang=lang,
            foreign=is_foreign(lang, side),
            number_label=words[side].say(N_("Paragraph %(number)s"), number=index + 1),
            mark=mark if side != entry.side else None,
            extra=_extra(entry, index) if side != entry.side else (),
        )
    return PairView(number=index + 1, heading=own.kind == "heading", zh=views["zh"], en=views["en"])


def block(
    entry: Entry, index: int, words: Words, mark: MarkView | None, *, anchors: bool = True
) -> BlockView:
    """A block of an article page: this side's text, or the original where it is missing.

    ``anchors``: with fragments for its sentences.
    """
    side = words.side
    node = entry.nodes[entry.side][entry.pairs[index].source]
    lang: Lang = entry.article.lang
    evidence: tuple[Wrap, ...] = marks(node.plain, quotes(entry.article))
    twin = target(entry, index)
    joined = side != entry.side and entry.pairs[index].joined
    named = of_original(entry, index) if anchors else ()
    if side != entry.side and twin is not None:
        node, lang, evidence = twin, entry.translation.lang, ()
        named = twins(entry, index)[side] if anchors else ()
    return BlockView(
        number=index + 1,
        kind="joined" if joined else _kind(node),
        id=f"p{index + 1}",
        html=_landing(named) if joined else _html(node, lang, _linked(named), evidence),
        lang=lang,
        foreign=is_foreign(lang, side),
        number_label=words.say(N_("Paragraph %(number)s"), number=index + 1),
        mark=mark,
        extra=_extra(entry, index) if side != entry.side else (),
    )


def _extra(entry: Entry, index: int) -> tuple[Markup, ...]:
    """What the translation says between this block and the next without an original."""
    nodes = entry.nodes[other(entry.side)]
    found = (markdown.outer_html(nodes[place]) for place in entry.pairs[index].extra)
    return tuple(Markup(html) for html in found)  # noqa: S704  # raw HTML is off


def _kind(node: Node) -> Literal["heading", "paragraph", "other"]:
    kinds: dict[str, Literal["heading", "paragraph"]]
    kinds = {"heading": "heading", "paragraph": "paragraph"}
    return kinds.get(node.kind, "other")


def _numbered(side: Side, spans: Sequence[Twin], words: Words, *, lead: bool) -> tuple[Wrap, ...]:
    """Facing sentences with their numbers; the side that leads has the fragments of all pages."""
    found = []
    for twin in spans:
        classes, first = f"s{twin.number}", twin.names[0]
        number = first.replace("-", ".")
        label = escape(words.say(N_("Sentence %(number)s"), number=number))
        own = [name for name in twin.names if lead or name[-1].isalpha()]
        at = "".join(f'<span class="{classes}" id="s{name}"></span>' for name in own)
        anchor = f'<a class="n" href="#s{first}" aria-label="{label}">{number}</a>'
        start = f'<span class="s {classes}" id="{side}-{first}">{at}{anchor}'
        found.append(Wrap(*twin.span, start, "</span>", f'<span class="s {classes}">'))
    return tuple(found)


def _linked(spans: Sequence[Twin]) -> tuple[Wrap, ...]:
    """Sentences with their fragments and a link to themselves, which only a pointer meets."""
    found = []
    for twin in spans:
        first, *rest = twin.names
        link = f'<a class="pl" href="#s{first}" tabindex="-1" aria-hidden="true"></a>'
        start = f'<span class="s" id="s{first}">{_points(rest)}{link}'
        found.append(Wrap(*twin.span, start, "</span>", '<span class="s">'))
    return tuple(found)


def _points(names: Iterable[str]) -> str:
    return "".join(f'<span id="s{name}"></span>' for name in names)


def _landing(spans: Sequence[Twin]) -> Markup:
    """Fragments alone, where a neighbour has the text."""
    return Markup(_points(name for twin in spans for name in twin.names))  # noqa: S704  # digits


def _html(node: Node, lang: Lang, numbered: Sequence[Wrap], evidence: Sequence[Wrap]) -> Markup:
    points = [point for wrap in numbered for point in (wrap.start, wrap.end)]
    marked = _cut(evidence, points)
    points += [point for wrap in marked for point in (wrap.start, wrap.end)]
    wraps = [*numbered, *marked, *(_cut(_han(node.plain), points) if lang == "en" else ())]
    # The renderer escapes text, and raw HTML in a body is text to it.
    return Markup(markdown.inner_html(node, wraps))  # noqa: S704


def _han(plain: str) -> tuple[Wrap, ...]:
    """Chinese words inside an English text, to be tagged with their language."""
    tag = '<span lang="zh-Hans">'
    return tuple(Wrap(*found.span(), tag, "</span>", tag) for found in _HAN.finditer(plain))


def tagged(plain: str, lang: Lang) -> Markup:
    """A sentence as HTML, the Chinese words in an English one tagged with their language."""
    if lang != "en":
        return Markup(escape(plain))  # noqa: S704
    return Markup(_HAN.sub(lambda m: f'<span lang="zh-Hans">{m[0]}</span>', escape(plain)))  # noqa: S704


def bare(html: Markup) -> Markup:
    """Block HTML without the marks of evidence, for readers outside the site."""
    return Markup(re.sub(r"</?mark[^>]*>", "", html))  # noqa: S704  # was markup before


def said(html: Markup) -> str:
    """The words of block HTML, without the numbers of its sentences."""
    return Markup(re.sub(r'<a class="n".*?</a>', "", html)).striptags()  # noqa: S704  # stripped
