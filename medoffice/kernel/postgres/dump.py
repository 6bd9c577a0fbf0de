"""pg_dump and pg_restore as streams: a logical copy of one database, through pipes, never in the clear on disk.

Of what a failing program says only the first line is passed on: the following ones may quote rows.
"""

import os
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import IO, Any

from medoffice.kernel.postgres import binaries
from medoffice.kernel.refusals import Refusal

_DUMP = ("--format=custom", "--compress=1", "--no-owner", "--no-acl")
_RESTORE = ("--no-owner", "--no-acl", "--exit-on-error")
_PIECE = 1 << 18


def pieces(source: IO[bytes]) -> Iterator[bytes]:
    """The bytes of a file or pipe, in pieces."""
    while piece := source.read(_PIECE):
        yield piece


def dumped(server: Mapping[str, Any], snapshot: str) -> Iterator[bytes]:
    """The dump of a database as of an exported snapshot; ``server`` is Django's settings of it. Raises Refusal."""
    with _program("pg_dump", [*_DUMP, f"--snapshot={snapshot}"], server) as running:
        if running.stdout is not None:
            yield from pieces(running.stdout)


def restored(server: Mapping[str, Any], dump: Iterable[bytes]) -> None:
    """Fill an empty database from a dump, wholly or not at all. Raises Refusal."""
    _feed([*_RESTORE, "--single-transaction", f"--dbname={server['NAME']}"], server, dump)


def understood(dump: Iterable[bytes]) -> None:
    """Read a dump to its end without a database. Raises Refusal if it is not one."""
    _feed([*_RESTORE, f"--file={os.devnull}"], {}, dump)


def _feed(options: list[str], server: Mapping[str, Any], dump: Iterable[bytes]) -> None:
    with _program("pg_restore", options, server) as running, suppress(BrokenPipeError):  # its exit code tells why
        if running.stdin is not None:
            for piece in dump:
                running.stdin.write(piece)


@contextmanager
def _program(name: str, options: list[str], server: Mapping[str, Any]) -> Iterator["subprocess.Popen[bytes]"]:
    """Run a program against a database; it is ended if the block fails. Raises Refusal if it fails itself."""
    places = {"PGHOST": "HOST", "PGPORT": "PORT", "PGPASSWORD": "PASSWORD", "PGUSER": "USER", "PGDATABASE": "NAME"}
    told = {variable: str(server[key]) for variable, key in places.items() if server.get(key)}
    environment = {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C.UTF-8", **told}
    command = [str(binaries.folder() / name), *options]
    with (
        tempfile.TemporaryFile() as words,
        subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=words, env=environment
        ) as running,
    ):
        try:
            yield running
        except BaseException:
            running.kill()
            raise
        finally:
            if running.stdin is not None:
                with suppress(BrokenPipeError):
                    running.stdin.close()
        if running.wait() != 0:
            words.seek(0)
            said = words.readline(300).decode(errors="replace").strip()
            raise Refusal(f"{name.replace('_', '-')}-failed", f"{name} failed: {said}")
