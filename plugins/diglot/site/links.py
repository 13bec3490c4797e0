"""Where each page lives: output paths, links and absolute addresses, all from ``SITEURL``."""

from __future__ import annotations

from dataclasses import dataclass

from diglot.languages import Side


def article(slug: str) -> str:
    """Path of a record's page, below a language."""
    return f"articles/{slug}/"


def company(company_id: str) -> str:
    """Path of a company's page, below a language."""
    return f"companies/{company_id}/"


def theme(theme_id: str) -> str:
    """Path of a theme's page, below a language."""
    # Theme ids may hold underscores; URLs use them as they are, so that an id can be read off.
    return f"themes/{theme_id}/"


def facing(slug: str) -> str:
    """Path of the facing texts, from the site's root (not from a language)."""
    return f"both/{article(slug)}"


def output(path: str) -> str:
    """The file a page path is written to."""
    return path + "index.html" if path.endswith("/") or not path else path


@dataclass(frozen=True, slots=True)
class Links:
    """Turns page paths into what is printed in pages."""

    base: str
    """Base path with slashes at both ends."""
    site_url: str
    """Public address without a final slash; empty when unknown."""

    def to(self, path: str) -> str:
        """A link to a path below the site's root."""
        return self.base + path

    def page(self, side: Side, path: str) -> str:
        """A link to a page of one language."""
        return self.to(f"{side}/{path}")

    def absolute(self, path: str) -> str:
        """Full address of a path; without ``SITEURL`` a link from the server's root."""
        return f"{self.site_url}/{path}" if self.site_url else self.to(path)

    def full(self, href: str) -> str:
        """Full address of a link as it is printed in pages."""
        return self.absolute(href.removeprefix(self.base))
