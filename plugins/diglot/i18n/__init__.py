"""The door to Babel: words for dates, numbers, lists and names by CLDR, and gettext catalogues.

Everything is pure and takes the side it is for; nothing calls ``setlocale``.
"""

from diglot.i18n.catalog import catalog_problems, load_catalog
from diglot.i18n.dates import date_words, month_names, weekday_names
from diglot.i18n.words import (
    LOCALE,
    country_name,
    list_words,
    number,
    sort_key,
)

__all__ = [
    "LOCALE",
    "catalog_problems",
    "country_name",
    "date_words",
    "list_words",
    "load_catalog",
    "month_names",
    "number",
    "sort_key",
    "weekday_names",
]
