"""Write, edit the text as an editor, refresh, read: what the editor did stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from diglot.config import Project
from diglot.model import Article
from diglot.records import deal_ids, importer, store
from diglot.records.refresh import refresh

from .conftest import ENGLISH, Write
from .test_refresh import edit, record

SAID = 'in Wuhan. "We will work on the smart cockpit," said Li Wei, chairman of Dongfeng Motor.'
SEED = ENGLISH.replace("in Wuhan.", SAID)
NEW_SEEDS = {
    "nothing new": SEED,
    "more": f"{SEED}\nVoyah will supply the cars, said Wang Fang, president of Voyah, in Paris.\n",
    "other day": SEED.replace("September 28", "September 29"),
    "less": SEED.replace(SAID, "."),
    "nothing of it": "Voyah opens a plant in Paris\n\nVoyah opened a plant in Paris in May 2024.\n"
    "\nIt will build cars there, the company said.\n",
}
ORDER = "- id: dongfeng\n  central: true\n  as:\n  - Dongfeng Motor\n"
SECOND = "- id: tencent\n  central: true\n  as:\n  - Tencent\n"
EVENTS = "events:\n- date: 2025-09-28\n  what: signing\n  evidence:\n  - September 28, 2025\n"
PERSON = "people:\n- name: Li Wei\n  role: chairman of Dongfeng Motor\n  org: dongfeng\n"
PLACES = "places:\n- id: wuhan\n  as:\n  - Wuhan\n"
EDITS: list[tuple[str, str, str]] = [
    ("title", "title: Dongfeng Motor and Tencent sign", "title: Dongfeng and Tencent reach"),
    ("summary", "summary: On September 28", "summary: In autumn"),
    ("source", "  author: null", "  author: Li"),
    ("published", "  date: null\nevents", "  date: 2025-09-30\n  basis: editor\nevents"),
    ("notes", "events:", "notes: {zh: 注, en: Note}\nevents:"),
    ("events", "what: signing", "what: launch"),
    ("events", "- date: 2025-09-28\n  what", "- date: 2025-09\n  what"),
    ("events", EVENTS, f"{EVENTS}- date: '1999'\n"),
    ("events", EVENTS, ""),
    ("companies", ORDER, ORDER.replace("  central: true\n", "")),
    ("companies", ORDER + SECOND, SECOND + ORDER),
    ("companies", SECOND, ""),
    ("companies", SECOND, f"{SECOND}- id: own\n"),
    ("companies", "  - Tencent\n", "  - Tencent\n  - its new partner\n"),
    ("people", "role: chairman of Dongfeng Motor", "role: {zh: 董事长, en: Chair}"),
    ("people", "name: Li Wei\n", "name: Li Wei\n  id: li-wei\n"),
    ("people", PERSON, "people:\n- name: Own\n" + PERSON[8:]),
    ("places", "  - Wuhan\n", "  - the city\n"),
    ("places", PLACES, f"{PLACES}- as: [Own]\n"),
    ("places", PLACES, ""),
    ("deals", "kind: strategic_cooperation", "kind: supply"),
    ("deals", "  - dongfeng\n  - tencent\n  date: 2025-09-28", "  - dongfeng\n  date: null"),
    ("deals", "deals:\n", "deals:\n- kind: order\n  parties: [own]\n"),
    ("themes", "  basis: inferred\n", "  basis: editor\n"),
    ("themes", "themes:\n", "themes:\n- id: own_theme\n"),
]


def said(article: Article, key: str) -> list[str]:
    """Parts of a field: its items where it is a list; the id a refresh gives a deal is no edit."""
    value = getattr(article, key)
    if key == "deals":
        value = tuple(replace(deal, id=None) for deal in value)
    return [repr(item) for item in value] if isinstance(value, tuple) else [repr(value)]


@pytest.mark.parametrize("seed", NEW_SEEDS)
@pytest.mark.parametrize("change", EDITS, ids=[f"{e[0]}-{i}" for i, e in enumerate(EDITS)])
def test_what_an_editor_did_stands_whatever_is_extracted_next(
    project: Project, write: Write, change: tuple[str, str, str], seed: str
) -> None:
    key, old, new = change
    (project.seeds / "b.txt").unlink()
    write("seeds/a.txt", SEED)
    (slug,) = importer.import_seeds(project).created
    machine = record(project, slug).article
    path = store.sheet_path(project.content, slug, "en")
    edit(path, "title: D", "# checked\ntitle: D")
    edit(path, old, new)
    edited = record(project, slug).article
    ids = {name for *_, name in deal_ids.ids([record(project, slug)])}
    write("content/companies/voyah.yml", "name: {zh: 岚图, en: Voyah}\n")
    write("seeds/a.txt", NEW_SEEDS[seed])
    refresh(project)
    after = record(project, slug).article
    assert {deal.id for deal in after.deals if deal.id} <= ids, "only ids that deals had"
    was, is_, now = said(machine, key), said(edited, key), said(after, key)
    assert was != is_
    assert {*is_} - {*was} <= {*now}, "what the editor wrote"
    assert not ({*was} - {*is_}) & {*now}, "what the editor took out"
    kept = [one for one in is_ if one in now]
    assert [one for one in now if one in kept] == kept, "the order the editor gave"
    assert "# checked\n" in path.read_text(encoding="utf-8")
