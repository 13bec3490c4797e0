"""The shapes of the open data: they make the JSON Schema, the columns of the CSV and their page.

Each field carries its explanation as a message, which the catalogues have in both languages.
"""

from diglot.site.opendata.shapes.base import About
from diglot.site.opendata.shapes.deals import Deal, Deals, Source
from diglot.site.opendata.shapes.index import Company, Event, Index, Record, Theme

__all__ = ["About", "Company", "Deal", "Deals", "Event", "Index", "Record", "Source", "Theme"]
