"""An id of a deal, once made, is its own: corrections and new extractions keep it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

from diglot.config import Project
from diglot.model import Article, Deal
from diglot.records import deal_ids, frontmatter, importer, store
from diglot.records.refresh import refresh
from diglot.records.state import Extracted, State
from diglot.records.store import Record

from .conftest import ENGLISH, Write

ONE = Deal(kind="supply", parties=("a", "b"), date="2019", evidence=("they signed",))
TWO = Deal(kind="order", parties=("a", "c"), evidence=("they ordered",))


def record(*deals: Deal, extracted: tuple[Deal, ...] = ()) -> Record:
    """A record that tells deals, and of which others were extracted."""
    article = Article(lang="en", title="r", deals=deals)
    facts = {"deals": frontmatter.plain(extracted)}
    state = State(extracted=Extracted(front_matter=facts, blocks=()))
    unused = cast("Any", None)
    return Record(slug="r", side="en", article=article, body="", sheet=unused, state=state)


def ids(*records: Record) -> list[str]:
    return [name for *_, name in deal_ids.ids(records)]


def test_an_id_is_made_of_slug_kind_and_parties() -> None:
    assert ids(record(replace(ONE, parties=("b", "a")))) == ["r-supply-a-b"]


def test_correcting_kind_parties_or_date_keeps_the_id() -> None:
    corrections: list[dict[str, Any]] = [
        {"kind": "joint_venture"},
        {"parties": ("a", "d")},
        {"kind": "other", "date": "2020"},
        {"kind": "other", "evidence": ("other words",)},
    ]
    for values in corrections:
        found = ids(record(TWO, replace(ONE, **values), extracted=(ONE, TWO)))
        assert found == ["r-order-a-c", "r-supply-a-b"], values


def test_what_an_editor_adds_does_not_take_the_id_of_what_was_there() -> None:
    added = replace(ONE, date="2024", evidence=("again",))
    assert ids(record(added, ONE, extracted=(ONE,))) == ["r-supply-a-b-2", "r-supply-a-b"]
    assert ids(record(added, extracted=(TWO,))) == ["r-supply-a-b"]


def test_taking_a_deal_out_leaves_the_ids_of_its_likes() -> None:
    second = replace(ONE, date="2024", evidence=("again",))
    assert ids(record(ONE, second, extracted=(ONE, second))) == ["r-supply-a-b", "r-supply-a-b-2"]
    assert ids(record(second, extracted=(ONE, second))) == ["r-supply-a-b-2"]


def test_an_id_in_the_front_matter_goes_before_all() -> None:
    other = replace(record(replace(TWO, id="r-supply-a-b")), slug="s")
    assert ids(record(ONE, extracted=(ONE,)), other) == ["r-supply-a-b-2", "r-supply-a-b"]
    assert ids(record(replace(ONE, id="x"), extracted=(ONE,))) == ["x"]


def test_an_id_given_twice_is_the_first_deals() -> None:
    assert ids(record(replace(ONE, id="x"), replace(TWO, id="x"))) == ["x", "r-order-a-c"]


def test_a_state_that_says_nothing_of_deals_is_no_fault() -> None:
    odd = State(extracted=Extracted(front_matter={"deals": [{}]}, blocks=()))
    assert ids(replace(record(ONE), state=odd)) == ids(replace(record(ONE), state=None))


def test_what_only_the_file_knows_is_written_down_once() -> None:
    added = replace(record(ONE, replace(TWO, kind="supply"), extracted=(TWO,)))
    [(_, article)] = deal_ids.settled([added])
    assert [deal.id for deal in article.deals] == ["r-supply-a-b", None]
    settled = replace(added, article=article)
    assert list(deal_ids.settled([settled])) == []
    corrected = replace(article, deals=(replace(article.deals[0], kind="other", parties=("z",)),))
    assert ids(replace(added, article=corrected)) == ["r-supply-a-b"]


def load(project: Project, slug: str) -> Record:
    found, _ = store.load(project.content, slug)
    assert found is not None
    return found


def test_a_refresh_keeps_the_ids_of_what_it_reads_otherwise(project: Project, write: Write) -> None:
    slug = importer.import_seeds(project).created[0]
    before = load(project, slug)
    was = ids(before)
    assert len(was) == 1
    assert "strategic" in was[0]
    text = ENGLISH.replace("a strategic agreement", "a supply contract")
    write("seeds/a.txt", text.replace("agreement", "contract"))
    refresh(project, [slug])
    after = load(project, slug)
    assert after.article.deals[0].kind != before.article.deals[0].kind
    assert ids(after) == was
    assert after.article.deals[0].id == was[0]
    write("seeds/a.txt", "Dongfeng Motor rises\n\nOn September 28, 2025, Dongfeng Motor rose.\n")
    refresh(project, [slug])
    assert load(project, slug).article.deals == (), "the id is no editor's word for the deal"


def test_a_deal_that_stays_only_because_an_editor_corrected_it_keeps_its_id(
    project: Project, write: Write
) -> None:
    slug = importer.import_seeds(project).created[0]
    before = load(project, slug)
    deal = replace(before.article.deals[0], kind="supply", evidence=("signed",), basis="editor")
    article = replace(before.article, deals=(deal,))
    store.write_sheet(project.content, slug, article, before.body)
    was = ids(before)
    assert ids(load(project, slug)) == was
    write("seeds/a.txt", "Dongfeng Motor rises\n\nOn September 28, 2025, Dongfeng Motor rose.\n")
    refresh(project, [slug])
    assert ids(load(project, slug)) == was
