"""Expands the shipped text into the tables that lookups and the search read.

``node`` has every chapter, section and code; ``leaf`` has every code as the tabular list numbers it, before a seventh
character, with the phrases it may be called by (already reduced to word stems); ``found`` is the full-text index over
the leaves, ``exact`` finds a node by one whole phrase, ``word`` is the vocabulary with each word's stem and rarity.
"""

import lzma
import math
import re
import sqlite3
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

_DATA = Path(__file__).resolve().parent / "data"
LEXICON = _DATA / "lexicon.toml"
TERMS = _DATA / "terms.tsv"
SHIPPED = _DATA / "icd10cm.tsv.xz"
_WORD = re.compile(r"[a-z0-9]+")
MOST = 32  # words read of a query
SMALL = frozenset(
    {
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "by",
        "cannot",
        "cant",
        "code",
        "codes",
        "due",
        "for",
        "from",
        "her",
        "his",
        "if",
        "in",
    }
    | {"into", "is", "it", "its", "my", "nos", "of", "on", "or", "pt", "patient", "that", "the", "their", "there"}
    | {"this", "to", "used", "was", "with"}
)
_TABLES = """
PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;
CREATE TABLE edition (what TEXT, edition TEXT, source TEXT);
CREATE TABLE node (id TEXT PRIMARY KEY, level TEXT, parent TEXT, title TEXT, old TEXT, start INTEGER, stop INTEGER)
 WITHOUT ROWID;
CREATE TABLE note (id TEXT, kind TEXT, words TEXT);
CREATE TABLE seventh (id TEXT, mark TEXT, words TEXT);
CREATE TABLE reach (last INTEGER, since INTEGER);
CREATE TABLE replaced (previous TEXT, current TEXT, day INTEGER);
CREATE TABLE leaf (id INTEGER PRIMARY KEY, code TEXT, start INTEGER, stop INTEGER, phrases TEXT, above TEXT);
CREATE TABLE member (leaf INTEGER, code TEXT);
CREATE TABLE exact (stems TEXT, node TEXT);
CREATE TABLE word (word TEXT PRIMARY KEY, stem TEXT, weight REAL) WITHOUT ROWID;
CREATE TABLE spelling (word TEXT PRIMARY KEY, stem TEXT) WITHOUT ROWID;
CREATE TABLE phrase (stems TEXT, node TEXT, kind TEXT);
CREATE VIRTUAL TABLE found USING fts5(title, terms, above, content='');
"""
_INDEXES = """
CREATE INDEX node_parent ON node (parent);
CREATE INDEX node_old ON node (old) WHERE old != '';
CREATE INDEX note_id ON note (id);
CREATE INDEX seventh_id ON seventh (id);
CREATE INDEX replaced_previous ON replaced (previous);
CREATE INDEX replaced_current ON replaced (current);
CREATE INDEX leaf_code ON leaf (code);
CREATE INDEX member_leaf ON member (leaf);
CREATE INDEX exact_stems ON exact (stems);
INSERT INTO found (found) VALUES ('optimize');
"""


@dataclass(slots=True)
class _Node:
    level: str
    parent: str
    title: str
    start: int
    stop: int
    old: str = ""
    terms: list[str] = field(default_factory=list)


def words_of(text: str) -> list[str]:
    """The words of a text in small letters without accents; small words left out."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower().replace("'s", "")
    return [word for word in _WORD.findall(plain) if word not in SMALL]


@cache
def _meanings(table: str) -> list[tuple[re.Pattern[str], str]]:
    """Phrases of a table of the lexicon and what they mean, longest first."""
    rows = tomllib.loads(LEXICON.read_text(encoding="utf-8"))[table]
    plain = {" ".join(words_of(phrase)): " ".join(words_of(means)) for phrase, means in rows.items()}
    return [
        (re.compile(rf"(?<= ){re.escape(phrase)}(?= )"), means)
        for phrase, means in sorted(plain.items(), key=lambda row: (-len(row[0]), row[0]))
        if phrase
    ]


def meant(words: list[str], table: str = "means") -> list[str]:
    """Words with abbreviations and lay words put into those of the tabular list."""
    plain = f" {' '.join(words[:MOST])} "
    for pattern, means in _meanings(table):
        plain = pattern.sub(means, plain)
    return plain.split()


def fill(link: sqlite3.Connection, codes: Path) -> None:
    """Make and fill all tables from the text of the code tables; a code valid on its last day has no known end."""
    link.executescript(_TABLES)
    nodes = _read(link, lzma.decompress(codes.read_bytes()).decode())
    last = link.execute("SELECT last FROM reach").fetchone()[0]
    for code, node in nodes.items():
        if not node.title:
            node.old = _predecessor(code, nodes)
    link.executemany(
        "INSERT INTO node VALUES (?, ?, ?, ?, ?, ?, ?)",
        ((code, n.level, n.parent, n.title, n.old, n.start, 0 if n.stop >= last else n.stop)
         for code, n in nodes.items()),
    )  # fmt: skip
    written = list(_written(nodes))
    _call(nodes)
    stems = _stems(
        link, {word for node in nodes.values() for text in (node.title, *node.terms) for word in words_of(text)}
    )
    _leaves(link, nodes, stems)
    _exact(link, nodes, stems)
    _phrase(link, written)
    link.executescript(_INDEXES)


def own_terms() -> Iterator[tuple[str, list[str]]]:
    """Our own names of codes and headings, as the file has them: the code bare, and what else it is called."""
    for line in TERMS.read_text(encoding="utf-8").splitlines():
        code, phrases = line.split("\t")
        yield code.replace(".", ""), phrases.split("; ")


def _call(nodes: dict[str, _Node]) -> None:
    """Give codes our own names. One of a code without a side among kin with sides is given to their heading."""
    sided = {node.parent for node in nodes.values() if node.start and " left " in node.title}
    for code, phrases in own_terms():
        node = nodes[code]
        called = nodes[node.parent] if "unspecified" in node.title and node.parent in sided else node
        called.terms += [" ".join(meant(words_of(phrase))) for phrase in phrases]


def _read(link: sqlite3.Connection, text: str) -> dict[str, _Node]:
    """The lines of the file: nodes are returned, with their inclusion terms, the rest goes to the tables at once."""
    nodes: dict[str, _Node] = {}
    rows: dict[str, list[list[str]]] = {"E": [], "L": [], "N": [], "7": [], "R": []}
    for line in text.split("\n"):
        kind, *rest = line.split("\t")
        if kind == "C":
            name, level, parent, title, start, stop = rest
            nodes[name] = _Node(level, parent, title, int(start), int(stop))
        else:
            rows[kind].append(rest)
    for name, kind, words in rows["N"]:
        if kind == "term" or (kind == "includes" and nodes[name].level == "code"):
            nodes[name].terms.append(words)
    link.executemany("INSERT INTO reach VALUES (?, ?)", rows["L"])
    for kind, table in (("E", "edition"), ("N", "note"), ("7", "seventh"), ("R", "replaced")):
        link.executemany(f"INSERT INTO {table} VALUES (?, ?, ?)", rows[kind])  # noqa: S608 - names from the line above
    return nodes


def _predecessor(code: str, nodes: dict[str, _Node]) -> str:
    """The code this one was cut from, by its shape: one that ended as this began, shorter or with X for a character."""
    ended = [code[:size] for size in range(len(code) - 1, 2, -1)]
    ended += [f"{code[:place]}X{code[place + 1 :]}" for place in range(4, len(code))]
    before = nodes[code].start
    return next((old for old in ended if old in nodes and nodes[old].title and 0 < nodes[old].stop < before), "")


def _stems(link: sqlite3.Connection, words: set[str]) -> dict[str, str]:
    """Every word with its stem as SQLite's Porter stemmer makes it."""
    vocabulary = sorted(words)
    link.execute("CREATE VIRTUAL TABLE temp.stemmer USING fts5(word, tokenize='porter ascii')")
    link.execute("CREATE VIRTUAL TABLE temp.stem USING fts5vocab('temp', 'stemmer', 'instance')")
    link.executemany("INSERT INTO stemmer (rowid, word) VALUES (?, ?)", enumerate(vocabulary))
    found = {vocabulary[row]: term for term, row in link.execute("SELECT term, doc FROM temp.stem")}
    link.execute("DROP TABLE temp.stem")
    link.execute("DROP TABLE temp.stemmer")
    return found


def _leaves(link: sqlite3.Connection, nodes: dict[str, _Node], stems: dict[str, str]) -> None:
    """Fill ``leaf``, ``found`` and ``word``."""
    members: dict[str, list[str]] = {}
    for code, node in nodes.items():
        if node.start:
            members.setdefault(leaf_of(code, nodes), []).append(code)
    seen: Counter[str] = Counter()
    for number, (code, billed) in enumerate(sorted(members.items())):
        start, stop = min(nodes[one].start for one in billed), max(nodes[one].stop for one in billed)
        link.executemany("INSERT INTO member VALUES (?, ?)", ((number, one) for one in sorted(billed)))
        phrases, above = _phrases(code, nodes, stems)
        columns = (phrases[0], " ".join(filter(None, phrases[1:])), " ".join(above))
        seen.update(set(" ".join(columns).split()))
        link.execute("INSERT INTO found (rowid, title, terms, above) VALUES (?, ?, ?, ?)", (number, *columns))
        row = (number, code, start, stop, "\n".join(phrases), " ".join(dict.fromkeys(columns[2].split())))
        link.execute("INSERT INTO leaf VALUES (?, ?, ?, ?, ?, ?)", row)
    most = math.log(len(members))
    rarity = {stem: round(most - math.log(count) + 1, 4) for stem, count in seen.items()}
    weights = ((word, stem, rarity.get(stem, 0.0)) for word, stem in stems.items())  # 0: only of seventh characters
    link.executemany("INSERT INTO word VALUES (?, ?, ?)", weights)


def leaf_of(code: str, nodes: dict[str, _Node]) -> str:
    """The code as the tabular list numbers it: without the seventh character and the X that fill up to it."""
    if len(code) < 7:
        return code
    short = code[:6].rstrip("X")
    return short if short in nodes or not nodes[code].title else code[:6]


def _phrases(code: str, nodes: dict[str, _Node], stems: dict[str, str]) -> tuple[list[str], list[str]]:
    """As stems: what a leaf is called (title, own terms, a blank, terms handed down), and the titles above it."""
    node = nodes.get(code) or _Node("code", code[:3], "", 0, 0)
    own, above = [node.title, *node.terms, ""], []
    place = node.old or node.parent
    if not node.title:
        place = node.old or next((code[:size] for size in range(len(code) - 1, 2, -1) if code[:size] in nodes), "")
        own[0] = nodes[place].title if place else ""
    while place in nodes and nodes[place].level != "chapter":
        own += nodes[place].terms if nodes[place].level == "code" else []
        above.append(nodes[place].title)
        place = nodes[place].parent
    return [_stemmed(text, stems) for text in own], [_stemmed(text, stems) for text in above]


def _stemmed(text: str, stems: dict[str, str]) -> str:
    return " ".join(dict.fromkeys(stems[word] for word in words_of(text)))


def _exact(link: sqlite3.Connection, nodes: dict[str, _Node], stems: dict[str, str]) -> None:
    def rows() -> Iterator[tuple[str, str]]:
        for code, node in nodes.items():
            if node.level == "code" and not (len(code) == 7 and node.start):
                for text in {node.title, *node.terms}:
                    yield exact_key(_stemmed(text, stems).split()), code

    link.executemany("INSERT INTO exact VALUES (?, ?)", (row for row in rows() if row[0]))


def exact_key(stems: list[str]) -> str:
    """What two phrases of the same stems, in whatever order, have in common."""
    return " ".join(sorted(set(stems) - {"unspecifi"}))


def _written(nodes: dict[str, _Node]) -> Iterator[tuple[str, str, str]]:
    """What stands in notes for a code, word by word: our own names (``own``), titles and inclusion terms."""
    for code, phrases in own_terms():
        yield from ((code, "own", phrase) for phrase in phrases)
    for code, node in nodes.items():
        if node.level == "code" and not (len(code) == 7 and node.start):
            yield code, "title", node.title
            yield from ((code, "term", term) for term in node.terms)


def _phrase(link: sqlite3.Connection, written: list[tuple[str, str, str]]) -> None:
    """Fill ``phrase`` and ``spelling``: the stems of each phrase as written, without what stands in brackets."""
    plain = [(code, kind, words_of(re.sub(r"[(\[][^)\]]*[)\]]", " ", text))) for code, kind, text in written]
    stems = _stems(link, {word for _, _, words in plain for word in words})
    stems |= {word: word for word in stems if word.endswith("itis")}  # Porter's tonsillitis is tonsils
    link.executemany("INSERT INTO spelling VALUES (?, ?)", sorted(stems.items()))
    rows = {(exact_key([stems[word] for word in words]), code, kind) for code, kind, words in plain}
    link.executemany("INSERT INTO phrase VALUES (?, ?, ?)", sorted(row for row in rows if row[0]))
