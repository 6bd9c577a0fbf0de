"""``medoffice run``: the office in a browser. Starts the database, the web tier and the worker; stops them in order."""

import argparse
import errno
import os
import signal
import socket
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from types import FrameType
from typing import NoReturn

from medoffice.config.network import Network, add_network_arguments, network_of, said
from medoffice.config.output import line, say
from medoffice.config.parts import Part, stop
from medoffice.config.places import data_folder
from medoffice.config.server import PRACTICE, database
from medoffice.kernel import clock, private, read_only
from medoffice.kernel.postgres.server import Server
from medoffice.kernel.refusals import Refusal

DEMO = "demo"
ALREADY_RUNNING = 3
SLOW_START = 60.0
WORKERS = min(4, os.cpu_count() or 1)  # one process of Python uses one core


@dataclass(frozen=True, slots=True)
class Past:
    """How big a demo office is made on the first start, and how long its past; nothing for the small one."""

    people: int = 0
    months: int = 0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``--demo``, and where the office is reached."""
    parser.add_argument("--demo", action="store_true", help="serve the demo office Riverbend, made on first use")
    parser.add_argument("--people", type=int, default=0, metavar="N", help="demo, first start: N patients (310)")
    parser.add_argument(
        "--months", type=int, default=0, metavar="N", help="demo, first start: N months behind it (one)"
    )
    add_network_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Serve until Ctrl-C or SIGTERM, then 0. 3 if the office runs already, 1 if it ended by itself."""
    for number in (signal.SIGINT, signal.SIGTERM):  # a program started behind another ignores Ctrl-C until it says so
        signal.signal(number, _interrupt)
    world = DEMO if arguments.demo else PRACTICE
    try:
        network = network_of(arguments, data_folder(), clock.real_now())
        os.environ.update(network.environment())
        _refuse_taken(network)
        with database(own=True) as server:
            return _serve(world, network, server, Past(arguments.people, arguments.months))
    except Refusal as refusal:
        if refusal.code not in ("already-running", "port-taken"):
            raise
        say(f"{refusal.words} {refusal.fix}")
        return ALREADY_RUNNING
    except KeyboardInterrupt:
        return 0


def _interrupt(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


def _refuse_taken(network: Network) -> None:
    """Say so before a database is made, not after."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((network.bind, network.port))
        except (OSError, OverflowError) as error:
            if getattr(error, "errno", None) == errno.EADDRNOTAVAIL:
                words = f"This machine has no address {network.bind}."
                raise Refusal("lan-address", words, "Leave the address out to serve on all.") from error
            words = f"Another program answers at port {network.port}, perhaps this office."
            raise Refusal("port-taken", words, f"Look at {network.origin} or choose another --port.") from error


def _serve(world: str, network: Network, server: Server | None, past: Past) -> int:
    from medoffice.kernel.worlds import catalog

    private.close_to_others(data_folder())
    parts: list[Part] = []
    try:
        if not catalog.exists(world):
            _make(world, past)
        parts.append(Part("web server", "medoffice.config.web", *_web(network), world=world))
        catalog.ensure_migrated(world)  # the web server loads meanwhile
        _resume(world)
        _wait_for(network, parts[0])
        _announce(world, network)
        parts.append(Part("worker", "medoffice.config.worker", world=world))
        _watch(server, *parts)
        return 1
    except KeyboardInterrupt:
        say("stopping")
        return 0
    finally:
        stop(parts)


def _make(world: str, past: Past) -> None:
    """The world on the first start."""
    say("First start: making the database" + (" and the demo office" if world == DEMO else "") + " ...")
    if world == DEMO and past != Past():
        from medoffice.rehearsal.bulk.api import make_big_demo

        make_big_demo(world, past.people or 5_000, past.months or 18, lambda words: say(f"  {words}"))
    elif world == DEMO:
        from medoffice.rehearsal.demo.api import make_demo_world

        make_demo_world(world, say=lambda words: say(f"  {words}"))
    else:
        from medoffice.kernel.worlds import catalog

        catalog.create(world, "practice")


def _resume(world: str) -> None:
    """The demo office stood still while it was closed; a practice's own clock did not."""
    if world == DEMO:
        from medoffice.rehearsal.demo.api import resume_demo_world

        resume_demo_world(world)


def _web(network: Network) -> list[str]:
    """What the gate (config/gate.py) builds on: whole requests over HTTP/1.1, and time limits for their heads."""
    options = ["--interface", "rsgi", "--factory", *network.options(), "--http", "1", "--no-ws"]
    options += ["--workers-kill-timeout", "20"]  # one that was not yet listening when it was told to end
    options += ["--workers", str(WORKERS), "--log-level", "warning", "--respawn-failed-workers"]
    options += ["--http1-header-read-timeout", "10000", "--http1-buffer-size", "65536", "--backpressure", "16384"]
    return [*options, "medoffice.config.gate:application"]


def _wait_for(network: Network, web: Part) -> None:
    """Until the web tier takes connections: an address is told when it works."""
    until = time.monotonic() + SLOW_START
    while web.process.poll() is None and time.monotonic() < until:
        with suppress(OSError), socket.create_connection((network.knock, network.port), timeout=1):
            return
        time.sleep(0.02)
    raise Refusal("web-ended", "The web server did not start.", "Its words above say why.")


def _announce(world: str, network: Network) -> None:
    from django.conf import settings

    from medoffice.kernel.worlds import current
    from medoffice.security.api import any_user_exists, setup_code

    line(f"medoffice is open at {network.origin}")
    for words in said(network, clock.real_now()):
        line(words)
    with current.use(world):
        if not any_user_exists():
            line(f"Make the owner's account there; the set-up code is {setup_code(settings.SECRET_KEY)}")
        elif world == DEMO:
            line(f"Demo sign-ins: lind, okafor, ruiz, abara, chen, petrov, vega ... password: {settings.DEMO_PASSWORD}")
    sys.stdout.flush()


def _tell_read_only(before: str) -> str:
    """Say that the office has become read-only, and that it is not any more; returns why it is now."""
    why = read_only.why()
    if why and not before:
        say(f"The office is read-only now: {why} Nothing can be changed until that is put right.")
    elif before and not why:
        say("The office can be worked in again.")
    return why


def _watch(server: Server | None, web: Part, worker: Part) -> None:
    """Until interrupted: bring a dead database or part back, a few times; end when the web tier is gone for good."""
    from django.db import connections

    connections.close_all()  # nothing is asked of it from here on
    restarts, told, read_only_before = 0, False, ""
    while web.keep_up():
        read_only_before = _tell_read_only(read_only_before)
        if server is not None and not server.alive():
            restarts += 1
            if restarts > 3:
                say("The database ended again and again; see postgres.log in the data folder.")
                return
            server.restart()
        if not worker.keep_up() and not told:
            told = True
            say("Claims and nightly work wait until the next start.")
        time.sleep(0.5)
