"""A repository as the checks see it: its files, parsed once, and the places of rooms on the floors."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tools.importlinter import FLOORS, LIBRARIES, NESTED, PACKAGE, rooms

SOURCES = (PACKAGE, "tests", "tools", "bench")


@dataclass
class Tree:
    """The files under a root. Paths in complaints are relative to it."""

    root: Path
    _parsed: dict[Path, ast.Module] = field(default_factory=dict)
    _listed: dict[str, list[Path]] = field(default_factory=dict)

    def python(self, *, migrations: bool = False, tests: bool = True, of: str = "") -> Iterator[Path]:
        """Python files, of the whole repository or of one top folder, in order."""
        for top in [of] if of else SOURCES:
            if top not in self._listed:
                self._listed[top] = sorted((self.root / top).rglob("*.py"))
            for path in self._listed[top]:
                parts = path.relative_to(self.root).parts
                if (migrations or "migrations" not in parts) and (tests or "tests" not in parts):
                    yield path

    def files(self, *suffixes: str) -> Iterator[Path]:
        """Files of the product with these suffixes, in order."""
        for path in sorted((self.root / PACKAGE).rglob("*")):
            if path.suffix in suffixes and path.is_file():
                yield path

    def ast(self, path: Path) -> ast.Module:
        """The syntax tree of a file."""
        if path not in self._parsed:
            self._parsed[path] = ast.parse(path.read_text(encoding="utf-8"), str(path))
        return self._parsed[path]

    def at(self, path: Path, line: int | None = None) -> str:
        """Where something is, for a complaint."""
        return f"{path.relative_to(self.root).as_posix()}{f':{line}' if line else ''}"

    def rooms(self) -> list[str]:
        """Rooms that exist and have the shape of a room (not libraries, not a wing inside a wing)."""
        return [room for room in rooms(self.root) if room not in LIBRARIES and room not in NESTED]

    def folder(self, room: str) -> Path:
        """Where a room is."""
        return self.root.joinpath(PACKAGE, *room.split("."))

    def room_of(self, path: Path) -> str | None:
        """The room, or library, a file of the product belongs to."""
        parts = path.relative_to(self.root / PACKAGE).parts[:-1]
        known = dict(FLOORS)
        if not parts or parts[0] not in known:
            return None
        depth = 2 if known[parts[0]] else 1
        if ".".join(parts[:2]) in NESTED:
            depth = 3
        return ".".join(parts[:depth])


def place(room: str) -> tuple[int, int, str]:
    """Where a room stands in the order of the floors; smaller stands above and may be used."""
    floor, _, rest = room.partition(".")
    wing, _, nested = rest.partition(".")
    names = [name for name, _ in FLOORS]
    inner = dict(FLOORS)[floor]
    return names.index(floor), inner.index(wing) if wing in inner else -1, nested


def dotted(node: ast.AST) -> str:
    """``a.b.c`` for a name or a chain of attributes; an unnamed start (a call, an item) is ``?``."""
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else "?"


def docstrings(tree: ast.Module) -> set[ast.Constant]:
    """The string nodes that are documentation."""
    found: set[ast.Constant] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            found.add(node.value)
    return found


def texts(tree: ast.Module) -> Iterator[ast.Constant]:
    """The string nodes that the program uses (documentation left out)."""
    documentation = docstrings(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in documentation:
            yield node


def imports(tree: ast.Module) -> Iterator[tuple[str, str, int]]:
    """Every import as (module, name or empty, line)."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "", node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.module or "", alias.name, node.lineno) for alias in node.names)
