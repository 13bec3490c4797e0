"""The options of an engine, checked against the dataclass that describes them."""

from __future__ import annotations

from typing import Final, TypeVar

from diglot.records import schema
from diglot.translation.engines.base import EngineError, Options
from diglot.yamlfile import Lines

T = TypeVar("T")
_PLACE: Final = schema.Place("pelican.conf.py", Lines(""), family="settings")


def read(cls: type[T], name: str, options: Options) -> T:
    """The options of the engine of this name.

    Raises:
        EngineError: one is unknown, of the wrong kind or not above zero.
    """
    where = f'DIGLOT_ENGINES["{name}"]'
    try:
        value, bad = schema.read(cls, dict(options.values), _PLACE)
    except (TypeError, ValueError):  # what JSON has no form for
        value, bad = None, []
    if value is None:
        what = f"{bad[0].what}; {bad[0].mend}" if bad else "use text and numbers only"
        raise EngineError(f"{where}: {what.partition('; see ')[0]}", fatal=True)
    for key, given in options.values.items():
        if isinstance(given, int | float) and given <= 0:
            raise EngineError(f"{where}: “{key}” is not above zero", fatal=True)
    return value
