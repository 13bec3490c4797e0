"""Two records that tell one deal and differ on it, and a third deal of one of them."""

from __future__ import annotations

from pathlib import Path

from tests.site import samples
from tests.site.sites import Site

OTHER = "2026-01-05-dongfeng-tencent"
LEAD = f"{samples.SLUG}-strategic-cooperation-dongfeng-tencent"
SECOND = f"{OTHER}-order-dongfeng-tencent"
THIRD = f"{OTHER}-order-dongfeng"
EN = """\
---
lang: en
title: Tencent denies the deal
{rights}source: {{publisher: Gasgoo}}
published: {{date: 2026-01-05, evidence: [2026-01-05]}}
companies:
- {{id: dongfeng, central: true, as: [Dongfeng]}}
- {{id: tencent, central: true, as: [Tencent]}}
deals:
- kind: order
  parties: [dongfeng, tencent]
  date: 2025-09
  status: denied
  evidence: ["=Tencent said in January that there was no such order"]
  {word}: [{same_as}]
- kind: order
  parties: [dongfeng]
  date: null
  evidence: [an order of its own]
themes:
- {{id: smart_cockpit, evidence: [cockpit]}}
---

=Tencent said in January that there was no such order. Nothing else is known of it.

Dongfeng gave an order of its own for the cockpit.
"""


def write(
    root: Path, *, rights: str | None = None, same_as: str = LEAD, word: str = "same_as"
) -> Path:
    """Write both records below a folder."""
    project = samples.write(root)
    said = f"rights: {rights}\n" if rights else ""
    path = project / "content" / "articles" / f"{OTHER}.en.md"
    path.write_text(EN.format(rights=said, same_as=same_as, word=word), encoding="utf-8")
    return project


def site(
    root: Path, *, rights: str | None = None, same_as: str = LEAD, word: str = "same_as"
) -> Site:
    """The site of both records."""
    project = write(root / "project", rights=rights, same_as=same_as, word=word)
    output = root / "output"
    return Site.of(project, output)
