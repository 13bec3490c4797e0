"""The settings of a site, read from the mapping Pelican makes of ``pelican.conf.py``."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Final, get_args, get_type_hints
from urllib.parse import urlsplit

from diglot.languages import SIDES, Side
from diglot.model import Both, Rights
from diglot.problems import Finding, Message, SettingsError, tell
from diglot.settingsfile import USUAL, SettingsFile


@dataclass(frozen=True, slots=True)
class _Form:
    """What the values of a setting look like, and what becomes of them."""

    read: Callable[[Any], Any]
    good: Callable[[Any], bool]
    mend: Message
    """What to write in place of a value that is not good."""


def _text(value: object) -> str:
    return str(value or "")


def _bare(value: object) -> str:
    """An address without a final slash."""
    return _text(value).rstrip("/")


def _full(value: object) -> bool:
    """Whether an address is one of the web, or nothing."""
    parts = urlsplit(_bare(value))
    return not _bare(value) or (parts.scheme in ("http", "https") and bool(parts.netloc))


_ADDRESS: Final = _Form(
    _bare, _full, tell("write a full address such as https://example.org/repo, or nothing")
)
_SECURE: Final = _Form(
    _bare,
    lambda value: not _bare(value) or _bare(value).startswith("https://"),
    tell("write an address that begins with https://, or nothing"),
)
_REPOSITORY: Final = _Form(
    _text,
    lambda value: not value or bool(re.fullmatch(r"[\w.-]+/[\w.-]+", str(value), re.ASCII)),
    tell("write owner/name, or nothing"),
)
_SWITCH: Final = _Form(
    lambda value: str(value) == "on",
    lambda value: str(value) in ("on", "off"),
    tell("write on or off"),
)
_COUNT: Final = _Form(
    int, lambda value: isinstance(value, int) and value > 0, tell("write 1 or more")
)
_BOTH: Final = _Form(
    lambda value: Both(**value),
    lambda value: isinstance(value, Mapping) and set(value) == set(SIDES),
    tell('write {"zh": "…", "en": "…"}'),
)
_RIGHTS: Final = _Form(
    str, lambda value: value in get_args(Rights), tell("write full, excerpt or link")
)
_SILENT: Final = Both(zh="", en="")


@dataclass(frozen=True, slots=True)
class _Setting:
    """What a field is read from."""

    name: str
    form: _Form | None = None
    """None: a text of any kind. An empty one that is good leaves the field at its default."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What `site.build` needs to know besides the content."""

    root: Path
    """The project: where ``content/`` and ``seeds/`` lie."""
    output: Path
    """Where the site is written (``OUTPUT_PATH``)."""
    theme: Path
    """Folder with ``templates/``, ``static/`` and ``translations/`` (``THEME``)."""
    site_url: Annotated[str, _Setting("SITEURL", _ADDRESS)] = ""
    """Public address without a final slash; empty: links from the server's root."""
    site_name: Annotated[str, _Setting("SITENAME")] = "Diglot"
    """Wordmark and end of each title."""
    site_id: Annotated[str, _Setting("DIGLOT_SITE_ID")] = "Diglot"
    """Keeps the ids of feeds apart from other sites'; ``SITENAME`` if unset."""
    tagline: Annotated[Both, _Setting("DIGLOT_TAGLINE", _BOTH)] = _SILENT
    """One sentence about the site, in both languages."""
    colophon: Annotated[Both, _Setting("DIGLOT_COLOPHON", _BOTH)] = _SILENT
    """What the site is about, for the foot of each page."""
    import_seeds: Annotated[bool, _Setting("DIGLOT_IMPORT", _SWITCH)] = True
    """``on`` imports new seeds at the start of a build, ``off`` refuses them."""
    default_rights: Annotated[Rights, _Setting("DIGLOT_RIGHTS", _RIGHTS)] = "full"
    """Rights of a record that does not state its own."""
    share_images: Annotated[bool, _Setting("DIGLOT_SHARE_IMAGES", _SWITCH)] = False
    """``on`` makes a share image for each article; needs ``SITEURL``."""
    feed_items: Annotated[int, _Setting("DIGLOT_FEED_ITEMS", _COUNT)] = 50
    """Entries of a feed at most."""
    home_items: Annotated[int, _Setting("DIGLOT_HOME_ITEMS", _COUNT)] = 10
    """Records, deals, dates and names on the home page at most."""
    code_url: Annotated[str, _Setting("DIGLOT_CODE_URL")] = ""
    """Address of the source repository, shown in the foot."""
    admin: Annotated[bool, _Setting("DIGLOT_ADMIN", _SWITCH)] = True
    """``off`` builds no editor at ``/admin/``, fetched or not."""
    admin_repo: Annotated[str, _Setting("DIGLOT_ADMIN_REPO", _REPOSITORY)] = ""
    """``owner/name`` on GitHub that the editor at ``/admin/`` writes to."""
    admin_branch: Annotated[str, _Setting("DIGLOT_ADMIN_BRANCH")] = ""
    """Its branch; empty: the repository's default branch."""
    admin_auth: Annotated[str, _Setting("DIGLOT_ADMIN_AUTH", _SECURE)] = ""
    """Address of the OAuth client editors sign in through; empty: tokens."""

    @property
    def base(self) -> str:
        """Base path of links: ``/`` or ``/repo/``."""
        return urlsplit(self.site_url).path.rstrip("/") + "/"

    @property
    def share(self) -> Path:
        """The image other sites show with a link."""
        return self.root / "content" / "share.png"

    @property
    def templates(self) -> Path:
        """Folder of the templates."""
        return self.theme / "templates"

    def catalogue(self, side: Side) -> Path:
        """The gettext catalogue of a language."""
        return self.theme / "translations" / side / "LC_MESSAGES" / "diglot.po"


_SET: Final[Mapping[str, tuple[str, _Form | None]]] = {
    one.name: (key, one.form)
    for key, hint in get_type_hints(Settings, include_extras=True).items()
    for one in getattr(hint, "__metadata__", ())
}
"""Name of each setting -> the field it is for, and its form."""
NAMES: Final = frozenset(name for name in _SET if name.startswith("DIGLOT_"))
"""The settings of a site that Diglot adds to Pelican's."""
FOLDERS: Final = {
    "PATH": tell('write "content", the folder of records and registries'),
    "THEME": tell("write the folder of a theme that has templates, static and translations"),
}
"""Settings that name folders, and what to write there."""


def folder_problems(
    conf: Mapping[str, Any], file: SettingsFile, base: Path = Path()
) -> list[Finding]:
    """What is wrong with the settings that name folders.

    Of a folder of another name, or none, Pelican would make an empty site in place of the one
    that was built; and it would refuse a missing one in words of its own.

    Args:
        conf: Values of the settings, by name.
        file: Where they are written.
        base: Folder from which paths count.
    """
    content, theme = (base / str(conf.get(name) or "?") for name in FOLDERS)
    good = {
        "PATH": content.is_dir() and content.name == "content",
        "THEME": (theme / "translations").is_dir(),
    }
    wrong = (name for name in FOLDERS if not good[name])
    return [file.unusable(name, conf.get(name), FOLDERS[name]) for name in wrong]


def from_mapping(conf: Mapping[str, Any], file: SettingsFile = USUAL) -> Settings:
    """Settings of a build.

    Args:
        conf: Their values, by name.
        file: Where they are written.

    Raises:
        SettingsError: one finding for each setting with an unusable value.
    """
    problems, found = folder_problems(conf, file), dict[str, Any]()
    for name in filter(conf.__contains__, _SET):
        (key, form), value = _SET[name], conf[name]
        if form and not form.good(value):
            problems.append(file.unusable(name, value, form.mend))
        else:
            found[key] = form.read(value) if form else _text(value)
    if problems:
        raise SettingsError(*problems)
    found = {key: value for key, value in found.items() if value != ""}
    if "site_name" in found:
        found.setdefault("site_id", found["site_name"])
    return Settings(
        root=Path(conf["PATH"]).resolve().parent,
        output=Path(conf["OUTPUT_PATH"]),
        theme=Path(conf["THEME"]),
        **found,
    )
