"""Findings about ``content/`` and ``seeds/``: a table of named checks, one code each.

``docs/findings.md`` has a paragraph for each code.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from diglot.check import companies, deals, lints, references, seeds, translations, words
from diglot.check.problem import Problems
from diglot.config import Project
from diglot.problems import Finding, Severity
from diglot.records.content import Content, load

Check = Callable[[Content], Problems]

CHECKS: Final[Mapping[str, tuple[Check, Severity]]] = MappingProxyType(
    {
        "company-unknown": (references.company_unknown, Severity.ERROR),
        "theme-unknown": (references.theme_unknown, Severity.ERROR),
        "person-unknown": (references.person_unknown, Severity.ERROR),
        "place-unknown": (references.place_unknown, Severity.ERROR),
        "deal-party": (references.deal_party, Severity.WARNING),
        "deal-unknown": (deals.deal_unknown, Severity.ERROR),
        "deal-contradiction": (deals.deal_contradiction, Severity.ERROR),
        "company-twice": (references.company_twice, Severity.WARNING),
        "evidence-missing": (words.evidence_missing, Severity.WARNING),
        "form-missing": (words.form_missing, Severity.WARNING),
        "translation-none": (translations.translation_none, Severity.WARNING),
        "translation-blocks": (translations.translation_blocks, Severity.ERROR),
        "translation-untranslated": (translations.translation_untranslated, Severity.NOTE),
        "seed-missing": (seeds.seed_missing, Severity.WARNING),
        "alias-collision": (companies.alias_collision, Severity.WARNING),
        "company-language": (companies.company_language, Severity.WARNING),
        "company-proposed": (companies.company_proposed, Severity.NOTE),
        "parent-cycle": (companies.parent_cycle, Severity.ERROR),
        "ticker-format": (companies.ticker_format, Severity.WARNING),
    }
)
"""Checks of whole content, by the code of their findings."""

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
    "seed-language",
    "seed-missing",
    "seed-no-sentence",
    "seed-unimported",
)
"""Codes of what keeps a raw text from becoming a record."""

COMMANDS: Final = (
    "block-unknown",
    "engine",
    "field-unknown",
    "file-unusable",
    "serve",
    "settings",
    "slug-invalid",
    "slug-unknown",
    "translation-failed",
)
"""Codes of what is wrong with settings and the arguments of a command."""

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

CODES: Final = frozenset((*CHECKS, *lints.SEVERITIES, *READING, *IMPORTING, *COMMANDS, *EXCHANGE))


def check(content: Content) -> list[Finding]:
    """What is wrong with content that has been read, sorted by place."""
    findings = list(content.findings)
    for code, (look, severity) in CHECKS.items():
        findings += [problem.finding(code, severity) for problem in look(content)]
    findings += lints.findings(content)
    return sorted(findings)


def run(project: Project) -> list[Finding]:
    """What is wrong with a project: its content, and the seeds without a record."""
    content = load(project)
    return sorted([*check(content), *seeds.seed_faults(content)])
