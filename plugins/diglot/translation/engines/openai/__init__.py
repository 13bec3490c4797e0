"""Any chat service that speaks OpenAI's API, hosted or local: the door to ``openai``, ``tenacity``.

https://developers.openai.com/api/reference/resources/chat; Ollama, llama-server, vLLM and most
hosted services speak it too.
"""

from __future__ import annotations

from typing import Final

from diglot.translation.engines.base import Engine, Offer, Options
from diglot.translation.engines.openai.settings import HOSTED, KEY, NAME, Settings, address
from diglot.translation.engines.options import Needs

_NEEDS: Final = Needs(NAME, Settings, "openai", ("openai", "tenacity"))


def offer(given: Options) -> Offer:
    """Whether a chat service can be used here."""

    def look(settings: Settings) -> Offer:
        lack = _lack(settings, given.environ.get(KEY))
        return Offer(not lack, lack or f"{settings.model} at {address(settings.base_url)}")

    return _NEEDS.offer(given, look)


def _lack(settings: Settings, key: str | None) -> str:
    """What the service cannot be used without."""
    if not settings.model:
        return f'no model chosen: DIGLOT_ENGINES["{NAME}"]["model"]'
    if settings.budget.cost is not None and settings.price_in is None is settings.price_out:
        return "a budget of cost needs price_in and price_out"
    # Local services need no key.
    hosted = settings.base_url.rstrip("/") == HOSTED
    return f"no key: set the environment variable {KEY}" if hosted and not key else ""


def open_engine(given: Options) -> Engine:
    """The engine; loads its libraries.

    Raises:
        EngineError: an option is unusable.
    """
    from diglot.translation.engines.openai.chat import Chat

    return Chat(_NEEDS.read(given), given.environ.get(KEY))
