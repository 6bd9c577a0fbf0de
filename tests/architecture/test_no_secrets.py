"""No secret stands in the repository: no private key, no token of a known kind, no long string of chance."""

import math
import re
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from tests.architecture.test_house import REPO

KNOWN = re.compile(
    r"""-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\\n"',]*[A-Za-z0-9+/=]{20,}|\bAKIA[0-9A-Z]{16}\b"""
    r"|\bgh[pousr]_[A-Za-z0-9]{36}\b|\bxox[abp]-[0-9A-Za-z-]{10,}"
    r"|\bsk_live_[0-9A-Za-z]{16,}|\bAIza[0-9A-Za-z_-]{35}\b|\beyJ[A-Za-z0-9_-]{20,}\.eyJ[A-Za-z0-9_-]{20,}"
)
LONG = re.compile(r"""["'=:\s]([A-Za-z0-9+/_=-]{32,})(?=["'\s,;)]|$)""")
NAMED = re.compile(r"(?i)(secret|passw|token|api_?key|private|credential)")
CHANCE = 4.2  # bits a letter; words and paths are below, keys above (hex: 3.4 and more with a telling name)
HEX = re.compile(r"[0-9a-fA-F]{32,}")
TEXT = {"", ".py", ".toml", ".cfg", ".ini", ".md", ".html", ".css", ".js", ".yml", ".yaml", ".json", ".sh", ".txt"}
# Locks and tables of the outside world hold hashes and codes, not secrets: their own tests read them.
TABLES = ("requirements/", "medoffice/standards/terminology/data/", "medoffice/ui/static/ui/vendor/")


def entropy(text: str) -> float:
    """Bits a letter, by how often each comes in the text."""
    return -sum(n / len(text) * math.log2(n / len(text)) for n in Counter(text).values())


def secrets_in(text: str) -> list[str]:
    """What looks like a secret, by its shape, its chance, or its name."""
    found = [match[0] for match in KNOWN.finditer(text)]
    for line in text.splitlines():
        for match in LONG.finditer(f" {line}"):
            word = match[1]
            if HEX.fullmatch(word):
                suspect = bool(NAMED.search(line)) and entropy(word) > 3.4
            else:
                mixed = all(re.search(kind, word) for kind in ("[a-z]", "[A-Z]", "[0-9]"))
                suspect = mixed and "abcdefgh" not in word and entropy(word) > CHANCE and "/" not in word.strip("/")
            found += [word] if suspect else []
    return found


def _files() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=REPO, capture_output=True, check=True, text=True).stdout
    names = [name for name in listed.split("\0") if name and not name.startswith(TABLES)]
    return [REPO / name for name in names if Path(name).suffix in TEXT and (REPO / name).is_file()]


def test_no_file_holds_a_secret() -> None:
    files = _files()
    assert len(files) > 500
    own = Path(__file__)
    found = [
        f"{path.relative_to(REPO)}: {one[:12]}..."
        for path in files
        if path != own
        for one in secrets_in(path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        "-----BEGIN " + "EC PRIVATE KEY-----\\nMHcCAQEEIKq8Zt0LrVx2Wm5N",
        "aws = 'AKIA" + "ABCDEFGHIJKLMNOP'",
        "token: ghp_" + "a" * 36,
        "SECRET_KEY = '" + "3b1f9cbe5d0a7788e4c2f1196a5043d7" + "'",
        'key = "' + "q8Zt0LrVx2Wm5NcYb7HsKdPf3JgTa9Ue" + '"',
    ],
)
def test_what_is_planted_is_found(line: str) -> None:
    assert len(secrets_in(line)) == 1


@pytest.mark.parametrize(
    "line", ["from medoffice.security.tests.makers import x", "sha = '" + "0" * 64 + "'", "a" * 40]
)
def test_ordinary_text_is_not(line: str) -> None:
    assert secrets_in(line) == []
