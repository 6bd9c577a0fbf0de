"""Writes ``.importlinter``: the contracts that hold the floors of the house, made from one ordered list of rooms.

Usage: ``python -m tools.importlinter`` writes the file, ``--check`` only says whether it is up to date (exit 1 if not).
The list below is the plan; contracts are written for the folders that exist. A folder that is not in the plan is an
error: a new room needs its place on a floor first (docs/HOUSE.md). There is no list of exceptions, on purpose.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

REPO = Path(__file__).resolve().parent.parent
PACKAGE = "medoffice"
TARGET = ".importlinter"

# The floors, each wing with its rooms. A room may import what stands before it, never what stands after it.
FLOORS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("kernel", ()),
    ("ui", ()),
    ("security", ()),
    ("standards", ()),
    ("practice", ()),
    (
        "records",
        ("patients", "coverage", "encounters", "documents", "disclosures", "faxes", "releases", "rights", "charts"),
    ),
    ("front_office", ("calls", "scheduling", "outreach", "check_in", "flow", "forms", "letters", "referrals", "memos")),
    (
        "clinic",
        (
            "charting",
            "orders",
            "immunizations",
            "results",
            "office_lab",
            "devices",
            "screening",
            "upkeep",
            "procedures",
            "prescriptions",
            "dictation",
            "summaries",
        ),
    ),
    (
        "revenue",
        ("ledger", "code_lists", "coding", "recapture", "authorizations", "billing", "code_audits", "claims", "books"),
    ),
    ("management", ("downtime", "registry", "compliance", "staffing", "inventory", "dashboard")),
    (
        "exchange",
        (
            "fhir_api",
            "lab_link",
            "registry_link",
            "clearinghouse",
            "pharmacy_link",
            "fax",
            "messaging",
            "paper_in",
            "sound_in",
            "hearing_link",
            "device_in",
            "simulators",
        ),
    ),
    ("portal", ()),
    ("practicum", ()),
    ("rehearsal", ("population", "stories", "demo", "bulk", "day")),
    ("desks", ()),
    ("config", ()),
)
# Libraries have a plain shape of their own and are imported by module.
LIBRARIES = ("kernel", "ui", "standards", "config")
# A wing inside a wing: each simulator is a room, and none knows another.
NESTED = ("exchange.simulators",)
# Above every floor: the way in, and the fixtures of the tests.
ROOF = ("__main__", "conftest")
# The parts of a room that no other room may import. Open to others: api, types, and tests (the makers).
PRIVATE = (
    "actions",
    "apps",
    "forms",
    "jobs",
    "models",
    "offers",
    "policy",
    "queries",
    "registry",
    "rules",
    "urls",
    "views",
    "migrations",
)
OPEN = ("api", "types", "tests")
# What a rule may not touch: the database, the machine, the clock, chance.
IMPURE = (
    "django",
    "psycopg",
    "procrastinate",
    "logging",
    "os",
    "pathlib",
    "random",
    "secrets",
    "shutil",
    "socket",
    "sqlite3",
    "subprocess",
    "tempfile",
    "threading",
    "time",
    "urllib",
)

Fields = dict[str, str | Iterable[str]]


def rooms(root: Path) -> list[str]:
    """Every room that exists, as a dotted path below the package, in the order of the floors.

    Raises ValueError naming a package that has no place in the plan.
    """
    found: list[str] = []
    _no_strangers(root, "", [floor for floor, _ in FLOORS])
    for floor, inner in FLOORS:
        if not _exists(root, floor):
            continue
        if inner:
            _no_strangers(root, floor, inner)
            found += [room for name in inner for room in _with_nested(root, f"{floor}.{name}") if _exists(root, room)]
        else:
            found.append(floor)
    return found


def text(root: Path) -> str:
    """The whole contracts file for the folders under ``root``."""
    head = (
        "# Written by `make contracts` from the list in tools/importlinter.py; do not edit by hand.\n\n"
        "[importlinter]\n"
        f"root_package = {PACKAGE}\n"
        "include_external_packages = True\n"
    )
    return head + "".join(_section(name, fields) for name, fields in _contracts(root))


def _contracts(root: Path) -> Iterator[tuple[str, Fields]]:
    """Every contract, with its id, in a fixed order."""
    existing = rooms(root)
    yield from _floors(root)
    yield from _walls(root, existing)
    yield from _purity(root, existing)


def _floors(root: Path) -> Iterator[tuple[str, Fields]]:
    """The floors of the house, and the rooms inside each wing."""
    order = [*(name for name, _ in FLOORS if _exists(root, name)), *(name for name in ROOF if _exists(root, name))]
    yield "floors", _layers("a wing imports only from wings above it in the plan", PACKAGE, order)
    for floor, inner in FLOORS:
        present = [name for name in inner if _exists(root, f"{floor}.{name}")]
        if present:
            yield f"wing-{floor}", _layers(f"inside {floor}, left to right", f"{PACKAGE}.{floor}", present)
    for wing in NESTED:
        inside = [f"{PACKAGE}.{room}" for room in _with_nested(root, wing)[1:]]
        if len(inside) > 1:
            yield (
                f"apart-{wing}",
                {"name": f"no two of {wing} know each other", "type": "independence", "modules": inside},
            )


def _walls(root: Path, existing: Iterable[str]) -> Iterator[tuple[str, Fields]]:
    """One wall around each room: others come in by api and types only."""
    for room in existing:
        parts = [] if room in LIBRARIES or room in NESTED else private_parts(root, room)
        if parts:
            yield (
                f"wall-{room}",
                {
                    "name": f"of {room} others import only api and types",
                    "type": "protected",
                    "protected_modules": [f"{PACKAGE}.{room}.{part}" for part in parts],
                    "allowed_importers": [f"{PACKAGE}.{room}"],
                },
            )


def _purity(root: Path, existing: Iterable[str]) -> Iterator[tuple[str, Fields]]:
    """Rules and types are pure; standards know neither Django nor the office; simulators know no standards."""
    pure = [
        f"{PACKAGE}.{room}.{part}"
        for room in existing
        for part in ("types", "rules")
        if room not in LIBRARIES and _exists(root, f"{room}.{part}")
    ]
    if pure:
        yield "pure", _forbidden("rules and types touch no machine, clock, chance or database", pure, IMPURE)
    rules = [module for module in pure if module.endswith(".rules")]
    if rules:
        yield "pure-rules", _forbidden("no rule reaches Django by any way", rules, ("django", "psycopg"), indirect=True)
    if _exists(root, "standards"):
        outside = ["django", "psycopg", *(f"{PACKAGE}.{name}" for name in ("ui", "security") if _exists(root, name))]
        yield (
            "standards",
            _forbidden("standards know no Django and no office", [f"{PACKAGE}.standards"], outside, indirect=True),
        )
        if _exists(root, "exchange.simulators"):
            source, target = [f"{PACKAGE}.exchange.simulators"], [f"{PACKAGE}.standards"]
            yield "simulators", _forbidden("a simulator shares no code, so no bug, with the standards", source, target)


def private_parts(root: Path, room: str) -> list[str]:
    """The modules of a room that only the room itself may import."""
    folder = _path(root, room)
    names = {child.stem for child in folder.glob("*.py")} | {
        child.parent.name for child in folder.glob("*/__init__.py")
    }
    closed = names - set(OPEN) - {"__init__", *_children_that_are_rooms(room)}
    return sorted(closed, key=lambda name: (PRIVATE.index(name) if name in PRIVATE else len(PRIVATE), name))


def _children_that_are_rooms(room: str) -> set[str]:
    """Names below this path that the plan lists as rooms of their own."""
    return set(dict(FLOORS).get(room, ()))


def _with_nested(root: Path, room: str) -> list[str]:
    """A room, and the rooms inside it where the plan says that it is a wing itself."""
    if room not in NESTED:
        return [room]
    inside = sorted(init.parent.name for init in _path(root, room).glob("*/__init__.py"))
    return [room, *(f"{room}.{name}" for name in inside if name not in OPEN)]


def _no_strangers(root: Path, inside: str, planned: Iterable[str]) -> None:
    """Raise ValueError if a package stands where the plan has none."""
    allowed = {*planned, "tests"}
    for init in sorted(_path(root, inside).glob("*/__init__.py")):
        if init.parent.name not in allowed:
            where = ".".join(filter(None, (PACKAGE, inside, init.parent.name)))
            raise ValueError(f"{where} has no place in the plan; give it one in tools/importlinter.py (FLOORS)")


def _path(root: Path, dotted: str) -> Path:
    return root.joinpath(PACKAGE, *filter(None, dotted.split(".")))


def _exists(root: Path, dotted: str) -> bool:
    """Whether there is such a module or package."""
    path = _path(root, dotted)
    return (path / "__init__.py").exists() or path.with_suffix(".py").exists()


def _layers(name: str, container: str, order: list[str]) -> Fields:
    return {"name": name, "type": "layers", "containers": [container], "exhaustive": "True", "layers": order[::-1]}


def _forbidden(name: str, source: list[str], target: Iterable[str], *, indirect: bool = False) -> Fields:
    """Imports from source to target are forbidden; with ``indirect``, chains of imports too."""
    fields: Fields = {"name": name, "type": "forbidden", "source_modules": source, "forbidden_modules": target}
    return fields if indirect else {**fields, "allow_indirect_imports": "True"}


def _section(contract: str, fields: Fields) -> str:
    """A contract as the ini file writes it."""
    lines = [f"\n[importlinter:contract:{contract}]"]
    for key, value in fields.items():
        lines += [f"{key} = {value}"] if isinstance(value, str) else [f"{key} =", *(f"    {item}" for item in value)]
    return "\n".join(lines) + "\n"


def main(arguments: list[str] | None = None) -> int:
    """Write the contracts, or check them. Returns the exit status."""
    parser = argparse.ArgumentParser(description="Write the import contracts from the plan and the folders.")
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 if the file is out of date")
    parser.add_argument("--root", type=Path, default=REPO, help="the repository (default: this one)")
    options = parser.parse_args(arguments)
    wanted, target = text(options.root), options.root / TARGET
    if not options.check:
        target.write_text(wanted)
        return 0
    if target.exists() and target.read_text() == wanted:
        return 0
    print(f"{TARGET} does not match the rooms; run `make contracts` and commit it", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
