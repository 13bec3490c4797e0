"""Files come in UTF-8, UTF-16 and GB18030; what is no text is refused in one line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diglot.problems import SeedError
from diglot.text.decode import decode

WORDS = "东风与腾讯签约，双方合作。\r\nOne line.\n"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_each_encoding_is_read_and_written_back(codec: str) -> None:
    data = WORDS.encode(codec)
    traced = decode(data, "a.txt")
    assert traced.text == WORDS
    assert traced.revert() == data


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "seed-empty"),
        (b" \r\n\t\n", "seed-empty"),
        (b"\xef\xbb\xbf\n", "seed-empty"),
        ("\u3000\n\u3000".encode(), "seed-empty"),
        (b"%PDF-1.7 text", "seed-binary"),
        (b"text\x00text", "seed-binary"),
        (bytes(range(1, 32)) * 4, "seed-binary"),
        ("東風與騰訊簽約，雙方將合作，共同開發。".encode("big5"), "seed-encoding"),
        ("China’s auto makers’ plans – Citroën’s".encode("cp1252"), "seed-encoding"),
        (b"fine\nbad \xff\xff\n", "seed-encoding"),
    ],
)
def test_what_is_no_text_is_refused_with_its_code(data: bytes, code: str) -> None:
    with pytest.raises(SeedError) as refusal:
        decode(data, "seeds/a.txt")
    (finding,) = refusal.value.findings
    assert (finding.path, finding.code) == ("seeds/a.txt", code)
    assert "\n" not in str(finding)
    assert finding.mend


def test_a_wrong_encoding_names_the_first_line_that_shows_it() -> None:
    with pytest.raises(SeedError) as refusal:
        decode(b"fine\nbad \xff\xff\n", "a.txt")
    assert refusal.value.findings[0].line == 2


@given(st.binary(max_size=60))
def test_bytes_that_are_read_are_had_back(data: bytes) -> None:
    try:
        traced = decode(data, "a.txt")
    except SeedError:
        return
    assert traced.revert() == data
