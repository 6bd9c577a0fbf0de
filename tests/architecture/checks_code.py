"""Checks of what code does: purity, the clock, views that do not touch tables, dangerous calls, append-only tables."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.tree import Tree, dotted, imports, texts
from tools.importlinter import IMPURE, PACKAGE

# The only places that may read the machine's clock: the clock itself, and the time part of new ids.
CLOCKS = {"medoffice/kernel/clock.py": {"datetime.now"}, "medoffice/kernel/ids.py": {"time.time_ns"}}
CLOCK_CALLS = re.compile(
    r"^(datetime\.)?(datetime|date)\.(now|today|utcnow)$|^(django\.utils\.)?timezone\.(now|localdate|localtime)$"
    r"|^time\.(time|time_ns|localtime|gmtime|ctime)$|^(functions\.)?(Now|TransactionNow|CurrentTimestamp)$"
)
_CLOCK_MODULES = {
    "datetime": "datetime.",
    "time": "time.",
    "django.utils": "",
    "django.utils.timezone": "timezone.",
    "django.db.models": "",
    "django.db.models.functions": "",
}
SQL_CLOCK = re.compile(
    r"\b(now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday)\s*\(\s*\)"
    r"|\bCURRENT_(DATE|TIMESTAMP|TIME)\b|\bLOCALTIME(STAMP)?\b|'now'::",
    re.IGNORECASE,
)
INSTANT = re.compile(r"(^|_)at$")
CHANGES = re.compile(r"\b(\w+)\.objects\b[^\n]*\.(update|delete|bulk_update)\(")
# Calls that read or change the world, or hang on chance: never in a rule.
IMPURE_CALLS = {"open", "input", "print", "exec", "eval", "compile", "__import__", "globals", "breakpoint"}
DANGEROUS = {"eval", "exec", "__import__", "yaml.load", "yaml.unsafe_load", "os.system", "os.popen"}
DANGEROUS_METHODS = {"mark_safe", "RawSQL"}
RAW_METHODS = {"extra", "raw"}
DANGEROUS_MODULES = {"pickle", "marshal", "shelve", "telnetlib"}
# What parses XML; the one place that may, since it refuses what XML can be made to do.
XML_PARSERS = {"xml", "pyexpat", "lxml", "defusedxml"}
# The office's place, and the program that is shut off and can import nothing of the office.
XML_PLACES = {"medoffice/kernel/xml_trees.py", "medoffice/kernel/paper_reader.py"}
# Reviewed uses, each with its reason. A new one is a decision, not a line.
REVIEWED: dict[tuple[str, str], str] = {}


def purity(tree: Tree) -> Iterator[str]:
    """Rules and types import nothing of the machine and call nothing that reads it."""
    for room in tree.rooms():
        folder = tree.folder(room)
        paths = [folder / "types.py", folder / "rules.py", *sorted((folder / "rules").rglob("*.py"))]
        for path in filter(Path.exists, paths):
            module = tree.ast(path)
            for source, _, line in imports(module):
                if source.split(".")[0] in IMPURE:
                    yield f"{tree.at(path, line)}: a rule imports {source}"
            for call in _calls(module):
                name = dotted(call.func)
                if name in IMPURE_CALLS or CLOCK_CALLS.match(name) or name.startswith("uuid.uuid"):
                    yield f"{tree.at(path, call.lineno)}: a rule calls {name}"


def clock(tree: Tree) -> Iterator[str]:
    """Time comes from ``kernel.clock`` only: no machine clock in code, defaults or SQL."""
    for path in tree.python(of=PACKAGE, migrations=True):
        module, allowed = tree.ast(path), CLOCKS.get(path.relative_to(tree.root).as_posix(), set())
        for name, at in _clock_names(module):
            if name not in allowed:
                yield f"{tree.at(path, at)}: {name}; time comes from kernel.clock"
        for text in texts(module):
            found = SQL_CLOCK.search(str(text.value))
            if found:
                yield f"{tree.at(path, text.lineno)}: {found[0]} in SQL; time comes from kernel.clock"
    for path in tree.files(".sql"):
        if path.name == "blank.sql":
            continue  # written from the migrations, which are looked at themselves
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if SQL_CLOCK.search(line.partition("--")[0]):
                yield f"{tree.at(path, number)}: the database's clock; time comes from kernel.clock"


def views(tree: Tree) -> Iterator[str]:
    """A view reads through queries and writes through actions; it touches no table."""
    for path in tree.python(of=PACKAGE, tests=False):
        if path.stem != "views" and "views" not in path.relative_to(tree.root).parts:
            continue
        for node in ast.walk(tree.ast(path)):
            if isinstance(node, ast.Attribute) and node.attr in {"objects", "_default_manager", "_base_manager"}:
                yield f"{tree.at(path, node.lineno)}: a view uses .{node.attr}; use a query or an action"
            if isinstance(node, ast.Attribute) and node.attr in {"save", "delete", "bulk_create", "cursor"}:
                yield f"{tree.at(path, node.lineno)}: a view uses .{node.attr}; use an action"


def order(tree: Tree) -> Iterator[str]:
    """Rows by an instant are told apart where two share it: else their order is the database's whim."""
    for path in tree.python(of=PACKAGE, tests=False):
        calls = list(_calls(tree.ast(path)))
        only = {id(_behind(call)): _words(call) for call in calls if _ends(call, {"values_list", "only"})}
        for call in calls:
            last = _words(call)[-1:] if _ends(call, {"order_by"}) else []
            name = last[0].lstrip("-") if last else ""
            if INSTANT.search(name) and only.get(id(call)) != [name] and name not in _annotated(call):
                yield f"{tree.at(path, call.lineno)}: order_by ends in {last[0]}; two may share it, add the id"


def dangerous(tree: Tree) -> Iterator[str]:
    """No call that trusts text as code, markup or a command, outside the reviewed list."""
    for path in tree.python(tests=False, migrations=True):
        where = path.relative_to(tree.root).as_posix()
        if where.startswith("tests/"):
            continue
        module = tree.ast(path)
        for source, _, line in imports(module):
            if source.split(".")[0] in DANGEROUS_MODULES and (where, source) not in REVIEWED:
                yield f"{tree.at(path, line)}: imports {source}"
        for call in _calls(module):
            name = dotted(call.func)
            last = name.rpartition(".")[2]
            risky = _is_risky(name, last) or _asks_for_a_shell(call)
            if risky and (where, last) not in REVIEWED:
                yield f"{tree.at(path, call.lineno)}: calls {name}{' with shell' if _asks_for_a_shell(call) else ''}"


def xml(tree: Tree) -> Iterator[str]:
    """The product parses XML in one place, and papers apart from everything."""
    for path in tree.python(of=PACKAGE, tests=False):
        for source, _, line in imports(tree.ast(path)):
            if source.split(".")[0] in XML_PARSERS and path.relative_to(tree.root).as_posix() not in XML_PLACES:
                yield f"{tree.at(path, line)}: imports {source}; XML is parsed by kernel.xml_trees"


def append_only(tree: Tree) -> Iterator[str]:
    """A model whose docstring says append-only is registered, so that its rights are taken away; no code changes it."""
    registered = {table for path in tree.python(of=PACKAGE, tests=False) for table in _registered(tree.ast(path))}
    changed: dict[str, list[tuple[Path, str]]] = defaultdict(list)
    for path in tree.python(of=PACKAGE, tests=False):
        for model, verb in CHANGES.findall(path.read_text(encoding="utf-8")):
            changed[model].append((path, verb))
    for room in tree.rooms():
        folder = tree.folder(room)
        if not list((folder / "migrations").glob("0*.py")):
            continue
        for name, table, path, line in _append_only_models(tree, folder):
            if table not in registered:
                yield f"{tree.at(path, line)}: {name} is append-only; nothing calls register_append_only({table!r})"
            for other, verb in changed[name]:
                yield f"{tree.at(other)}: {verb} on {name}, which is append-only"


def _registered(module: ast.Module) -> Iterator[str]:
    """The tables a file gives to ``register_append_only``."""
    for call in _calls(module):
        if dotted(call.func).rpartition(".")[2] == "register_append_only":
            yield from (str(argument.value) for argument in call.args if isinstance(argument, ast.Constant))


def _clock_names(module: ast.Module) -> Iterator[tuple[str, int]]:
    """Every mention of the machine's clock and every self-setting time field, as (name, line)."""
    names = _imported_names(module)
    for node in ast.walk(module):
        if isinstance(node, ast.Attribute | ast.Name):
            name = _full_name(node, names)
            if CLOCK_CALLS.match(name):
                yield name.replace("datetime.datetime", "datetime").replace("datetime.date.", "date."), node.lineno
        elif isinstance(node, ast.keyword) and node.arg in {"auto_now", "auto_now_add"}:
            yield node.arg, node.value.lineno


def _append_only_models(tree: Tree, folder: Path) -> Iterator[tuple[str, str, Path, int]]:
    """Each append-only model of a room: (name, table, file, line)."""
    for path in [folder / "models.py", *sorted((folder / "models").glob("*.py"))]:
        if not path.exists():
            continue
        for node in ast.walk(tree.ast(path)):
            if isinstance(node, ast.ClassDef) and "append-only" in (ast.get_docstring(node) or "").lower():
                tables = [
                    str(inner.value.value)
                    for inner in ast.walk(node)
                    if isinstance(inner, ast.Assign)
                    and [dotted(target) for target in inner.targets] == ["db_table"]
                    and isinstance(inner.value, ast.Constant)
                ]
                yield node.name, tables[0] if tables else f"{folder.name}_{node.name.lower()}", path, node.lineno


def _calls(module: ast.Module) -> Iterator[ast.Call]:
    return (node for node in ast.walk(module) if isinstance(node, ast.Call))


def _ends(call: ast.Call, names: set[str]) -> bool:
    return isinstance(call.func, ast.Attribute) and call.func.attr in names


def _words(call: ast.Call) -> list[str]:
    return [one.value for one in call.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]


def _behind(call: ast.Call) -> ast.expr | None:
    return call.func.value if isinstance(call.func, ast.Attribute) else None


def _annotated(call: ast.Call) -> set[str]:
    """What the query behind a call counted itself: one row for each group."""
    behind = _behind(call)
    if not isinstance(behind, ast.Call) or not _ends(behind, {"annotate"}):
        return set()
    return {str(one.arg) for one in behind.keywords}


def _is_risky(name: str, last: str) -> bool:
    """Whether a call trusts text as code, markup or SQL."""
    return name in DANGEROUS or last in DANGEROUS_METHODS or ("." in name and last in RAW_METHODS)


def _asks_for_a_shell(call: ast.Call) -> bool:
    return any(
        keyword.arg == "shell" and not (isinstance(keyword.value, ast.Constant) and keyword.value.value is False)
        for keyword in call.keywords
    )


def _imported_names(module: ast.Module) -> dict[str, str]:
    """What each imported local name stands for: ``dt`` for ``datetime`` as the file names it."""
    names: dict[str, str] = {}
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            names |= {alias.asname: alias.name for alias in node.names if alias.asname}
        elif isinstance(node, ast.ImportFrom) and node.module in _CLOCK_MODULES:
            start = _CLOCK_MODULES[node.module]
            names |= {alias.asname or alias.name: f"{start}{alias.name}" for alias in node.names}
    return names


def _full_name(node: ast.Attribute | ast.Name, names: dict[str, str]) -> str:
    """The dotted name with its start replaced by what was imported under it."""
    start, dot, rest = dotted(node).partition(".")
    return f"{names.get(start, start)}{dot}{rest}"
