"""Character repairs change what is broken and leave Chinese punctuation alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diglot.text.ledger import Traced
from diglot.text.repair import narrow, repair


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("AT&amp;T&nbsp;&ldquo;x&rdquo; &amp;nbsp;", "AT&T “x”  "),
        ("zero\u200bwidth\ufeff soft\xadhyphen \x07", "zerowidth softhyphen "),
        (
            "Ｔ３出行　６５％，约５０．１９亿（００６２５．ＳＺ）",
            "T3出行　65%，约50.19亿（00625.SZ）",
        ),
        ("“中文”：全角，标点；保留！（是的）～、。", "“中文”：全角，标点；保留！（是的）～、。"),
        ("ä¸œé£Žæ±½è½¦", "东风汽车"),
        ("Chinaâ€™s carmakers", "China’s carmakers"),
        (
            "co\u2011founder of a multi\u2010year – alliance",
            "co-founder of a multi-year – alliance",
        ),
        ("Citroën and Škoda cost €5 – “good”", "Citroën and Škoda cost €5 – “good”"),
    ],
)
def test_a_broken_character_is_repaired(raw: str, clean: str) -> None:
    assert narrow(repair(Traced(raw))).text == clean


@given(st.text(max_size=80))
def test_repairs_can_be_undone(text: str) -> None:
    assert narrow(repair(Traced(text))).raw() == text


@given(st.text(alphabet="aＡ１％&;ampnbs#1 　\r\n\u200b东，。â€™", max_size=40))
def test_a_repaired_text_with_no_ampersand_left_needs_no_repair(text: str) -> None:
    once = narrow(repair(Traced(text))).text
    if "&" not in once and "â" not in once:
        assert narrow(repair(Traced(once))).text == once


def test_signs_for_radicals_become_characters_and_back() -> None:
    """PDFs carry 月, 日, 方 and 车 as the radicals that look like them."""
    raw = Traced("5⽉17⽇，双⽅的汽⻋芯⽚")
    fixed = repair(raw)
    assert fixed.text == "5月17日，双方的汽车芯片"
    assert fixed.revert() == raw.text.encode()
