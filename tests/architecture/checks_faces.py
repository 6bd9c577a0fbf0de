"""Checks of what is sent and what is kept: templates under a strict CSP, no outside address, no secret, safe locks."""

import math
import re
from collections import Counter
from collections.abc import Iterator

from tests.architecture.tree import Tree, texts
from tools.importlinter import PACKAGE

INLINE = (
    (re.compile(r"<script(?![^>]*\bsrc=)[^>]*>", re.IGNORECASE), "an inline script"),
    (re.compile(r"<style\b", re.IGNORECASE), "an inline style sheet"),
    (re.compile(r"""<[^<>]*?\sstyle\s*=\s*["'{]""", re.IGNORECASE), "a style attribute"),
    (re.compile(r"""<[^<>]*?\son[a-z]+\s*=\s*["'{]""", re.IGNORECASE), "an on... attribute"),
    (re.compile(r"javascript:", re.IGNORECASE), "a javascript: address"),
    (re.compile(r"\|\s*safe\b|{%\s*autoescape\s+off"), "unescaped text"),
    (re.compile(r"{%\s*now\b"), "the machine's clock"),
)
COMMENT = re.compile(r"{#.*?#}|{%\s*comment\b.*?%}.*?{%\s*endcomment\s*%}|<!--.*?-->|/\*.*?\*/", re.DOTALL)
ADDRESS = re.compile(r"""(?:https?:)?//(?P<host>[a-z0-9-]+(?:\.[a-z0-9-]+)+)""", re.IGNORECASE)
# Names that are never fetched: XML namespaces, and hosts reserved for examples (RFC 2606).
NAMESPACES = {"www.w3.org"}
EXAMPLE = re.compile(r"(^|\.)example(\.(com|net|org))?$|\.(test|invalid|localhost)$")
VENDORED = "vendor"
POSTED = re.compile(r"<form\b[^>]*\bmethod=[\"']?post\b.*?</form>", re.IGNORECASE | re.DOTALL)
# These carry on what was sent, its key with it.
CARRY_ON = {"prove.html", "refusal.html"}
SECRETS = (
    (re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----\s*[A-Za-z0-9+/]{16}"), "a private key"),
    (re.compile(r"\bAKIA[0-9A-Z]{16}\b"), "a cloud key"),
    (re.compile(r"\b(ghp|gho|ghs|glpat|xox[bp]|sk_live|rk_live)[-_][A-Za-z0-9_-]{16,}"), "an access token"),
    (re.compile(r"(?i)\b(secret_key|api_key|password)\s*=\s*[\"'][^\"'\s{}<>]{20,}[\"']"), "a secret in plain text"),
)
# Long words, how random they are in bits a letter (words and paths are below), and what a key is called.
LONG = re.compile(r"""["'=:\s]([A-Za-z0-9+/_=-]{32,})(?=["'\s,;)]|$)""")
HEX = re.compile(r"[0-9a-fA-F]{32,}")
NAMED = re.compile(r"(?i)secret|passw|token|api_?key|private|credential")
CHANCE, HEX_CHANCE = 4.2, 3.4
KEY_FILES = {".pem", ".key", ".p12", ".pfx", ".jks", ".env"}
TEXT = {".py", ".html", ".js", ".css", ".toml", ".ini", ".cfg", ".yml", ".yaml", ".json", ".md", ".sh", ".txt", ".sql"}
LOCKED = re.compile(r"^[A-Za-z0-9_.\[\]-]+==[^\s;]+(\s*;.*)?\s*\\?$")


def inline(tree: Tree) -> Iterator[str]:
    """Templates hold no script, style or handler of their own, and escape everything."""
    for path in tree.files(".html"):
        if "templates" not in path.parts:
            continue
        text = _without_comments(path.read_text(encoding="utf-8"))
        for pattern, what in INLINE:
            for match in pattern.finditer(text):
                yield f"{tree.at(path, _line(text, match.start()))}: {what}"


def forms(tree: Tree) -> Iterator[str]:
    """Every form that is posted carries the token that it is ours and the key by which it acts once."""
    for path in tree.files(".html"):
        if "templates" not in path.parts:
            continue
        text = _without_comments(path.read_text(encoding="utf-8"))
        for match in POSTED.finditer(text):
            wanted = ["{% csrf_token %}"] + ["{% once %}"] * (path.name not in CARRY_ON)
            for tag in wanted:
                if match[0].count(tag) != 1:
                    yield f"{tree.at(path, _line(text, match.start()))}: a form without {tag}, or with two"


def addresses(tree: Tree) -> Iterator[str]:
    """Nothing a browser loads names another host."""
    for path in tree.files(".html", ".css", ".js", ".svg", ".webmanifest"):
        if not {"templates", "static"} & set(path.parts) or VENDORED in path.parts:
            continue
        text = _without_comments(path.read_text(encoding="utf-8"))
        for match in ADDRESS.finditer(text):
            host = match["host"].lower()
            if host not in NAMESPACES and not EXAMPLE.search(host):
                yield f"{tree.at(path, _line(text, match.start()))}: the outside address {host}"


def embedded(tree: Tree) -> Iterator[str]:
    """Python makes no markup with scripts or handlers in it either."""
    for path in tree.python(of=PACKAGE, tests=False):
        for text in texts(tree.ast(path)):
            if re.search(r"<(script|style|iframe)\b", str(text.value), re.IGNORECASE):
                yield f"{tree.at(path, text.lineno)}: markup with script or style in code"


def secrets(tree: Tree) -> Iterator[str]:
    """No key, token or password is kept in the repository."""
    for top in (PACKAGE, "tests", "tools", "bench", "docs", "requirements", ".ci"):
        for path in sorted((tree.root / top).rglob("*")):
            if not path.is_file():
                continue
            if path.suffix in KEY_FILES or path.name == ".env":
                yield f"{tree.at(path)}: a key file"
            elif path.suffix in TEXT or top == ".ci":
                text = path.read_text(encoding="utf-8", errors="replace")
                for pattern, what in SECRETS:
                    for match in pattern.finditer(text):
                        yield f"{tree.at(path, _line(text, match.start()))}: {what}"
                for number, line in enumerate(text.splitlines(), 1):
                    if _holds_chance(line):
                        yield f"{tree.at(path, number)}: a long string of chance, as keys are"


def _holds_chance(line: str) -> bool:
    """Whether a line holds a long string as random as a key: letters and digits mixed, or hex that is named so."""
    for match in LONG.finditer(f" {line}"):
        word = match[1]
        letters = Counter(word).values()
        bits = -sum(number / len(word) * math.log2(number / len(word)) for number in letters)
        if HEX.fullmatch(word):
            if bits > HEX_CHANCE and NAMED.search(line):
                return True
        elif bits > CHANCE and all(re.search(kind, word) for kind in ("[a-z]", "[A-Z]", "[0-9]")):
            return "abcdefgh" not in word and "/" not in word.strip("/")
    return False


def locks(tree: Tree) -> Iterator[str]:
    """Every locked requirement has one exact version and hashes, and the lock names no address."""
    for path in sorted((tree.root / "requirements").glob("*.txt")):
        for number, entry in _entries(path.read_text(encoding="utf-8")):
            if "://" in entry or not LOCKED.match(entry.splitlines()[0]):
                yield f"{tree.at(path, number)}: not one exact version: {entry.splitlines()[0]}"
            elif "--hash=sha256:" not in entry:
                yield f"{tree.at(path, number)}: no hash"


def _entries(text: str) -> Iterator[tuple[int, str]]:
    """Each requirement of a lock with the lines that continue it."""
    start, entry = 0, ""
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if line[0].isspace():
            entry += "\n" + line
            continue
        if entry:
            yield start, entry
        start, entry = number, line
    if entry:
        yield start, entry


def _without_comments(text: str) -> str:
    """The text with comments blanked, lines kept."""
    return COMMENT.sub(lambda match: "\n" * match[0].count("\n"), text)


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1
