"""The settings of a site, read from the mapping Pelican makes of ``pelican.conf.py``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from diglot.languages import SIDES, Side
from diglot.model import Both, Rights
from diglot.problems import Finding, Message, SettingsError, tell
from diglot.settingsfile import USUAL, SettingsFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What `site.build` needs to know besides the content."""

    root: Path
    """The project: where ``content/`` and ``seeds/`` lie."""
    output: Path
    """Where the site is written (``OUTPUT_PATH``)."""
    theme: Path
    """Folder with ``templates/``, ``static/`` and ``translations/`` (``THEME``)."""
    site_url: str = ""
    """``SITEURL``: public address without a final slash; empty: links from the server's root."""
    site_name: str = "Diglot"
    """``SITENAME``: wordmark and end of each title."""
    site_id: str = "Diglot"
    """``DIGLOT_SITE_ID``: keeps the ids of feeds apart from other sites'; ``SITENAME`` if unset."""
    tagline: Both = field(default_factory=lambda: Both(zh="", en=""))
    """``DIGLOT_TAGLINE``: one sentence about the site, in both languages."""
    colophon: Both = field(default_factory=lambda: Both(zh="", en=""))
    """``DIGLOT_COLOPHON``: what the site is about, for the foot of each page."""
    import_seeds: bool = True
    """``DIGLOT_IMPORT``: ``on`` imports new seeds at the start of a build, ``off`` refuses them."""
    default_rights: Rights = "full"
    """``DIGLOT_RIGHTS``: rights of a record that does not state its own."""
    share_images: bool = False
    """``DIGLOT_SHARE_IMAGES``: ``on`` makes a share image for each article; needs ``SITEURL``."""
    feed_items: int = 50
    """``DIGLOT_FEED_ITEMS``: entries of a feed at most."""
    home_items: int = 10
    """``DIGLOT_HOME_ITEMS``: records, deals, dates and names on the home page at most."""
    code_url: str = ""
    """``DIGLOT_CODE_URL``: address of the source repository, shown in the foot."""
    admin: bool = True
    """``DIGLOT_ADMIN``: ``off`` builds no editor at ``/admin/``, fetched or not."""
    admin_repo: str = ""
    """``DIGLOT_ADMIN_REPO``: ``owner/name`` on GitHub that the editor at ``/admin/`` writes to."""
    admin_branch: str = ""
    """``DIGLOT_ADMIN_BRANCH``: its branch; empty: the repository's default branch."""
    admin_auth: str = ""
    """``DIGLOT_ADMIN_AUTH``: address of the OAuth client editors sign in through; empty: tokens."""

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


NAMES: Final = frozenset(
    f"DIGLOT_{name}"
    for name in (
        *("ADMIN", "ADMIN_AUTH", "ADMIN_BRANCH", "ADMIN_REPO", "CODE_URL", "COLOPHON", "ENGINE"),
        *("ENGINES", "FEED_ITEMS", "HOME_ITEMS", "IMPORT", "RIGHTS", "SHARE_IMAGES", "SITE_ID"),
        "TAGLINE",
    )
)
"""The settings Diglot adds to Pelican's."""
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
    problems = folder_problems(conf, file)

    def check(good: bool, name: str, mend: Message) -> None:
        if not good:
            problems.append(file.unusable(name, conf.get(name), mend))

    url = str(conf.get("SITEURL") or "").rstrip("/")
    parts = urlsplit(url)
    address = not url or (parts.scheme in ("http", "https") and bool(parts.netloc))
    check(
        address,
        "SITEURL",
        tell("write a full address such as https://example.org/repo, or nothing"),
    )
    rights = conf.get("DIGLOT_RIGHTS", "full")
    check(
        rights in ("full", "excerpt", "link"), "DIGLOT_RIGHTS", tell("write full, excerpt or link")
    )
    mode = str(conf.get("DIGLOT_IMPORT", "on"))
    check(mode in ("on", "off"), "DIGLOT_IMPORT", tell("write on or off"))
    share = str(conf.get("DIGLOT_SHARE_IMAGES", "off"))
    check(share in ("on", "off"), "DIGLOT_SHARE_IMAGES", tell("write on or off"))
    tagline = conf.get("DIGLOT_TAGLINE", {"zh": "", "en": ""})
    colophon = conf.get("DIGLOT_COLOPHON", {"zh": "", "en": ""})
    for name, value in {"DIGLOT_TAGLINE": tagline, "DIGLOT_COLOPHON": colophon}.items():
        both = isinstance(value, Mapping) and set(value) == set(SIDES)
        check(both, name, tell('write {"zh": "…", "en": "…"}'))
    for name in ("DIGLOT_FEED_ITEMS", "DIGLOT_HOME_ITEMS"):
        check(
            isinstance(conf.get(name, 1), int) and conf.get(name, 1) > 0,
            name,
            tell("write 1 or more"),
        )
    editor = str(conf.get("DIGLOT_ADMIN", "on"))
    check(editor in ("on", "off"), "DIGLOT_ADMIN", tell("write on or off"))
    repo = str(conf.get("DIGLOT_ADMIN_REPO") or "")
    named = re.fullmatch(r"[\w.-]+/[\w.-]+", repo, re.ASCII)
    check(not repo or bool(named), "DIGLOT_ADMIN_REPO", tell("write owner/name, or nothing"))
    auth = str(conf.get("DIGLOT_ADMIN_AUTH") or "").rstrip("/")
    check(
        not auth or auth.startswith("https://"),
        "DIGLOT_ADMIN_AUTH",
        tell("write an address that begins with https://, or nothing"),
    )
    if problems:
        raise SettingsError(*problems)
    return Settings(
        root=Path(conf["PATH"]).resolve().parent,
        output=Path(conf["OUTPUT_PATH"]),
        theme=Path(conf["THEME"]),
        site_url=url,
        site_name=str(conf.get("SITENAME") or "Diglot"),
        site_id=str(conf.get("DIGLOT_SITE_ID") or conf.get("SITENAME") or "Diglot"),
        tagline=Both(**tagline),
        colophon=Both(**colophon),
        import_seeds=mode == "on",
        default_rights=rights,
        share_images=share == "on",
        feed_items=conf.get("DIGLOT_FEED_ITEMS", 50),
        home_items=conf.get("DIGLOT_HOME_ITEMS", 10),
        code_url=str(conf.get("DIGLOT_CODE_URL") or ""),
        admin=editor == "on",
        admin_repo=repo,
        admin_branch=str(conf.get("DIGLOT_ADMIN_BRANCH") or ""),
        admin_auth=auth,
    )
