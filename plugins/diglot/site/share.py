"""A share image for each article, made where `DIGLOT_SHARE_IMAGES` is on: both titles, two pages.

1200 × 630, after ``themes/desk/share.html``: a red rule over the Chinese title, a blue one over the
English, the fold between. Needs Pillow (the extra ``share``) and a font of the system that has both
scripts; the same titles, Pillow and font give the same bytes.
"""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from diglot.languages import Lang
from diglot.problems import Message, SettingsError, tell
from diglot.settingsfile import USUAL
from diglot.site import links, views
from diglot.site.entries import Entry
from diglot.site.parts import Desk
from diglot.site.typesetting import Measure, balanced

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

NAME: Final = "share.png"
_SIZE: Final = (1200, 630)
_PAPER, _INK, _RED, _BLUE = "#fdfdfc", "#15181c", "#b3201c", "#1a4ea8"
_TOP, _SIDE, _FOLD, _RULE = 64, 72, 600, 10
_COLUMNS: Final = {"zh": (_SIDE, _FOLD - 36), "en": (_FOLD + 44, _SIZE[0] - _SIDE)}
"""Left and right edge of each title."""
_HEIGHT: Final = 330
"""Room for a title."""
_TYPE: Final = {"zh": (60, 1.36), "en": (54, 1.3)}
"""Largest size and line height."""
_SMALLEST: Final = 30
_FOLDERS: Final = (
    "/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts",
    "/Library/Fonts", "/System/Library/Fonts", "~/Library/Fonts", "C:/Windows/Fonts",
)  # fmt: skip
_FONTS: Final = (
    "NotoSerifCJK-Bold.ttc", "NotoSerifCJKsc-Bold.otf", "NotoSerifSC-Bold.otf",
    "SourceHanSerifSC-Bold.otf", "SourceHanSerif-Bold.ttc", "NotoSansCJK-Bold.ttc",
    "NotoSansCJKsc-Bold.otf", "SourceHanSansSC-Bold.otf", "Songti.ttc", "msyhbd.ttc",
)  # fmt: skip
"""Fonts with both scripts, the best first."""
_MOST_FACES: Final = 12


def of(desk: Desk, entry: Entry) -> views.ShareImage | None:
    """The share image of an article's pages, if it is made."""
    if not (desk.settings.share_images and desk.links.site_url):
        return None
    titles = dict.fromkeys(entry.title(side)[0] for side in ("zh", "en"))
    return views.ShareImage(href=desk.links.absolute(path(entry)), alt=" / ".join(titles))


def path(entry: Entry) -> str:
    """Where the image lies: beside the facing texts, as it is the same in both languages."""
    return links.facing(entry.slug) + NAME


def check() -> None:
    """See that images can be made.

    Raises:
        SettingsError: Pillow or a font is missing.
    """
    try:
        import PIL  # noqa: F401  # whether it is there
    except ImportError:
        _refuse(
            tell("DIGLOT_SHARE_IMAGES is on, but Pillow is not installed"),
            tell("pip install 'diglot[share]', or turn it off"),
        )
    if _font_file() is None:
        _refuse(
            tell("DIGLOT_SHARE_IMAGES is on, but no font with Chinese and Latin letters was found"),
            tell("install Noto CJK (Debian: fonts-noto-cjk), or turn it off"),
        )


def _refuse(what: Message, mend: Message) -> None:
    raise SettingsError(USUAL.finding("DIGLOT_SHARE_IMAGES", what, mend))


@cache
def _font_file() -> Path | None:
    folders = [Path(folder).expanduser() for folder in _FOLDERS]
    for name in _FONTS:
        found = (hit for folder in folders if folder.is_dir() for hit in sorted(folder.rglob(name)))
        if hit := next(found, None):
            return hit
    return None


@cache
def _font(size: int, lang: Lang) -> FreeTypeFont:
    """The font at a size; of a collection, the face for the script."""
    from PIL import ImageFont

    file, ending = str(_font_file()), "TC" if lang == "zh-Hant" else "SC"
    for face in range(_MOST_FACES if file.endswith(".ttc") else 1):
        try:
            font = ImageFont.truetype(file, size, index=face)
        except OSError:
            break
        if f"{font.getname()[0]}".endswith(ending):
            return font
    return ImageFont.truetype(file, size)


def paint(desk: Desk, entry: Entry) -> bytes:
    """The image as PNG."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", _SIZE, _PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((_SIDE, _TOP, _FOLD - 1, _TOP + _RULE - 1), _RED)
    draw.rectangle((_FOLD, _TOP, _SIZE[0] - _SIDE - 1, _TOP + _RULE - 1), _BLUE)
    draw.rectangle((_FOLD, _TOP + _RULE, _FOLD + 1, _TOP + _RULE + 364), _INK)
    for side, (left, right) in _COLUMNS.items():
        title, lang = entry.title("zh" if side == "zh" else "en")
        if lang.startswith(side):  # a title that waits for its translation stands once
            _set(draw, title, lang, (left, right))
    _wordmark(draw, desk.settings.site_name)
    out = io.BytesIO()
    image.quantize(colors=32).save(out, "PNG")  # few colours: a quarter of the size
    return out.getvalue()


def _set(draw: Any, title: str, lang: Lang, edges: tuple[int, int]) -> None:
    """A title in its column, as large as fits."""
    largest, height = _TYPE[lang[:2]]
    width = edges[1] - edges[0]
    for size in range(largest, _SMALLEST - 1, -2):
        measure, leading = _measure(size, lang), round(size * height)
        found = balanced(title, lang, measure, width)
        if len(found) * leading <= _HEIGHT and max(map(measure, found)) <= width:
            break
    room = max(1, _HEIGHT // leading)
    shown = found if len(found) <= room else [*found[: room - 1], found[room - 1][:-1] + "…"]
    for place, line in enumerate(shown):
        at = (edges[0], _TOP + _RULE + 26 + place * leading)
        draw.text(at, line, _INK, font=_font(size, lang), features=_features(lang))


def _measure(size: int, lang: Lang) -> Measure:
    return lambda text: _font(size, lang).getlength(text, features=_features(lang))


@cache
def _features(lang: Lang) -> list[str] | None:
    """What keeps “ ” ’ narrow in English, where Pillow can shape text."""
    from PIL import features

    return ["pwid"] if lang == "en" and features.check("raqm") else None


def _wordmark(draw: Any, name: str) -> None:
    font, bottom = _font(60, "en"), _SIZE[1] - 52
    draw.text((_SIDE, bottom - 27), name, _INK, font=font, anchor="ls")
    width = round(font.getlength(name))
    half = _SIDE + width // 2
    draw.rectangle((_SIDE, bottom - 7, half - 3, bottom), _RED)
    draw.rectangle((half + 3, bottom - 7, _SIDE + width, bottom), _BLUE)
