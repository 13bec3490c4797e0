"""The nginx configuration in deploy/ serves the site compressed, cached and with its 404 page."""

from __future__ import annotations

import gzip
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection

import pytest

from tests import browser
from tests.ground import ROOT
from tests.site.sites import Site


@dataclass(frozen=True)
class Answer:
    """What the server sent."""

    status: int
    headers: dict[str, str]
    body: bytes


@pytest.fixture(scope="module")
def address(rootless: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server behind a socket of its own, by the committed configuration but for the folders."""
    nginx, folder = _nginx(), tmp_path_factory.mktemp("nginx")
    place = f"{folder}/socket"
    text = (ROOT / "deploy" / "nginx.conf").read_text("utf-8")
    for old, new in (
        ("listen 8080;", f"listen unix:{place};"),
        ("root /srv/diglot;", f"root {rootless.output};"),
        ("/tmp/nginx", f"{folder}/nginx"),
    ):
        assert old in text
        text = text.replace(old, new)
    if os.geteuid() == 0:  # its workers would be nobody, who may not read the tests' folders
        text = "user root;\n" + text
    (folder / "nginx.conf").write_text(text, "utf-8")
    command = [nginx, "-c", str(folder / "nginx.conf"), "-p", str(folder), "-g", "daemon off;"]
    with subprocess.Popen(command) as server:
        try:
            _wait(place)
            yield place
        finally:
            server.terminate()


def _nginx() -> str:
    path = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
    if not path and browser.may_use_apt():
        browser.apt_install("nginx-light")
        path = shutil.which("nginx", path="/usr/sbin")
    if not path:
        pytest.skip("no nginx")
    return path


def _wait(address: str) -> None:
    for _ in range(100):
        with socket.socket(socket.AF_UNIX) as probe:
            if probe.connect_ex(address) == 0:
                return
        time.sleep(0.05)
    pytest.fail("nginx does not answer")


class _Connection(HTTPConnection):
    def __init__(self, address: str) -> None:
        super().__init__("localhost", timeout=10)
        self.address = address

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self.address)


def _get(address: str, path: str, accept: str = "gzip") -> Answer:
    connection = _Connection(address)
    connection.request("GET", path, headers={"Accept-Encoding": accept})
    response = connection.getresponse()
    body = response.read()
    connection.close()
    headers = {key.lower(): value for key, value in response.getheaders()}
    return Answer(response.status, headers, body)


def test_pages_come_compressed_and_are_asked_for_again_each_time(
    address: str, rootless: Site
) -> None:
    answer = _get(address, "/zh/")
    assert answer.status == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["cache-control"] == "no-cache"
    assert gzip.decompress(answer.body) == rootless.files["zh/index.html"]


def test_style_and_script_may_be_kept_for_ever(address: str, rootless: Site) -> None:
    names = [n for n in rootless.files if n.startswith("static/") and n.endswith((".css", ".js"))]
    assert len(names) >= 2
    for name in names:
        headers = _get(address, f"/{name}").headers
        assert "immutable" in headers["cache-control"]
        assert headers["content-encoding"] == "gzip"


def test_feeds_say_that_they_are_atom(address: str) -> None:
    assert _get(address, "/en/feed.xml").headers["content-type"].startswith("application/atom+xml")


def test_what_is_not_there_is_answered_by_the_sites_own_page(address: str, rootless: Site) -> None:
    answer = _get(address, "/en/nothing/", accept="identity")
    assert (answer.status, answer.body) == (404, rootless.files["404.html"])


def test_files_that_are_no_pages_are_not_served(address: str, rootless: Site) -> None:
    assert ".diglot-manifest.json" in rootless.files
    assert _get(address, "/.diglot-manifest.json").status == 404


def test_an_address_without_its_last_slash_leads_to_the_page(address: str) -> None:
    answer = _get(address, "/en/deals")
    assert (answer.status, answer.headers["location"]) == (301, "/en/deals/")


def _copied() -> list[str]:
    """What the container file takes from the repository."""
    lines = (ROOT / "deploy" / "Containerfile").read_text("utf-8").splitlines()
    copies = [line.split()[1:-1] for line in lines if line.startswith("COPY ")]
    return [name for names in copies if not names[0].startswith("--from") for name in names]


def test_all_that_the_container_file_copies_is_there_and_sent_to_the_builder() -> None:
    assert {"Makefile", "content", "deploy/nginx.conf"} <= set(_copied())
    rules = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    assert "*" in rules, "only what is named is sent"
    assert {rule[1:] for rule in rules if rule.startswith("!")} == set(_copied())
    assert [name for name in _copied() if not (ROOT / name).exists()] == []
