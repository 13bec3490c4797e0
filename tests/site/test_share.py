"""Share images: one for each article where they are switched on, else the site's own."""

from __future__ import annotations

import io
import runpy
from pathlib import Path

import pytest
from PIL import Image

from diglot.problems import SettingsError
from diglot.site import settings, share, typesetting
from tests.ground import ROOT
from tests.site import samples
from tests.site.sites import ADDRESS, Site, build_site

IMAGE = f"both/articles/{samples.SLUG}/share.png"
RED, BLUE = (179, 32, 28), (26, 78, 168)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The sample's site with share images."""
    root, output = tmp_path_factory.mktemp("project"), tmp_path_factory.mktemp("output")
    samples.write(root)
    return Site.of(root, output, DIGLOT_SHARE_IMAGES="on")


@pytest.fixture(autouse=True)
def _font() -> None:
    if share._font_file() is None:
        pytest.skip("no font with Chinese and Latin letters")


def _near(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return all(abs(a - b) < 12 for a, b in zip(one, other, strict=True))


def test_an_image_has_a_red_rule_over_the_chinese_title_and_a_blue_one_over_the_english(
    site: Site,
) -> None:
    image = Image.open(io.BytesIO(site.files[IMAGE])).convert("RGB")
    assert image.size == (1200, 630)
    assert _near(image.getpixel((300, 69)), RED)
    assert _near(image.getpixel((900, 69)), BLUE)
    for left, right in ((72, 590), (610, 1128)):  # both titles are there
        column = image.crop((left, 90, right, 420)).convert("L")
        assert column.getextrema()[0] < 60
    assert len(site.files[IMAGE]) < 60_000


def test_pages_of_the_article_name_its_image_and_others_none_where_the_site_has_none(
    site: Site,
) -> None:
    own = f"{ADDRESS}/{IMAGE}"
    for page in site.pages.values():
        wanted = [own] if page.kind in ("article", "both") else []
        assert page.meta("og:image") == page.meta("twitter:image") == wanted, page.file
        assert page.meta("og:image:alt") != [""]


def test_they_are_off_unless_switched_on(built: Site) -> None:
    assert not [
        name for name in built.files if name.endswith("/share.png") and "static" not in name
    ]
    for page in built.pages.values():
        assert page.meta("og:image") == [f"{ADDRESS}/static/share.png"]


def test_the_same_titles_make_the_same_image(site: Site, tmp_path: Path) -> None:
    build_site(site.project, tmp_path, ADDRESS, DIGLOT_SHARE_IMAGES="on")
    assert (tmp_path / IMAGE).read_bytes() == site.files[IMAGE]


def test_a_missing_font_is_said_and_how_to_mend_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(share, "_FOLDERS", (str(tmp_path),))
    share._font_file.cache_clear()
    try:
        with pytest.raises(SettingsError) as caught:
            share.check()
    finally:
        share._font_file.cache_clear()
    (finding,) = caught.value.findings
    assert "no font" in finding.what
    assert "fonts-noto-cjk" in finding.mend


def test_a_missing_pillow_is_said_and_how_to_mend_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "PIL", None)
    with pytest.raises(SettingsError) as caught:
        share.check()
    (finding,) = caught.value.findings
    assert "Pillow" in finding.what
    assert "diglot[share]" in finding.mend


def test_a_setting_that_is_neither_on_nor_off_is_refused() -> None:
    conf = runpy.run_path(str(ROOT / "pelican.conf.py")) | {"DIGLOT_SHARE_IMAGES": "yes"}
    with pytest.raises(SettingsError, match="DIGLOT_SHARE_IMAGES"):
        settings.from_mapping(conf)


# Lines of a title


def _width(text: str) -> float:
    return sum(1 if char.isascii() else 2 for char in text)


def test_a_heading_tears_no_known_word_apart_and_keeps_marks_with_their_words() -> None:
    known = frozenset({"腾讯", "战略", "战略合作"})
    made = typesetting.phrases("“腾讯”达成战略合作，AI&车", known)
    assert made.split("<wbr>") == ["“腾讯”", "达", "成", "战略合作，", "AI&amp;", "车"]
    assert typesetting.phrases("One <two>", known) == "One &lt;two&gt;"


def test_english_breaks_between_words_and_chinese_anywhere() -> None:
    assert typesetting.lines("one two three", "en", _width, 7) == ["one two", "three"]
    assert typesetting.lines("东风与腾讯签约", "zh-Hans", _width, 8) == ["东风与腾", "讯签约"]


def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one() -> None:
    assert typesetting.lines("东风腾讯，签约", "zh-Hans", _width, 8) == ["东风腾", "讯，签约"]
    assert typesetting.lines("东风与“腾讯”", "zh-Hans", _width, 8) == ["东风与", "“腾讯”"]


def test_latin_words_in_chinese_stay_whole() -> None:
    assert typesetting.lines("探索AI大模型DeepSeek", "zh-Hans", _width, 14)[-1] == "DeepSeek"


def test_balanced_lines_are_as_many_and_leave_no_last_character_alone() -> None:
    text = "腾讯的汽车朋友圈迎来又一位重磅伙伴"
    plain = typesetting.lines(text, "zh-Hans", _width, 16)
    even = typesetting.balanced(text, "zh-Hans", _width, 16)
    assert len(plain[-1]) == 1
    assert len(even) == len(plain)
    assert len(even[-1]) > 3
    assert "".join(even) == text
