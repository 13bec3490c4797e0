"""Services of translation on loopback: one that speaks the chat API, and one that speaks DeepL's.

They translate ``text`` as ``T(text)``, with the names of the glossary in place, and do what a test
tells them to: answer slowly, fail, cut answers off, reorder them, count wrongly, hang up. A call
that is held is never answered; one that is late is, once it is released.
"""

from __future__ import annotations

import json
import threading
from collections import Counter, deque
from collections.abc import Iterable, Mapping
from http.server import BaseHTTPRequestHandler
from typing import Any

from tests.translation.engines.serving import Serving

MODEL = "tiny"
KEY = "secret"


def rendered(text: str, glossary: Mapping[str, str]) -> str:
    """What the services make of a text; the longest names first."""
    for source in sorted(glossary, key=len, reverse=True):
        text = text.replace(source, glossary[source])
    return f"T({text})"


class Loopback(Serving):
    """A server in a thread; use it as a context manager."""

    def __init__(self, *faults: str, always: str = "", key: str = KEY) -> None:
        self.faults = deque(faults)
        """What goes wrong with the next calls, one by one; "" for nothing."""
        self.always = always
        """What goes wrong once `faults` are used up."""
        self.key = key
        self.requests: list[Any] = []
        """Bodies of all calls for a translation."""
        self.answered = Counter[str]()
        """Segments that were answered as they should be, and so are paid for."""
        self.release = threading.Event()
        """Ends the waiting of calls that are held."""
        self.held = threading.Event()
        """Set once a call is held, or was told to come again later."""
        self.lock = threading.Lock()
        self.under_way = self.most_at_once = 0

    def handler(self) -> type[_Handler]:
        return _Handler

    def __exit__(self, *_: object) -> None:
        self.release.set()
        super().__exit__()

    def next_fault(self) -> str:
        with self.lock:
            return self.faults.popleft() if self.faults else self.always

    def paid(self, texts: Iterable[str]) -> None:
        with self.lock:
            self.answered.update(texts)

    def reply(self, call: _Handler, path: str, body: Any) -> None:
        raise NotImplementedError


class _Handler(BaseHTTPRequestHandler):
    desk: Loopback

    def do_POST(self) -> None:
        size = int(self.headers.get("Content-Length") or 0)
        body = json.loads(self.rfile.read(size) or b"null")
        here = self.desk
        with here.lock:
            here.under_way += 1
            here.most_at_once = max(here.most_at_once, here.under_way)
        try:
            here.reply(self, self.path, body)
        except BrokenPipeError:
            pass  # the caller was killed, or did not want to wait
        finally:
            with here.lock:
                here.under_way -= 1

    do_PATCH = do_DELETE = do_GET = do_POST

    def send(self, status: int, value: Any, headers: Mapping[str, str] | None = None) -> None:
        data = value.encode() if isinstance(value, str) else json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        for name, text in (headers or {}).items():
            self.send_header(name, text)
        self.end_headers()
        self.wfile.write(data)

    def fails(self, fault: str) -> bool:
        """Do what a fault of the connection or the server is; whether there was one."""
        if fault in ("hold", "late", "slow"):
            self.desk.held.set()
            self.desk.release.wait(0.2 if fault == "slow" else 60)
        if fault in ("late", "slow"):
            return False
        if fault in ("hold", "drop"):
            self.close_connection = True
            self.connection.close()
        elif fault.startswith("wait "):
            self.send(429, {"error": {"message": "slow down"}}, {"Retry-After": fault[5:]})
            self.desk.held.set()
        elif fault.isdigit():
            said = f"error {fault}"
            self.send(int(fault), {"error": {"message": said, "code": None}, "message": said})
        elif fault.startswith("say "):
            self.send(200, fault[4:])
        elif fault == "garbage":
            self.send(200, "<html>gateway</html>")
        else:
            return False
        return True

    def log_message(self, *args: object) -> None:
        """Keep the tests' output free of requests."""


class Chat(Loopback):
    """A chat service; `url` + ``/v1`` is its base address."""

    def __init__(
        self, *faults: str, always: str = "", key: str = KEY, schema: bool = True, careless: int = 0
    ) -> None:
        super().__init__(*faults, always=always, key=key)
        self.schema = schema
        """Whether it takes a JSON Schema for its answers."""
        self.careless = careless
        """How many calls forget the glossary; -1: all."""

    def reply(self, call: _Handler, path: str, body: Any) -> None:
        assert path == "/v1/chat/completions", path
        with self.lock:
            self.requests.append(body)
        fault = self.next_fault()
        if call.fails(fault):
            return
        if self.key and call.headers["Authorization"] != f"Bearer {self.key}":
            call.send(401, _error("wrong key"))
        elif body["model"] != MODEL:
            call.send(404, _error("no such model", "model_not_found"))
        elif "response_format" in body and not self.schema:
            call.send(400, _error("response_format is not supported"))
        else:
            self._say(call, body, fault)

    def _say(self, call: _Handler, body: Any, fault: str) -> None:
        said = body["messages"][-1]["content"]
        asked = json.loads(said[said.index("{") :])
        texts = [one["text"] for one in asked["segments"]]
        with self.lock:
            glossary = {} if self.careless else asked["glossary"]
            self.careless -= self.careless > 0
        items = [
            {"id": one["id"], "text": rendered(one["text"], glossary)} for one in asked["segments"]
        ]
        content, end = _spoilt(items, fault)
        if content is None:
            content = json.dumps({"translations": items}, ensure_ascii=False)
            self.paid(texts)
        if fault == "fenced" or not self.schema:
            content = f"Here you are [in JSON]:\n```json\n{content}\n```"
        used = {"prompt_tokens": len(said), "completion_tokens": len(content), "total_tokens": 0}
        message = {"role": "assistant", "content": content}
        choice = {"index": 0, "message": message, "finish_reason": end or "stop"}
        answer = {"id": "1", "object": "chat.completion", "created": 0, "model": MODEL}
        call.send(200, {**answer, "choices": [choice], "usage": used})


def _spoilt(items: list[dict[str, Any]], fault: str) -> tuple[str | None, str]:
    """An answer with a fault in it, and why it ends; None: the items as they are now."""
    content, end = None, ""
    if fault == "reorder":
        items.reverse()
    elif fault == "count":
        content = json.dumps({"translations": items[:-1]})
    elif fault == "twice":
        content = json.dumps({"translations": [*items, items[0]]})
    elif fault == "empty":
        content = json.dumps({"translations": [{**item, "text": " "} for item in items]})
    elif fault == "filter":
        content, end = json.dumps({"translations": []}), "content_filter"
    elif fault == "silent":
        content = ""
    elif fault == "cut" or (fault.startswith("room ") and len(items) > int(fault[5:])):
        content, end = json.dumps({"translations": items})[:-9], "length"
    return content, end


def _error(message: str, code: str | None = None) -> dict[str, Any]:
    return {"error": {"message": message, "type": "invalid_request_error", "code": code}}


class DeepL(Loopback):
    """DeepL's API: texts and glossaries."""

    def __init__(self, *faults: str, always: str = "", key: str = KEY) -> None:
        super().__init__(*faults, always=always, key=key)
        self.glossaries: dict[str, dict[tuple[str, str], dict[str, str]]] = {}
        """Those that are there now: entries by language pair, by id."""
        self.made = 0
        """Glossaries made so far."""

    def reply(self, call: _Handler, path: str, body: Any) -> None:
        if call.headers["Authorization"] != f"DeepL-Auth-Key {self.key}":
            call.send(403, {"message": "Forbidden"})
        elif path == "/v2/translate":
            self._translate(call, body)
        elif path.startswith("/v3/glossaries"):
            self._glossary(call, path.rpartition("/")[2], body)
        else:
            call.send(404, {"message": f"nothing at {path}"})

    def _translate(self, call: _Handler, body: Any) -> None:
        with self.lock:
            self.requests.append(body)
        fault, texts = self.next_fault(), body["text"]
        if call.fails(fault):
            return
        pair = body["source_lang"].lower(), body["target_lang"].partition("-")[0].lower()
        glossary = {}
        if number := body.get("glossary_id"):
            glossary = self.glossaries[number][pair]
        found = [rendered(text, glossary) for text in texts]
        if fault == "count":
            found = found[:-1]
        elif fault == "empty":
            found = ["" for _ in found]
        else:
            self.paid(texts)
        answers = [
            {"text": one, "detected_source_language": "ZH", "billed_characters": len(text)}
            for one, text in zip(found, texts, strict=False)
        ]
        call.send(200, {"translations": answers})

    def _glossary(self, call: _Handler, number: str, body: Any) -> None:
        if call.command == "DELETE":
            gone = self.glossaries.pop(number, None)
            call.send(404 if gone is None else 204, "")
            return
        if call.command == "POST":
            self.made += 1
            number = f"g{self.made}"
            self.glossaries[number] = {}
        held = self.glossaries[number]
        for one in body["dictionaries"]:
            pair = one["source_lang"].lower(), one["target_lang"].lower()
            rows = (row.split("\t") for row in one["entries"].split("\n"))
            held.setdefault(pair, {}).update((source, target) for source, target in rows)
        shown = [
            {"source_lang": source, "target_lang": target, "entry_count": len(entries)}
            for (source, target), entries in held.items()
        ]
        head = {"glossary_id": number, "name": "diglot"}
        call.send(200, {**head, "creation_time": "2026-01-01T00:00:00.000Z", "dictionaries": shown})
