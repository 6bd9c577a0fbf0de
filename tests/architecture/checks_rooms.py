"""Checks of shape: sizes, what a room may hold, what packages and api files hold, which rooms may be pointed at."""

import ast
from collections.abc import Container, Iterator, Mapping
from pathlib import Path

from tests.architecture.tree import Tree, dotted, imports, place
from tools.importlinter import FLOORS, NESTED, OPEN, PACKAGE, PRIVATE

MAX_LINES = 400
MAX_FUNCTION = 60
WHERE_HELPERS_GO = "what actions share stands in actions/, what is pure in rules/, registries in offers (docs/HOUSE.md)"
FACES = {"templates", "static", "templatetags"}
OWN = {"data", "README.md", "__init__.py"}
# Security is a room of mechanisms: what every action and screen goes through lives beside its tables.
EXTRA = {
    "security": {
        "confidential",
        "acting",
        "audit",
        "breached",
        "chain",
        "factors",
        "middleware",
        "proofs",
        "screens",
        "sessions",
        "setup_code",
        "standings",
        "throttle",
        "words",
        "written",
    },
}
FROZEN_BASES = {"Enum", "StrEnum", "IntEnum", "NamedTuple", "TypedDict", "Protocol", "Exception", "Refusal"}
FROZEN_BASES |= {"HttpRequest"}  # what screens are given; nobody makes one


def sizes(tree: Tree) -> Iterator[str]:
    """Files stay under 401 lines and functions under 60."""
    for path in tree.python():
        lines = len(path.read_text(encoding="utf-8").splitlines())
        if lines > MAX_LINES:
            yield f"{tree.at(path)}: {lines} lines; a file has at most {MAX_LINES}"
        for node in ast.walk(tree.ast(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length >= MAX_FUNCTION:
                    yield f"{tree.at(path, node.lineno)}: {node.name} has {length} lines, not under {MAX_FUNCTION}"


def shape(tree: Tree) -> Iterator[str]:
    """A room holds the parts of a room and nothing else."""
    for room in tree.rooms():
        if room in dict(FLOORS) and dict(FLOORS)[room]:
            continue
        parts = {*PRIVATE, *OPEN} | EXTRA.get(room, set())
        for child in sorted(tree.folder(room).iterdir()):
            name = child.stem if child.suffix == ".py" else child.name
            known = name in parts and (child.suffix == ".py" or child.is_dir())
            if not known and child.name not in FACES | OWN and not _is_cache(child):
                yield f"{tree.at(child)}: not a part of a room; {WHERE_HELPERS_GO}"


def packages(tree: Tree) -> Iterator[str]:
    """Every package says what it is, and its ``__init__`` holds nothing else.

    Two excuses: the version of the product, and ``models/__init__``, where Django looks for the tables of the folder.
    """
    for path in tree.python(of=PACKAGE, migrations=True):
        if path.name != "__init__.py":
            if not (path.parent / "__init__.py").exists():
                yield f"{tree.at(path)}: its folder has no __init__.py"
            continue
        module = tree.ast(path)
        excused = {"tests", "migrations"} & set(path.parts)
        if ast.get_docstring(module) is None and not excused:
            yield f"{tree.at(path)}: a package says in a docstring whose job it does"
        if any(not _is_doc_or_version(node, path, tree) for node in module.body):
            yield f"{tree.at(path)}: an __init__ holds a docstring and nothing else"


def circles(tree: Tree) -> Iterator[str]:
    """No file imports itself through others, not even inside a function: something in it belongs elsewhere."""
    modules = {_module(tree, path): path for path in tree.python(tests=False)}
    uses = {name: _used(tree.ast(path), modules) - {name} for name, path in modules.items()}
    for names in _knots(uses):
        yield f"{tree.at(modules[names[0]])}: a circle of imports: {', '.join(names)}"


def names(tree: Tree) -> Iterator[str]:
    """No file hides behind an underscore: what a room keeps to itself, it leaves out of its ``api``."""
    for path in tree.python():
        if path.name.startswith("_") and path.stem not in {"__init__", "__main__"}:
            yield f"{tree.at(path)}: no file begins with an underscore; api.py alone says what is for others"


def api(tree: Tree) -> Iterator[str]:
    """An ``api`` names what it offers in ``__all__``: functions, frozen types and registries, never a model."""
    for room in tree.rooms():
        path = tree.folder(room) / "api.py"
        if not path.exists():
            continue
        module = tree.ast(path)
        offered = _all_of(module)
        if offered is None:
            yield f"{tree.at(path)}: an api lists what it offers in __all__"
            continue
        for name in offered:
            reason = _unfit(tree, path, name)
            if reason:
                yield f"{tree.at(path)}: {name} {reason}"


def references(tree: Tree) -> Iterator[str]:
    """A model named in a string (foreign keys, apps.get_model) belongs to a room above, or to this one."""
    labels = _labels(tree)
    for path in tree.python(of=PACKAGE, migrations=True):
        here = tree.room_of(path)
        if here is None:
            continue
        for label, line in _pointed_at(tree.ast(path)):
            room = labels.get(label)
            if room and room != here and place(room) >= place(here):
                yield f"{tree.at(path, line)}: {here} points at {label}, which stands below it"


def plan(tree: Tree) -> Iterator[str]:
    """The list of installed rooms (config/rooms.py) keeps the order of the floors and misses no room with tables."""
    path = tree.root / PACKAGE / "config" / "rooms.py"
    if not path.exists():
        return
    named = [
        node.value.removeprefix(f"{PACKAGE}.")
        for node in ast.walk(tree.ast(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith(f"{PACKAGE}.")
    ]
    if named != sorted(named, key=place):
        yield f"{tree.at(path)}: ROOMS is not in the order of the floors"
    for room in tree.rooms():
        if (tree.folder(room) / "apps.py").exists() and room not in named:
            yield f"{tree.at(path)}: {room} has an apps.py and is not in ROOMS"


def _module(tree: Tree, path: Path) -> str:
    parts = path.relative_to(tree.root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _used(module: ast.Module, known: Container[str]) -> set[str]:
    """The files a file imports, or names out of."""
    named = {name for source, what, _ in imports(module) for name in (f"{source}.{what}", source)}
    return {name for name in named if name in known}


def _knots(uses: Mapping[str, set[str]]) -> list[list[str]]:
    """The sets of files that reach each other, each sorted."""
    reach = {name: _reached(name, uses) for name in uses}
    tied = {frozenset(other for other in reach[name] if name in reach[other]) for name in uses}
    return sorted(sorted(knot) for knot in tied if knot)


def _reached(start: str, uses: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [start]
    while waiting:
        new = uses[waiting.pop()] - found
        found |= new
        waiting += new
    return found


def _is_cache(path: Path) -> bool:
    return path.name == "__pycache__" or path.name.startswith(".")


def _is_doc_or_version(node: ast.stmt, path: Path, tree: Tree) -> bool:
    """Whether a statement may stand in an ``__init__``."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return True
    assigned = _targets(node) if isinstance(node, ast.Assign) else []
    if path.parent.name == "models":
        return isinstance(node, ast.ImportFrom) or assigned == ["__all__"]
    return path.parent == tree.root / PACKAGE and assigned == ["__version__"]


def _all_of(module: ast.Module) -> list[str] | None:
    """The names in ``__all__``, or None if there is none."""
    for node in module.body:
        if isinstance(node, ast.Assign) and [dotted(target) for target in node.targets] == ["__all__"]:
            return list(ast.literal_eval(node.value))
    return None


def _unfit(tree: Tree, path: Path, name: str, depth: int = 0) -> str:
    """Why an api may not offer this name, or nothing; names are followed to the file that defines them."""
    module = tree.ast(path)
    for node in module.body:
        if isinstance(node, ast.FunctionDef) and node.name == name:
            return ""
        if isinstance(node, ast.ClassDef) and node.name == name:
            return "" if _is_frozen(node) else "is a class that is not frozen"
        if isinstance(node, ast.Assign | ast.AnnAssign) and name in _targets(node):
            return "" if _is_constant(node) else "is neither a function, a frozen type nor a registry"
    source = next((where for where, what, _ in imports(module) if what == name), None)
    if source is None:
        return "is not defined here"
    if "models" in source.split("."):
        return "comes from models; an api offers functions and types"
    target = _file_of(tree, source)
    return _unfit(tree, target, name, depth + 1) if target and depth < 5 else ""


def _is_frozen(node: ast.ClassDef) -> bool:
    """Whether nobody changes instances: a frozen dataclass, an enumeration, an exception, a protocol, a request."""
    if any(dotted(base.value if isinstance(base, ast.Subscript) else base) in FROZEN_BASES for base in node.bases):
        return True
    calls = [decorator for decorator in node.decorator_list if isinstance(decorator, ast.Call)]
    return any(
        keyword.arg == "frozen" and isinstance(keyword.value, ast.Constant) and keyword.value.value is True
        for call in calls
        for keyword in call.keywords
    )


def _targets(node: ast.Assign | ast.AnnAssign) -> list[str]:
    return [dotted(target) for target in (node.targets if isinstance(node, ast.Assign) else [node.target])]


def _is_constant(node: ast.Assign | ast.AnnAssign) -> bool:
    """A registry, an unchangeable value, or a type written as an alias."""
    value = node.value
    if isinstance(value, ast.Call):
        return dotted(value.func) in {"Registry", "frozenset", "Money", "Decimal", "timedelta", "TypeVar", "date"}
    return isinstance(value, ast.Constant | ast.Tuple | ast.Subscript)


def _file_of(tree: Tree, module: str) -> Path | None:
    """The file of a module of the product."""
    path = tree.root.joinpath(*module.split("."))
    candidates = (path.with_suffix(".py"), path / "__init__.py")
    return next((candidate for candidate in candidates if candidate.exists()), None)


def _labels(tree: Tree) -> dict[str, str]:
    """The Django label of each room and library that has an ``apps.py``, and its room."""
    found: dict[str, str] = {}
    for path in sorted((tree.root / PACKAGE).rglob("apps.py")):
        room = tree.room_of(path)
        if room is None or room in NESTED:
            continue
        label = room.rpartition(".")[2]
        for node in ast.walk(tree.ast(path)):
            if isinstance(node, ast.Assign) and _targets(node) == ["label"] and isinstance(node.value, ast.Constant):
                label = str(node.value.value)
        found[label] = room
    return found


def _pointed_at(module: ast.Module) -> Iterator[tuple[str, int]]:
    """Every (label, line) that a foreign key, ``get_model`` or a migration's dependency names in a string."""
    for node in ast.walk(module):
        if isinstance(node, ast.Call):
            called = dotted(node.func).rpartition(".")[2]
            if called in {"ForeignKey", "OneToOneField", "ManyToManyField", "get_model", "swappable_dependency"}:
                yield from _label_in(node, called)
        elif isinstance(node, ast.Assign) and _targets(node) == ["dependencies"] and isinstance(node.value, ast.List):
            for item in node.value.elts:
                if isinstance(item, ast.Tuple) and isinstance(item.elts[0], ast.Constant):
                    yield str(item.elts[0].value), item.lineno


def _label_in(call: ast.Call, called: str) -> Iterator[tuple[str, int]]:
    """The label in the first argument, or in ``to``."""
    first = [*call.args[:1], *(keyword.value for keyword in call.keywords if keyword.arg == "to")]
    for argument in first:
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            label, dot, _ = argument.value.partition(".")
            if dot or called == "get_model":
                yield label, call.lineno
