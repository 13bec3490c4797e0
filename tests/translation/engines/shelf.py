"""Mozilla's shelf of models on loopback: the list of records, and the packed files."""

from __future__ import annotations

import hashlib
import json
import struct
from collections import deque
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler
from typing import Any

from tests.translation.engines.serving import Serving

_BLOCK = 1 << 16


_OTHERS = [
    "no record",
    {"other": "record"},
    {
        "fileType": "model",
        "sourceLanguage": "zh-Hans",
        "targetLanguage": "en",
        "version": "3.99",
        "attachment": {"location": "nowhere"},
    },
]
"""Rows that are no files of models."""


def zstd(data: bytes) -> bytes:
    """A frame of zstandard that holds data as they are (RFC 8878: raw blocks)."""
    parts = [struct.pack("<IBQ", 0xFD2FB528, 0b11100000, len(data))]
    blocks = [data[at : at + _BLOCK] for at in range(0, len(data), _BLOCK)] or [b""]
    for number, block in enumerate(blocks, 1):
        head = len(block) << 3 | (number == len(blocks))
        parts += [head.to_bytes(3, "little"), block]
    return b"".join(parts)


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


class Shelf(Serving):
    """A shelf that is served.

    Faults, for the next files asked for: ``cut`` (the answer breaks off half way), ``whole`` (a
    range is asked for and all is sent), ``500``.
    """

    def __init__(self, *faults: str) -> None:
        self.faults = deque(faults)
        self.records: list[dict[str, Any]] = []
        self.packed: dict[str, bytes] = {}
        self.asked: list[tuple[str, str]] = []
        """Path and range of each file asked for."""

    def put(self, pair: tuple[str, str], files: Mapping[str, bytes], version: str = "3.0") -> None:
        """Lay the files of a direction, by their kinds, on the shelf."""
        for kind, data in files.items():
            path = f"main/{'-'.join(pair)}-{version}-{kind}.bin"
            self.packed[path] = packed = zstd(data)
            held = {"location": path, "hash": sha256(packed), "size": len(packed), "filename": "x"}
            self.records.append(
                {
                    "name": f"{kind}.x", "fileType": kind, "version": version,
                    "sourceLanguage": pair[0], "targetLanguage": pair[1],
                    "decompressedHash": sha256(data), "attachment": held,
                }
            )  # fmt: skip

    def handler(self) -> type[_Handler]:
        return _Handler


class _Handler(BaseHTTPRequestHandler):
    desk: Shelf

    def do_GET(self) -> None:
        if self.path == "/records":
            self._send(200, json.dumps({"data": [*_OTHERS, *self.desk.records]}).encode())
            return
        wanted = self.headers.get("Range", "")
        self.desk.asked.append((self.path, wanted))
        data = self.desk.packed[self.path.removeprefix("/files/")]
        fault = self.desk.faults.popleft() if self.desk.faults else ""
        start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted else 0
        if fault == "500":
            self._send(500, b"")
        elif fault == "cut":
            self._send(206 if start else 200, data[start:], cut=True)
        elif start and fault != "whole":
            self._send(206, data[start:])
        else:
            self._send(200, data)

    def _send(self, status: int, data: bytes, *, cut: bool = False) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data[: len(data) // 2] if cut else data)

    def log_message(self, *_: object) -> None:
        pass
