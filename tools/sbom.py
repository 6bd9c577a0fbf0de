"""The bill of materials of the product as CycloneDX JSON, made from the hashed lock alone; no network is asked.

.venv/bin/python -m tools.sbom > build/sbom.json
"""

import hashlib
import json
import re
import sys
from pathlib import Path
from typing import Any

REPO = Path(__file__).resolve().parent.parent
LOCK = REPO / "requirements" / "runtime.txt"
VERSION = REPO / "medoffice" / "__init__.py"
VENDORED = REPO / "medoffice" / "ui" / "static" / "ui" / "vendor" / "htmx.min.js"
_LOCKED = re.compile(r"^([A-Za-z0-9_.-]+)(?:\[[^\]]*\])?==([^\s;\\]+)")


def locked(text: str) -> dict[tuple[str, str], list[str]]:
    """Each (name, version) of a lock with the SHA-256 of every file it may be installed from."""
    found: dict[tuple[str, str], list[str]] = {}
    hashes: list[str] = []
    for line in text.splitlines():
        match = _LOCKED.match(line)
        if match:
            hashes = found[match[1].lower(), match[2]] = []
        hashes += re.findall(r"--hash=sha256:([0-9a-f]{64})", line)
    return found


def bill() -> dict[str, Any]:
    """The whole bill (CycloneDX 1.6)."""
    version = re.search(r'__version__ = "([^"]+)"', VERSION.read_text(encoding="utf-8"))
    parts = locked(LOCK.read_text(encoding="utf-8"))
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {"type": "application", "name": "medoffice", "version": version[1] if version else "",
                          "licenses": [{"license": {"id": "Apache-2.0"}}]},
        },
        "components": [
            *(_component(name, number, hashes) for (name, number), hashes in sorted(parts.items())),
            {"type": "library", "name": "htmx", "purl": "pkg:npm/htmx.org", "hashes": [_digest(VENDORED)]},
        ],
    }  # fmt: skip


def _component(name: str, version: str, hashes: list[str]) -> dict[str, Any]:
    return {
        "type": "library",
        "name": name,
        "version": version,
        "purl": f"pkg:pypi/{name}@{version}",
        "properties": [{"name": "medoffice:may-be-installed-from-sha256", "value": one} for one in hashes],
    }


def _digest(path: Path) -> dict[str, str]:
    return {"alg": "SHA-256", "content": hashlib.sha256(path.read_bytes()).hexdigest()}


if __name__ == "__main__":
    json.dump(bill(), sys.stdout, indent=1)
