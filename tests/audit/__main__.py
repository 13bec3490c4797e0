"""``make audit``: build the site as it is published and let every checker look at it.

``python -m tests.audit [--quick] [--only NAME,…] [DIRECTORY]`` looks at a directory that is built
already as it is. Exits with 1 when a gate is not passed.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import lxml.html

from tests import browser, vnu
from tests.audit import accessibility, feeds, languages, lighthouse, links, structured, weight
from tests.audit.output import Folder, admin
from tests.audit.samples import samples
from tests.audit.serving import serving
from tests.ground import ROOT
from tests.site.sites import build_site

ADDRESS = "https://example.org/diglot"
"""Where the site would be published if `SITEURL` does not say."""


def main() -> int:
    """Run the checkers; print what each found."""
    parser = argparse.ArgumentParser(prog="make audit", description=__doc__)
    parser.add_argument("directory", nargs="?", type=Path, help="a site that is built already")
    parser.add_argument("--only", default=",".join(CHECKS), help="some of them, with commas")
    parser.add_argument("--quick", action="store_true", help=f"all but {' and '.join(SLOW)}")
    asked = parser.parse_args()
    left_out = SLOW if asked.quick else ()
    names = [name for name in CHECKS if name in asked.only.split(",") and name not in left_out]
    with ExitStack() as stack:
        site = _site(asked.directory, stack)
        found = [len(list(_told(name, site))) for name in names]
    print(f"{len(names)} checks, {sum(found)} faults, {len(site.pages)} pages")
    return int(any(found))


def _site(directory: Path | None, stack: ExitStack) -> Folder:
    if directory is None:
        directory = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        build_site(ROOT, directory, os.environ.get("SITEURL") or ADDRESS)
    home = lxml.html.parse(directory / "en" / "index.html")
    canonical = home.xpath("string(//link[@rel='canonical']/@href)")
    if not canonical:
        sys.exit("audit: the site was built without SITEURL; build it with one, as for publishing")
    return Folder(directory, canonical.removesuffix("/en/"))


def _told(name: str, site: Folder) -> Iterator[str]:
    start = time.monotonic()
    faults = CHECKS[name](site)
    verdict = f"{len(faults)} faults" if faults else "passed"
    print(f"{name}: {verdict} ({time.monotonic() - start:.0f} s)", flush=True)
    for fault in faults:
        print(f"  {fault}")
        yield fault


def _html(site: Folder) -> list[str]:
    # The editor's page is checked by its own tests; the checker does not know its policy's 'self'.
    return [line for line in vnu.check(site.output) if not admin(line.partition(":")[0])]


def _weight(site: Folder) -> list[str]:
    heaviest = max(site.pages.values(), key=lambda page: weight.weigh(site, page))
    print(f"heaviest page: {heaviest.file}, {weight.weigh(site, heaviest) / 1024:.1f} KB")
    return weight.check(site)


def _accessibility(site: Folder) -> list[str]:
    with browser.launch(_chromium()) as chromium, serving(site.output, _prefix(site)) as address:
        return accessibility.check(chromium, address, samples(site), site.base)


def _lighthouse(site: Folder) -> list[str]:
    faults = []
    with serving(site.output, _prefix(site)) as address:
        for name, page in samples(site).items():
            report = lighthouse.run(_chromium(), name, address + page.url.removeprefix(site.base))
            print(report.line(), flush=True)
            faults += report.faults()
    return faults


def _prefix(site: Folder) -> str:
    return urlsplit(site.base).path


def _chromium() -> Path:
    path = browser.find_chromium()
    if path is None:
        sys.exit("audit: no Chromium (tests/browser.py says where it is looked for)")
    browser.ensure_chinese_fonts()
    return path


CHECKS: dict[str, Callable[[Folder], list[str]]] = {
    "html": _html,
    "links": links.check,
    "languages": languages.check,
    "feeds": feeds.check,
    "structured": structured.check,
    "weight": _weight,
    "accessibility": _accessibility,
    "lighthouse": _lighthouse,
}
"""Every checker by name, the quick ones first."""
SLOW = ("accessibility", "lighthouse")
"""Those that take minutes."""

if __name__ == "__main__":
    sys.exit(main())
