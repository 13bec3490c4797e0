"""Findings about ``content/`` and ``seeds/``: a table of named checks, one code each.

``docs/findings.md`` has a paragraph for each code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from diglot.check import across, causes, companies, deals, former, judging, seeds, settings
from diglot.check.problem import Problems
from diglot.check.verdict import Gist, Verdict
from diglot.check.workers import judged
from diglot.config import Project
from diglot.problems import Finding, Severity, ranked
from diglot.records import store
from diglot.records.content import Content, outline

REGISTRY: Final[Mapping[str, tuple[judging.Check, Severity]]] = MappingProxyType(
    {
        "seed-format": (seeds.seed_format, Severity.WARNING),
        "alias-collision": (companies.alias_collision, Severity.WARNING),
        "company-language": (companies.company_language, Severity.WARNING),
        "company-proposed": (companies.company_proposed, Severity.NOTE),
        "parent-cycle": (companies.parent_cycle, Severity.ERROR),
        "ticker-format": (companies.ticker_format, Severity.WARNING),
    }
)
"""Checks of what is no record, by the code of their findings."""

ACROSS: Final[Mapping[str, tuple[Callable[[Content, Sequence[Gist]], Problems], Severity]]] = (
    MappingProxyType(
        {
            "record-duplicate": (across.record_duplicate, Severity.WARNING),
            "record-near": (across.record_near, Severity.WARNING),
            "deal-unknown": (deals.deal_unknown, Severity.ERROR),
            "deal-twice": (deals.deal_twice, Severity.ERROR),
            "deal-contradiction": (deals.deal_contradiction, Severity.ERROR),
            "address-taken": (former.address_taken, Severity.ERROR),
            "link-dead": (across.link_dead, Severity.WARNING),
            "seed-missing": (seeds.seed_missing, Severity.WARNING),
            "evidence-missing": (seeds.evidence_missing, Severity.WARNING),
        }
    )
)
"""Checks of all records together."""

CHECKS: Final[Mapping[str, tuple[Callable[..., Problems], Severity]]] = MappingProxyType(
    {**judging.CHECKS, **REGISTRY, **ACROSS}
)
"""All checks but the lint, by the code of their findings."""

READING: Final = (
    "article-lang",
    "article-name",
    "date-edtf",
    "front-matter-key",
    "front-matter-syntax",
    "front-matter-value",
    "id-form",
    "page-encoding",
    "record-originals",
    "registry-id",
    "registry-key",
    "registry-reference",
    "registry-syntax",
    "registry-value",
    "rights-value",
    "state-syntax",
    "translation-orphan",
    "url-form",
)
"""Codes of what reading ``content/`` brings to light."""

IMPORTING: Final = (
    "seed-binary",
    "seed-changed",
    "seed-duplicate",
    "seed-empty",
    "seed-encoding",
    "seed-foreign",
    "seed-language",
    "seed-missing",
    "seed-no-sentence",
    "seed-unimported",
    "seed-unreadable",
)
"""Codes of what keeps a raw text from becoming a record."""

LINTS: Final = (
    *("translation-dates", "translation-kind", "translation-length", "translation-names"),
    *("translation-numbers", "translation-punctuation", "translation-residue"),
    *("translation-stale", "translation-waiver"),
)
"""Codes of the lint (`lints.SEVERITIES`), which loads slowly."""

COMMANDS: Final = (
    "block-unknown",
    "editor-fetch",
    "engine",
    "field-unknown",
    "file-unusable",
    "project-missing",
    "registry-missing",
    "serve",
    "settings",
    "theme",
    "slug-invalid",
    "slug-unknown",
    "translation-failed",
)
"""Codes of what is wrong with settings and the arguments of a command."""

PUBLISHING: Final = ("site-link", "site-missing", "site-size")
"""Codes of what keeps a built site from being published."""

EXCHANGE: Final = (
    "exchange-changed",
    "exchange-conflict",
    "exchange-emptied",
    "exchange-file",
    "exchange-language",
    "exchange-library",
    "exchange-markup",
    "exchange-name",
    "exchange-partial",
    "exchange-shape",
    "exchange-twice",
    "exchange-unfinished",
    "exchange-unknown",
)
"""Codes of what cannot be exchanged with a translator's tool as it is."""

CODES: Final = frozenset((*CHECKS, *LINTS, *READING, *IMPORTING, *COMMANDS, *PUBLISHING, *EXCHANGE))


def check(content: Content, wanted: Callable[[], bool] = lambda: True) -> list[Finding]:
    """What is wrong with content that has been read, the most serious first.

    Raises:
        Outdated: ``wanted``, asked again and again, said no.
    """
    found = judged(content.project, [record.slug for record in content.records], content, wanted)
    together = _together(content, found, reading=False)
    return ranked(causes.settled(content, [*content.findings, *together]))


def run(project: Project) -> list[Finding]:
    """What is wrong with a project: its content, and the seeds without a record."""
    findings: list[Finding] = []
    findings += settings.faults(project)
    slugs, content = store.slugs(project.content, findings), outline(project)
    found = judged(project, slugs, content)
    findings += [*content.findings, *_together(content, found, reading=True)]
    gists = [one.gist for one in found if one.gist is not None]
    return ranked(causes.settled(content, [*findings, *seeds.seed_faults(content, gists)]))


def _together(content: Content, found: Sequence[Verdict], *, reading: bool) -> Iterator[Finding]:
    """What was found in each record, in the registry, and between them."""
    gists = [one.gist for one in found if one.gist is not None]
    for one in found:
        yield from (*one.reading, *one.found) if reading else one.found
    for code, (look, severity) in REGISTRY.items():
        yield from (problem.finding(code, severity) for problem in look(content))
    for code, (compare, severity) in ACROSS.items():
        yield from (problem.finding(code, severity) for problem in compare(content, gists))
