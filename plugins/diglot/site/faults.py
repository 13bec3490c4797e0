"""What to tell of an error in a file of the theme: templates are programs that people edit."""

from __future__ import annotations

from pathlib import Path
from traceback import extract_tb

from jinja2 import TemplateNotFound

from diglot.problems import Finding, refused, tell
from diglot.site.settings import Settings


def told(error: Exception, settings: Settings) -> Finding | None:
    """The error as a finding; None if neither a template nor the operating system is behind it."""
    place = _place(error, settings)
    if place is None:
        return refused(error) if isinstance(error, OSError) else None
    path, line = place
    shown = path.relative_to(settings.root) if path.is_relative_to(settings.root) else path
    what = tell("%(kind)s: %(reason)s", kind=type(error).__name__, reason=error)
    return Finding(str(shown), line, "theme", what, tell("correct the template"))


def _place(error: Exception, settings: Settings) -> tuple[Path, int] | None:
    """The innermost line of a template on the way to the error."""
    calls = [(Path(call.filename), call.lineno or 0) for call in extract_tb(error.__traceback__)]
    found = [call for call in calls if call[0].is_relative_to(settings.templates)]
    if not found and isinstance(error, TemplateNotFound):
        return settings.templates / str(error.name), 0
    return found[-1] if found else None
