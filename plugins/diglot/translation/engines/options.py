"""What an engine needs: its libraries, and options as the dataclass that describes them says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Final, Generic, TypeVar

from diglot import settingsfile
from diglot.records import schema
from diglot.translation.engines.base import EngineError, Offer, Options
from diglot.yamlfile import Lines

T = TypeVar("T")
_PLACE: Final = schema.Place(settingsfile.NAME, Lines(""), family="settings")


@dataclass(frozen=True, slots=True)
class Needs(Generic[T]):
    """What must be there before an engine can be opened."""

    name: str
    """Of the engine, and of its options in ``DIGLOT_ENGINES``."""
    settings: type[T]
    """Describes its options."""
    extra: str
    """Of Diglot, which brings the libraries."""
    libraries: tuple[str, ...]

    def offer(self, given: Options, look: Callable[[T], Offer]) -> Offer:
        """Whether the engine can be used here.

        Args:
            given: What the settings and the environment say.
            look: Says it by the options, once these and the libraries are in order.
        """
        if lacking := [name for name in self.libraries if find_spec(name) is None]:
            what = f"{' and '.join(lacking)} not installed: pip install 'diglot[{self.extra}]'"
            return Offer(False, what)
        try:
            settings = self.read(given)
        except EngineError as error:
            return Offer(False, str(error))
        return look(settings)

    def read(self, given: Options) -> T:
        """The options.

        Raises:
            EngineError: one is unknown, of the wrong kind or not above zero.
        """
        where = f'DIGLOT_ENGINES["{self.name}"]'
        try:
            value, bad = schema.read(self.settings, dict(given.values), _PLACE)
        except (TypeError, ValueError):  # what JSON has no form for
            value, bad = None, []
        if value is None:
            what = f"{bad[0].what}; {bad[0].mend}" if bad else "use text and numbers only"
            raise EngineError(f"{where}: {what.partition('; see ')[0]}", fatal=True)
        for key, number in given.values.items():
            if isinstance(number, int | float) and number <= 0:
                raise EngineError(f"{where}: “{key}” is not above zero", fatal=True)
        return value
