"""Front matter: canonical when new, an editor's own when it exists."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diglot import yamlfile
from diglot.model import Article, Both, Deal, Event, Mention, Published, Source, Translation
from diglot.records import frontmatter, schema

TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=12)
ARTICLES = st.builds(
    Article,
    lang=st.sampled_from(["zh-Hans", "zh-Hant", "en"]),
    title=TEXT,
    summary=TEXT,
    source=st.builds(Source, file=st.none() | TEXT, author=st.none() | TEXT),
    published=st.builds(Published, date=st.sampled_from([None, "2019-06-28", "XXXX-09-28"])),
    companies=st.lists(
        st.builds(
            Mention,
            id=st.sampled_from(["a", "b", "null", "no"]),
            central=st.booleans(),
            as_=st.lists(TEXT, max_size=2).map(tuple),
        ),
        max_size=3,
    ).map(tuple),
    notes=st.none() | st.builds(Both, zh=TEXT, en=TEXT),
)
EDITED = """\
# checked by Li, 3 May
title: "腾讯的朋友圈"   # from the print edition
lang: zh-Hans
source:
  file: 'seeds/a.txt'
  publisher: null
  author: null
  url: null
published:
  date: null
companies:
# the group, not the listed company
- id: dongfeng
  as: [东风, 东风汽车集团]
- id: tencent # since 1998
"""


def value(front: str) -> Article:
    article, bad = schema.read(
        Article, yamlfile.load(front), schema.Place("a.md", yamlfile.Lines(front))
    )
    assert article is not None, bad
    return article


@given(ARTICLES)
def test_what_is_written_reads_back_the_same(article: Article) -> None:
    assert value(frontmatter.dump(article)) == article


@given(ARTICLES, ARTICLES)
def test_an_updated_file_holds_the_new_value(old: Article, new: Article) -> None:
    assert value(frontmatter.update(frontmatter.dump(old), old, new)) == new


@given(ARTICLES)
def test_an_update_loses_no_comment(new: Article) -> None:
    text = frontmatter.update(EDITED, value(EDITED), new)
    for comment in ("checked by Li, 3 May", "print edition", "not the listed", "since 1998"):
        assert comment in text


def test_a_file_that_says_the_same_is_left_as_it_is() -> None:
    assert frontmatter.update(EDITED, value(EDITED), value(EDITED)) == EDITED


def test_only_the_lines_that_change_change() -> None:
    old = value(EDITED)
    mention = Mention(id="tencent", central=True)
    new = dataclasses.replace(old, companies=(old.companies[0], mention), summary="新合作")
    added = {"summary: 新合作", "  central: true"}
    text = frontmatter.update(EDITED, old, new)
    assert set(text.splitlines()) - set(EDITED.splitlines()) == added
    assert [line for line in text.splitlines() if line not in added] == EDITED.splitlines()


def test_a_new_file_has_the_keys_an_editor_fills_in_and_no_other_defaults() -> None:
    article = Article(
        lang="en",
        title="A: b",
        source=Source(file="seeds/a.txt"),
        events=(Event(date="2019-06-28", evidence=("June 28",)),),
        companies=(Mention(id="tencent", as_=("Tencent",)),),
        deals=(Deal(kind="supply", parties=("tencent",)),),
    )
    assert frontmatter.dump(article) == (
        "lang: en\ntitle: 'A: b'\ntitle_basis: stated\nsummary: ''\n"
        "source:\n  file: seeds/a.txt\n  publisher: null\n  author: null\n  url: null\n"
        "published:\n  date: null\n"
        "events:\n- date: 2019-06-28\n  what: other\n  evidence:\n  - June 28\n"
        "companies:\n- id: tencent\n  as:\n  - Tencent\n"
        "deals:\n- kind: supply\n  parties:\n  - tencent\n  date: null\n"
    )


def test_a_new_translation_always_says_that_it_is_one() -> None:
    text = frontmatter.dump(Translation(lang="en", title="T"))
    assert text.endswith("translation:\n  by: null\n  method: machine\n")


def test_front_matter_and_body_are_split_and_joined() -> None:
    text = frontmatter.join("lang: en\n", "One.\n\n---\n\nTwo.")
    parts = frontmatter.split(text)
    assert parts == frontmatter.Parts("lang: en\n", "One.\n\n---\n\nTwo.", 5)
    assert frontmatter.join(parts.front, parts.body) == text


@pytest.mark.parametrize("text", ["", "lang: en\n", "---\nlang: en\n", "\n---\nlang: en\n---\n"])
def test_a_file_without_a_pair_of_fences_is_refused(text: str) -> None:
    with pytest.raises(frontmatter.NoFrontMatter):
        frontmatter.split(text)


def test_lines_count_in_the_file() -> None:
    _, lines = frontmatter.data(frontmatter.split("---\nlang: en\ntitle: x\n---\n"))
    assert lines.of(("title",)) == 3
    with pytest.raises(yamlfile.YamlError) as caught:
        frontmatter.data(frontmatter.split("---\nlang: en\ntitle: [x\n---\n"))
    assert caught.value.line in (3, 4)


def test_a_value_that_an_editors_quotes_cannot_hold_is_written_all_the_same() -> None:
    # Within single quotes, which are kept, U+0085 would fold into a space.
    front = "# from the print edition\ntitle: 'T'\nlang: en\n"
    new = dataclasses.replace(value(front), title="one\x85two")
    text = frontmatter.update(front, value(front), new)
    assert value(text) == new
    assert text.startswith("# from the print edition\n")
