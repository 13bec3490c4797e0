"""Calls to a chat service: tried again while it is busy or out of reach, counted, and paid for."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from threading import Event
from time import time
from typing import Any, Final

import openai
import tenacity

from diglot.translation.engines.base import EngineError, Usage
from diglot.translation.engines.openai.meter import Meter
from diglot.translation.engines.openai.settings import KEY, Settings, address

_LONGEST_WAIT: Final = 300.0
"""Seconds; a service that asks for more patience than this is left alone."""
_DOWN: Final = 3
"""Calls in a row that failed in spite of all tries; then the service counts as down."""
_REFUSED: Final = (openai.BadRequestError, openai.UnprocessableEntityError)
_TOO_LONG: Final = "the text or its translation is too long for the model"
_HELD_BACK: Final = "the service's content filter holds the translation back"
_FAULTS: Final = {
    "length": _TOO_LONG,
    "context_length_exceeded": _TOO_LONG,
    "content_filter": _HELD_BACK,
}
"""By what the service calls it; fewer segments at once may do."""
_COUNTS: Final = ("prompt_tokens", "completion_tokens")
Messages = Sequence[Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a model said."""

    text: str
    fault: str = ""
    """Why the text cannot be used as it is: too long for the model, or held back."""


class Service:
    """A chat service and its model; safe from several threads."""

    def __init__(self, settings: Settings, key: str | None, schema: Mapping[str, Any]) -> None:
        self._settings, self._key = settings, key or ""
        form = {"name": "translations", "strict": True, "schema": schema}
        self._form: dict[str, Any] = {
            "response_format": {"type": "json_schema", "json_schema": form}
        }
        """Emptied when the service refuses it; the prompt says the same in words."""
        self._client = openai.OpenAI(
            api_key=key or "none",  # the library insists on one
            base_url=settings.base_url,
            timeout=settings.timeout,
            max_retries=0,
        )
        self._meter = Meter(settings.price_in, settings.price_out, settings.budget)
        self._stopped = Event()
        self._failures = 0
        """Calls in a row that failed in spite of all tries."""

    def usage(self) -> Usage:
        """Tokens, and what they cost if the settings know the prices."""
        return self._meter.usage()

    def stop(self) -> None:
        """Begin no call and wait for none again."""
        self._stopped.set()

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def ask(self, messages: Messages) -> Answer:
        """The model's answer.

        Raises:
            EngineError: there is none.
        """
        form = self._form
        try:
            reply = self._persist(messages, form)
        except _REFUSED as error:
            if error.code in _FAULTS:
                return Answer("", _FAULTS[error.code])
            if not form:
                raise EngineError(
                    f"the service refuses the question: {_said(error, self._key)}"
                ) from None
            self._form = {}
            return self.ask(messages)
        choices = getattr(reply, "choices", None)
        if not choices or getattr(choices[0], "message", None) is None:
            raise EngineError("the service answers, but not as a chat service does")
        return Answer(choices[0].message.content or "", _FAULTS.get(choices[0].finish_reason, ""))

    def _persist(self, messages: Messages, form: Mapping[str, Any]) -> Any:
        """An answer, after as many tries as it takes or the settings allow."""
        tries = tenacity.stop_after_attempt(self._settings.tries)
        attempts = tenacity.Retrying(
            stop=tries | tenacity.stop_when_event_set(self._stopped),
            wait=self._wait,
            retry=tenacity.retry_if_exception(_passing),
            sleep=tenacity.sleep_using_event(self._stopped),
            reraise=True,
        )
        try:
            reply = attempts(self._call, messages, form)
        except _REFUSED:
            raise
        except (openai.OpenAIError, ValueError) as error:
            raise self._failed(error) from error
        self._failures = 0
        return reply

    def _call(self, messages: Messages, form: Mapping[str, Any]) -> Any:
        if self._stopped.is_set():
            raise EngineError("the run was ended", fatal=True)
        self._meter.guard()
        create: Any = self._client.chat.completions.create
        extra = dict(self._settings.extra)
        reply = create(model=self._settings.model, messages=messages, extra_body=extra, **form)
        if used := getattr(reply, "usage", None):
            # Services that only resemble OpenAI's may leave out either.
            tokens_in, tokens_out = (getattr(used, name, None) or 0 for name in _COUNTS)
            self._meter.count(tokens_in, tokens_out)
        return reply

    def _wait(self, attempt: tenacity.RetryCallState) -> float:
        """Seconds before the next try: what the service asks for, else more each time."""
        error = attempt.outcome.exception() if attempt.outcome else None
        first, asked = self._settings.backoff, _patience(error)
        usual = tenacity.wait_exponential(first, max=60) + tenacity.wait_random(0, first)
        return usual(attempt) if asked is None else asked

    def _failed(self, error: Exception) -> EngineError:
        """What the user is told of a call that failed for good."""
        status, url = getattr(error, "status_code", None), address(self._settings.base_url)
        said = _said(error, self._key)
        if status in (401, 403):
            what = f"the service refuses the key ({KEY}): {said}"
            return EngineError(what, fatal=True)
        if status == 404:
            what = f"no model “{self._settings.model}” at {url}: {said}"
            return EngineError(what, fatal=True)
        if not _passing(error):
            return EngineError(f"the service refuses: {said}", fatal=status == 429)
        self._failures += 1
        return EngineError(f"no answer from {url}: {said}", fatal=self._failures >= _DOWN)


def _passing(error: BaseException) -> bool:
    """Whether a call may succeed if it is tried again."""
    if isinstance(error, openai.APIConnectionError):  # time-outs among them
        return True
    if isinstance(error, openai.APIStatusError):
        if error.code == "insufficient_quota" or (_patience(error) or 0) > _LONGEST_WAIT:
            return False
        return error.status_code in (408, 409, 429) or error.status_code >= 500
    return isinstance(error, ValueError)  # an answer that is not even JSON


def _patience(error: BaseException | None) -> float | None:
    """Seconds the service asks to wait: its ``Retry-After``, in seconds or as a date."""
    if not isinstance(error, openai.APIStatusError):
        return None
    value = error.response.headers.get("retry-after", "")
    try:
        seconds = float(value)
    except ValueError:
        try:
            seconds = parsedate_to_datetime(value).timestamp() - time()
        except ValueError:
            return None
    return max(seconds, 0.0) if math.isfinite(seconds) else None


def _said(error: Exception, *secrets: str) -> str:
    """The service's own words, on one line, without what must not be shown."""
    body = getattr(error, "body", None)
    words = body.get("message") if isinstance(body, Mapping) else None
    said = str(words or error)
    for secret in filter(None, secrets):
        said = said.replace(secret, "…")
    return " ".join(said.split())[:200] or type(error).__name__
