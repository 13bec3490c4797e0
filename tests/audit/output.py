"""A built site, read back from its output directory: pages, links, feeds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin

import lxml.html
from lxml import etree
from lxml.html import HtmlElement

ATOM = "{http://www.w3.org/2005/Atom}"
_CSS_URL = re.compile(r"url\(\s*[\"']?([^\"')]+)")


def files(output: Path) -> dict[str, bytes]:
    """Every file of an output directory."""
    found = sorted(path for path in output.rglob("*") if path.is_file())
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in found}


@dataclass(frozen=True)
class Link:
    """A link as it stands in a file."""

    file: str
    attribute: str
    href: str
    target: str
    """Absolute, with its fragment."""

    def __str__(self) -> str:
        return f"{self.file}: {self.attribute} {self.href}"


class Page:
    """An HTML page of a site."""

    def __init__(self, file: str, data: bytes, base: str) -> None:
        self.file = file
        self.text = data.decode()
        self.root: HtmlElement = lxml.html.document_fromstring(data)
        self.url = base + file.removesuffix("index.html")

    def __repr__(self) -> str:
        return self.file

    @property
    def kind(self) -> str:
        """Page kind, see `diglot.site.views.Page`."""
        return str(self.root.get("data-kind"))

    @property
    def refresh(self) -> str:
        """Where a page leads by itself; empty for all but redirects."""
        said = self.root.xpath("string(//meta[@http-equiv='refresh']/@content)")
        return str(said).partition("url=")[2]

    @property
    def place(self) -> str:
        """The address below the language: `companies/tencent/`."""
        return self.file.removesuffix("index.html").partition("/")[2]

    @property
    def side(self) -> str:
        """`zh`, `en` or, for pages outside the languages, something else."""
        return self.file.partition("/")[0]

    @cached_property
    def ids(self) -> set[str]:
        """What fragments may name."""
        return set(self.root.xpath("//@id"))

    @property
    def links(self) -> Iterator[Link]:
        """Every link of the page, also those only machines follow."""
        for element in self.root.iter():
            for name in ("href", "src", "poster", "action", "cite", "data"):
                if element.get(name) is not None:
                    yield self.link(f"{element.tag}@{name}", element.get(name))
            for part in filter(None, (element.get("srcset") or "").split(",")):
                yield self.link(f"{element.tag}@srcset", part.split()[0])
        for meta in self.root.xpath("//meta[@property='og:image' or @property='og:url']"):
            yield self.link(meta.get("property"), meta.get("content"))
        for meta in self.root.xpath("//meta[@name='twitter:image']"):
            yield self.link("twitter:image", meta.get("content"))

    def link(self, attribute: str, href: str) -> Link:
        """A link of this page."""
        return Link(self.file, attribute, href, urljoin(self.url, href))

    def meta(self, name: str) -> list[str]:
        """Contents of the `meta` elements with a name or property."""
        return list(self.root.xpath("//meta[@name=$n or @property=$n]/@content", n=name))

    def texts(self) -> Iterator[tuple[str, str, HtmlElement]]:
        """Texts with the language they are declared to be in, and the element that holds them."""
        for element in self.root.body.iter():
            if not isinstance(element.tag, str) or element.tag in ("script", "style"):
                continue
            if element.text and element.text.strip():
                yield element.text, language(element), element
            for child in element:
                if child.tail and child.tail.strip():
                    yield child.tail, language(element), element


def admin(name: str) -> bool:
    """Whether a file of a site is for editors alone."""
    return "admin" in Path(name).parts


def language(element: HtmlElement) -> str:
    """BCP 47 tag that holds for an element."""
    return str(element.xpath("ancestor-or-self::*[@lang][1]/@lang")[0])


class Output:
    """What can be read off an output directory."""

    output: Path
    address: str
    """As `SITEURL`; may be empty."""

    @property
    def base(self) -> str:
        """Full address of the site's root; an invented host where it has none."""
        return (self.address or "http://root.test") + "/"

    @cached_property
    def files(self) -> dict[str, bytes]:
        """Every file."""
        return files(self.output)

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Every HTML page for readers by its file; what lies below `admin/` is for editors."""
        return {name: page for name, page in self._html.items() if not page.refresh}

    @cached_property
    def redirects(self) -> dict[str, Page]:
        """Every file that stands at a former address and leads on."""
        return {name: page for name, page in self._html.items() if page.refresh}

    @cached_property
    def _html(self) -> dict[str, Page]:
        files = self.files.items()
        html = {name: data for name, data in files if name.endswith(".html") and not admin(name)}
        return {name: Page(name, data, self.base) for name, data in html.items()}

    @cached_property
    def feeds(self) -> dict[str, Any]:
        """The root element of every feed by its file."""
        names = [name for name in self.files if name.endswith("feed.xml")]
        return {name: etree.fromstring(self.files[name]) for name in names}

    def of_kind(self, *kinds: str) -> list[Page]:
        """Pages of some kinds."""
        return [page for page in self.pages.values() if page.kind in kinds]

    def file(self, url: str) -> str:
        """The output file an address of the site is served from."""
        path = unquote(urldefrag(url).url.partition("?")[0].removeprefix(self.base))
        return path + "index.html" if path.endswith("/") or not path else path

    def resolves(self, url: str) -> bool:
        """Whether a static server answers the address, and the fragment is there."""
        name, fragment = self.file(url), urldefrag(url).fragment
        if name not in self.files:
            return False
        return not fragment or (name in self.pages and unquote(fragment) in self.pages[name].ids)

    def links(self) -> Iterator[Link]:
        """Every link of pages, style sheets and feeds."""
        for page in self.pages.values():
            yield from page.links
        for name, data in self.files.items():
            if name.endswith(".css"):
                for href in _CSS_URL.findall(data.decode()):
                    yield Link(name, "url()", href, urljoin(self.base + name, href))
        for name, feed in self.feeds.items():
            yield from _feed_links(name, self.base + name, feed)


def _feed_links(name: str, url: str, feed: Any) -> Iterator[Link]:
    for element in feed.iter(f"{ATOM}link"):
        href = element.get("href")
        yield Link(name, "link", href, urljoin(url, href))
    for element in feed.iter(f"{ATOM}content", f"{ATOM}summary"):
        if element.text:
            for href in lxml.html.fragment_fromstring(element.text, "div").xpath(".//@href"):
                yield Link(name, "content", href, urljoin(url, href))


@dataclass(frozen=True)
class Folder(Output):
    """An output directory nothing else is known of."""

    output: Path
    address: str
