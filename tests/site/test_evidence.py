"""Facts show how they are known and the words they rest on."""

from __future__ import annotations

from copy import deepcopy
from urllib.parse import urldefrag, urljoin

from diglot import markdown
from diglot.markdown import collapse
from tests.site.sites import Site


def _quotations(page):
    return page.root.xpath("//q[contains(concat(' ', @class, ' '), ' ev ')]")


def test_quotations_carry_the_language_of_the_original(built: Site) -> None:
    for page in built.of_kind("article"):
        wanted = built.record(page).article.lang
        found = _quotations(page)
        assert found, page.file
        assert {q.get("lang") for q in found} == {wanted}, page.file


def test_quotations_are_words_of_the_original_or_of_the_head_of_its_page(built: Site) -> None:
    for page in built.of_kind("article"):
        record = built.record(page)
        plain = [node.plain for node in markdown.parse(record.body)]
        article = record.article
        head = {*article.published.evidence, article.title}
        for q in _quotations(page):
            words = q.text_content()
            assert any(words in text for text in plain) or words in head, (page.file, words)


def test_each_quotation_leads_to_the_block_that_holds_its_words(built: Site) -> None:
    links = 0
    for page in built.pages.values():
        for link in page.root.xpath("//q[@lang]/a[@href]"):
            target = urljoin(page.url, link.get("href"))
            there = built.pages[built.file(target)]
            (found,) = there.root.xpath("//*[@id=$i]", i=urldefrag(target).fragment)
            block = deepcopy(found)  # other tests read the page too
            for number in block.xpath(".//a[contains(concat(' ', @class, ' '), ' n ')]"):
                number.text = ""
            assert link.text_content() in collapse(block.text_content()), (page.file, target)
            links += 1
    assert links > 50


def test_every_event_and_deal_of_a_record_stands_in_its_facts_box_with_a_sign(built: Site) -> None:
    for page in built.of_kind("article"):
        article = built.record(page).article
        (box,) = page.root.xpath("//section[@class='facts']")
        signs = box.xpath(".//span[starts-with(@class, 'basis ')]/@class")
        assert len(signs) >= len(article.events) + len(article.deals) + 1, page.file
        quoted = {q.text_content() for q in box.xpath(".//q | .//td[@lang]")}
        facts = [*article.events, *article.deals, *article.people]
        said = {words for fact in facts for words in fact.evidence}
        assert said <= quoted, page.file


def test_a_date_no_text_states_is_shown_as_not_stated(built: Site) -> None:
    undated = [slug for slug, r in built.records.items() if r.article.published.date is None]
    assert undated
    for slug in undated:
        for side, words in (("zh", "未注明"), ("en", "not stated")):
            page = built.pages[f"{side}/articles/{slug}/index.html"]
            (box,) = page.root.xpath("//section[@class='facts']")
            assert words in box.xpath(".//dd//span[@class='basis unknown']/text()")


def test_evidence_is_marked_in_the_original_and_not_in_the_translation(built: Site) -> None:
    for page in built.of_kind("article"):
        record = built.record(page)
        marked = page.root.xpath("//div[@class='prose']//mark")
        assert bool(marked) == (page.side == record.side), page.file


def test_an_editors_note_is_shown_in_both_languages(built: Site) -> None:
    noted = {slug: r.article.notes for slug, r in built.records.items() if r.article.notes}
    assert noted
    for slug, note in noted.items():
        for side, text in (("zh", note.zh), ("en", note.en)):
            page = built.pages[f"{side}/articles/{slug}/index.html"]
            assert text in page.root.xpath("string(//aside[@class='note'])")
