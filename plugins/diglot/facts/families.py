"""Families of companies: a bare name that means the group the text names too."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from diglot.authority import Company
from diglot.facts.shape_data import words


def merged(forms: dict[str, set[str]], companies: Mapping[str, Company]) -> dict[str, str]:
    """A bare family name means the group where the text names the group (吉利, 吉利控股).

    A text that gives the family its Latin or its full name too speaks of it apart.
    """
    by_name = {form: id_ for id_ in forms for form in _both(companies[id_])}
    out: dict[str, str] = {}
    for id_, own in forms.items():
        both = _both(companies[id_])
        groups = sorted({by_name[form] for form in _wider(*both) & by_name.keys()} - {id_})
        if not groups:
            continue
        longest = max(len(form) for form in both if form)
        prefixes = [form for group in groups[:1] for form in _both(companies[group])]
        bare = all(
            len(form) <= longest or any(one.startswith(form) for one in prefixes) for form in own
        )
        if bare and len({form.isascii() for form in own}) == 1:
            out[id_] = groups[0]
    return out


@lru_cache(maxsize=4096)
def _wider(en: str, zh: str) -> frozenset[str]:
    """The names a group of a family bears."""
    ends = words("group_words")
    return frozenset(f"{en} {end}" for end in ends) | {f"{zh}{end}" for end in ends}


def _both(company: Company) -> tuple[str, str]:
    return company.name.en, company.name.zh
