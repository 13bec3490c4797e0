"""Mozilla's models: which files a direction needs, and fetching them once.

The records (Remote Settings, collection ``translations-models-v2``) name each file, where its
attachment lies, and the checksums of the attachment and of what is in it. A file is put in its
place whole and checked; an attachment that broke off is taken up where it ended.
"""

from __future__ import annotations

import hashlib
import http.client
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.parse import urljoin, urlsplit
from urllib.request import Request, urlopen

from diglot.records import files
from diglot.translation.engines.base import EngineError

KINDS: Final = ("vocab", "srcvocab", "trgvocab", "model")
"""Kinds of files an engine needs; the model last: where it is, all is. A shortlist only saves
time, and the one for Chinese was withdrawn."""
ATTACHMENTS: Final = "https://firefox-settings-attachments.cdn.mozilla.net/"
MAJOR: Final = "3"
"""Version of the format that fxtranslate reads."""
_TRIES: Final = 3
_TIMEOUT: Final = 30.0
_CHUNK: Final = 1 << 16
_MEGA: Final = 1_000_000

Told = Callable[[int], None]
"""Called with the number of bytes that came."""
Unpack = Callable[[bytes, str | None], bytes]
"""Unpacks an attachment, and holds what was in it to its checksum; ValueError if it fails."""


@dataclass(frozen=True, slots=True)
class File:
    """A file of a model."""

    kind: str
    name: str
    url: str
    size: int
    """Bytes of the attachment."""
    sha256: str
    """Of the attachment."""
    unpacked_sha256: str | None
    """Of the file itself."""


def find(records: str, tags: Sequence[tuple[str, str]], base: str) -> tuple[File, ...]:
    """The files for the first of some pairs of languages that has a model, the newest of each kind.

    Args:
        records: The answer of Remote Settings.
        tags: Pairs of language tags.
        base: Where attachments lie.

    Raises:
        EngineError: there is none, or the records cannot be read.
    """
    try:
        rows = [row for row in json.loads(records)["data"] if _usable(row)]
    except (ValueError, KeyError, TypeError) as error:
        raise EngineError("the list of models cannot be read", fatal=True) from error
    for source, target in tags:
        # Of each kind the newest, as the library itself chooses.
        own = [r for r in rows if (r["sourceLanguage"], r["targetLanguage"]) == (source, target)]
        best = {row["fileType"]: row for row in sorted(own, key=_version)}
        if "model" in best and ("vocab" in best or {"srcvocab", "trgvocab"} <= set(best)):
            return tuple(_file(best[kind], base) for kind in KINDS if kind in best)
    raise EngineError(f"the list of models has none for {'-'.join(tags[0])}", fatal=True)


def _usable(row: Any) -> bool:
    """Whether a record is one of a file, in a format the library reads."""
    texts = ("fileType", "sourceLanguage", "targetLanguage", "version")
    if not isinstance(row, dict) or not all(isinstance(row.get(key), str) for key in texts):
        return False
    packed = row.get("attachment")
    if not isinstance(packed, dict) or not isinstance(packed.get("size"), int):
        return False
    named = all(isinstance(packed.get(key), str) for key in ("location", "hash"))
    return named and str(row["version"]).split(".")[0] == MAJOR


def _version(row: Mapping[str, Any]) -> tuple[int, ...]:
    return tuple(int(n) if n.isdigit() else 0 for n in str(row["version"]).split("."))


def _file(row: Mapping[str, Any], base: str) -> File:
    packed = row["attachment"]
    kind, size = row["fileType"], int(packed["size"])
    name = f"{kind}.{'bin' if kind == 'model' else 'spm'}"
    url = urljoin(base.rstrip("/") + "/", str(packed["location"]))
    return File(kind, name, url, size, str(packed["hash"]), row.get("decompressedHash"))


def read(url: str) -> str:
    """The text at an address.

    Raises:
        EngineError: it cannot be had.
    """
    try:
        with _open(Request(url)) as answer:  # noqa: S310  # `_open` looks at the scheme
            text: str = answer.read().decode()
    except (OSError, http.client.HTTPException, UnicodeDecodeError) as error:
        raise EngineError(f"{url} cannot be read: {error}", fatal=True) from error
    return text


def fetch(wanted: Sequence[File], folder: Path, unpack: Unpack) -> None:
    """Put files into a folder, those that are not there yet.

    Raises:
        EngineError: one cannot be had, or is not what its checksum says.
    """
    folder.mkdir(parents=True, exist_ok=True)
    missing = [file for file in wanted if not _is_here(file, folder / file.name)]
    bar = Bar(folder.name, sum(file.size for file in missing))
    for file in missing:
        data = _attachment(file, folder, bar.add)
        try:
            whole = unpack(data, file.unpacked_sha256)
        except ValueError as error:
            what = f"{file.url} is not what its checksum says: {error}"
            raise EngineError(what, fatal=True) from error
        files.write_bytes(folder / file.name, whole)
        _part(file, folder).unlink()
    bar.end()


def _is_here(file: File, path: Path) -> bool:
    """Whether a run before this one has put the file in its place."""
    known = file.unpacked_sha256
    return path.is_file() and known in (None, hashlib.sha256(path.read_bytes()).hexdigest())


def _part(file: File, folder: Path) -> Path:
    """What has come of an attachment so far; another version has another."""
    return folder / f"{file.name}.{file.sha256[:12]}.part"


def _attachment(file: File, folder: Path, told: Told) -> bytes:
    part, fault = _part(file, folder), ""
    told(part.stat().st_size if part.is_file() else 0)
    for _ in range(_TRIES):
        try:
            _go_on(file, part, told)
        except (OSError, http.client.HTTPException) as error:
            fault = f": {error}"
        if part.is_file() and part.stat().st_size >= file.size:
            break
    here = part.stat().st_size if part.is_file() else 0
    if here < file.size:
        what = f"{file.url} broke off after {here:,} of {file.size:,} bytes{fault}"
        raise EngineError(f"{what}; the next run goes on from there", fatal=True)
    data = part.read_bytes()
    if hashlib.sha256(data).hexdigest() != file.sha256:
        part.unlink()
        what = f"{file.url} is not what its checksum says"
        raise EngineError(f"{what}; it was thrown away, and the next run begins anew", fatal=True)
    return data


def _go_on(file: File, part: Path, told: Told) -> None:
    """Fetch what is still missing of an attachment."""
    here = part.stat().st_size if part.is_file() else 0
    head = {"Range": f"bytes={here}-"} if here else {}
    with _open(Request(file.url, headers=head)) as answer:  # noqa: S310  # see `_open`
        goes_on = answer.status == http.client.PARTIAL_CONTENT
        if not goes_on:
            told(-here)
        with part.open("ab" if goes_on else "wb") as out:
            while chunk := answer.read(_CHUNK):
                out.write(chunk)
                told(len(chunk))


def _open(request: Request) -> Any:
    if urlsplit(request.full_url).scheme not in ("http", "https"):
        raise EngineError(f"{request.full_url} is no address of the web", fatal=True)
    return urlopen(request, timeout=_TIMEOUT)  # noqa: S310  # looked at above


class Bar:
    """How far a download is, on standard error; on a terminal in place, else in tenths."""

    def __init__(self, name: str, size: int) -> None:
        self._name, self._size, self._here, self._shown = name, size, 0, -1
        self._step = 1 if sys.stderr.isatty() else 10
        if size:
            self._say(f"\nFetching the model {name} once, {size / _MEGA:.1f} MB:\n")

    def add(self, count: int) -> None:
        """So many bytes more have come."""
        self._here += count
        percent = 100 * self._here // self._size if self._size else 100
        if percent // self._step != self._shown // self._step:
            self._shown = percent
            self._say("".join(self._line(percent)))

    def _line(self, percent: int) -> Iterator[str]:
        full = min(percent, 100) * 36 // 100
        yield "\r" if self._step == 1 else ""
        yield f"[{'#' * full}{'-' * (36 - full)}] {percent:3}% {self._here / _MEGA:8.1f} MB"
        yield "" if self._step == 1 else "\n"

    def end(self) -> None:
        """All is there."""
        if self._size and self._step == 1:
            self._say("\n")

    def _say(self, text: str) -> None:
        sys.stderr.write(text)
        sys.stderr.flush()
