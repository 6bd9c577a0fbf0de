"""Logical dumps: ``pg_dump`` and ``pg_restore`` of a world's database, streamed, as the owner of the world.

No owners and no grants are in a dump: the restoring program owns what it restores and grants anew. Passwords stand in
the environment of the child, never on its command line. A dump goes into a server of any version that is supported,
an older one too: it is restored as a script, without the one setting that servers before 17 do not know.
"""

import os
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from threading import Thread
from typing import IO, Any, cast

from medoffice.kernel.postgres import binaries
from medoffice.kernel.refusals import Refusal

_DUMP = ("--format=custom", "--compress=1", "--no-owner", "--no-acl")
_SCRIPT = ("--no-owner", "--no-acl", "--file=-")
_RUN = ("--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", "--set=VERBOSITY=terse", "--file=-")
_UNKNOWN_BEFORE_17 = b"SET transaction_timeout = 0;\n"
_HEAD = 1 << 12  # the settings are the first lines of a script
_PIECE = 1 << 18
_PLACES = {"PGHOST": "HOST", "PGPORT": "PORT", "PGPASSWORD": "PASSWORD", "PGUSER": "USER", "PGDATABASE": "NAME"}


def pieces(source: IO[bytes]) -> Iterator[bytes]:
    """The bytes of a file or pipe, in pieces."""
    while piece := source.read(_PIECE):
        yield piece


def dumped(server: Mapping[str, Any], snapshot: str) -> Iterator[bytes]:
    """The dump of a database as of an exported snapshot; ``server`` is Django's settings of it. Raises Refusal."""
    with _program("pg_dump", [*_DUMP, f"--snapshot={snapshot}"], server) as running:
        yield from pieces(_out(running))


def scripted(server: Mapping[str, Any], options: Iterable[str] = ()) -> Iterator[bytes]:
    """A database as a script, its rows as statements. Raises Refusal."""
    with _program("pg_dump", ["--inserts", "--no-owner", *options], server) as running:
        yield from pieces(_out(running))


def restored(server: Mapping[str, Any], dump: Iterable[bytes]) -> None:
    """Fill an empty database from a dump, wholly or not at all. Raises Refusal."""
    with _program("psql", _RUN, server) as filling, _program("pg_restore", _SCRIPT, {}) as reading:
        failed: list[BaseException] = []
        feeding = Thread(target=_feed, args=(reading, dump, failed))
        feeding.start()
        try:
            with suppress(BrokenPipeError):  # its exit code tells why
                _in(filling).write(_out(reading).read(_HEAD).replace(_UNKNOWN_BEFORE_17, b""))
                for piece in pieces(_out(reading)):
                    _in(filling).write(piece)
        finally:
            _out(reading).close()
            feeding.join()
        if failed:
            raise failed[0]
        # here the script is whole: only now may psql come to its end, and commit


def understood(dump: Iterable[bytes]) -> None:
    """Read a dump to its end without a database. Raises Refusal if it is not one."""
    with _program("pg_restore", [*_SCRIPT[:-1], f"--file={os.devnull}"], {}) as reading:
        failed: list[BaseException] = []
        _feed(reading, dump, failed)
        if failed:
            raise failed[0]


def _feed(running: "subprocess.Popen[bytes]", dump: Iterable[bytes], failed: list[BaseException]) -> None:
    """Give a program its input; what breaks the dump on the way is kept for the thread that waits."""
    try:
        for piece in dump:
            _in(running).write(piece)
    except BrokenPipeError:
        return
    except BaseException as error:  # noqa: BLE001 - raised again by the caller
        failed.append(error)
        running.kill()
    finally:
        with suppress(BrokenPipeError):
            _in(running).close()


def _in(running: "subprocess.Popen[bytes]") -> IO[bytes]:
    return cast("IO[bytes]", running.stdin)


def _out(running: "subprocess.Popen[bytes]") -> IO[bytes]:
    return cast("IO[bytes]", running.stdout)


@contextmanager
def _program(name: str, options: Iterable[str], server: Mapping[str, Any]) -> Iterator["subprocess.Popen[bytes]"]:
    """Run a program against a database; it is ended if the block fails. Raises Refusal if it fails itself."""
    told = {variable: str(server[key]) for variable, key in _PLACES.items() if server.get(key)}
    wanted = {key: value for key, value in server.get("OPTIONS", {}).items() if value is not None}
    told |= {f"PG{key.upper()}": str(value) for key, value in wanted.items()}
    environment = {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C.UTF-8", **told}
    command = [str(binaries.clients(tls="sslmode" in wanted) / name), *options]
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
            with suppress(BrokenPipeError):
                _in(running).close()
        if running.wait() != 0:
            words.seek(0)
            said = words.readline(300).decode(errors="replace").strip()
            raise Refusal(f"{name.replace('_', '-')}-failed", f"{name} failed: {said}")
