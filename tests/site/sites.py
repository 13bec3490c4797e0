"""Sites built for the tests, read back from their output directories."""

from __future__ import annotations

import os
import pickle
import runpy
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from diglot.check import check
from diglot.config import Project
from diglot.records import content, store
from diglot.records.store import Record
from diglot.site import settings
from diglot.site.build import Built, build
from tests.audit.output import ATOM, Link, Output, Page, admin, files, language
from tests.ground import ROOT

__all__ = [
    "ADDRESS",
    "ATOM",
    "ROOT",
    "Link",
    "Page",
    "Site",
    "admin",
    "build_site",
    "files",
    "language",
]

ADDRESS = "https://example.org/repo"


def build_site(root: Path, output: Path, url: str = "", **changes: Any) -> Built:
    """Build a project by the repository's settings, without Pelican; imports nothing."""
    conf = runpy.run_path(str(ROOT / "pelican.conf.py"))
    conf |= {"PATH": root / "content", "OUTPUT_PATH": output, "THEME": ROOT / "themes" / "desk"}
    conf |= {"SITEURL": url, "DIGLOT_CODE_URL": "", "DIGLOT_ADMIN": "off", **changes}
    made = settings.from_mapping(conf)
    loaded = content.load(Project(root=root))
    return build(made, loaded, check(loaded))


@dataclass(frozen=True)
class Site(Output):
    """A site with what it was built from."""

    project: Path
    output: Path
    address: str
    result: Built

    @classmethod
    def of(cls, project: Path, output: Path, address: str = ADDRESS, **changes: Any) -> Site:
        """A project, built below an output folder (see `build_site`)."""
        return cls(project, output, address, build_site(project, output, address, **changes))

    @classmethod
    def shared(cls, session: pytest.TempPathFactory, name: str, address: str = ADDRESS) -> Site:
        """The repository's site, built by the first process of the session that asks for it."""
        base = session.getbasetemp()
        folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
        kept = folder.with_suffix(".pickle")
        with FileLock(folder.with_suffix(".lock")):
            if not kept.exists():
                kept.write_bytes(pickle.dumps(build_site(ROOT, folder, address)))
        return cls(ROOT, folder, address, pickle.loads(kept.read_bytes()))

    @cached_property
    def records(self) -> dict[str, Record]:
        """The records the site was built from."""
        return {r.slug: r for r in store.load_all(self.project / "content").records}

    def of_kind(self, *kinds: str) -> list[Page]:
        """Pages of some kinds; tests walk through them, and a walk through none proves nothing."""
        found = super().of_kind(*kinds)
        assert {page.kind for page in found} == set(kinds)
        return found

    def record(self, page: Page) -> Record:
        """The record an article page or facing texts show."""
        return self.records[page.file.split("/")[-2]]
