"""``medoffice run``: the office in a browser. Starts the database, the web tier and the worker; stops them in order."""

import argparse
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from medoffice.config.server import database
from medoffice.kernel.postgres.server import Server

WORLD, DEMO = "practice", "demo"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``--demo``, ``--port``."""
    parser.add_argument("--demo", action="store_true", help="serve the demo office Riverbend, made on first use")
    parser.add_argument("--port", type=int, default=8000)


def run(arguments: argparse.Namespace) -> int:
    """Serve until Ctrl-C or SIGTERM."""
    signal.signal(signal.SIGTERM, lambda *_: (_ for _ in ()).throw(KeyboardInterrupt()))
    world = DEMO if arguments.demo else WORLD
    with database() as server:
        _prepare(world)
        web = _web(world, arguments.port)
        worker = _child("medoffice.config.worker", world)
        try:
            _announce(world, arguments.port)
            _watch(server, web, worker)
        except KeyboardInterrupt:
            sys.stderr.write("stopping\n")
        finally:
            for child in (web, worker):
                child.terminate()
            for child in (web, worker):
                child.wait(timeout=20)
    return 0


def _prepare(world: str) -> None:
    """Make or migrate the world."""
    from medoffice.kernel.worlds import catalog
    from medoffice.rehearsal.demo.api import make_demo_world

    if not catalog.exists(world):
        sys.stderr.write(
            "First start: making the database" + (" and the demo office" if world == DEMO else "") + " ...\n"
        )
        if world == DEMO:
            make_demo_world(world, say=_say)
        else:
            catalog.create(world, "practice")
    catalog.ensure_migrated(world)


def _say(words: str) -> None:
    sys.stderr.write(f"  {words}\n")


def _web(world: str, port: int) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)]
    command += ["--workers", "1", "--blocking-threads", "4", "--log-level", "warning", "--respawn-failed-workers"]
    return subprocess.Popen([*command, "medoffice.config.wsgi:application"], env=_environment(world))  # noqa: S603 - ours


def _child(module: str, world: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, "-m", module], env=_environment(world))  # noqa: S603 - our own module


def _environment(world: str) -> dict[str, str]:
    root = str(Path(__file__).resolve().parents[3])
    path = os.pathsep.join(filter(None, [root, os.environ.get("PYTHONPATH", "")]))
    return {**os.environ, "MEDOFFICE_WORLD": world, "PYTHONPATH": path}


def _announce(world: str, port: int) -> None:
    from django.conf import settings

    from medoffice.kernel.worlds import current
    from medoffice.security.api import any_user_exists
    from medoffice.security.setup_code import setup_code

    sys.stdout.write(f"medoffice is open at http://localhost:{port}/\n")
    with current.use(world):
        if not any_user_exists():
            sys.stdout.write(f"Make the owner's account there; the set-up code is {setup_code(settings.SECRET_KEY)}\n")
        elif world == DEMO:
            sys.stdout.write(
                f"Demo sign-ins: lind, okafor, ruiz, abara, chen, petrov, vega ... password: {settings.DEMO_PASSWORD}\n"
            )
    sys.stdout.flush()


def _watch(server: Server | None, web: "subprocess.Popen[bytes]", worker: "subprocess.Popen[bytes]") -> None:
    """Until interrupted: bring a dead database back (three times), end when the web tier is gone."""
    restarts = 0
    while web.poll() is None:
        if server is not None and not server.alive():
            restarts += 1
            if restarts > 3:
                sys.stderr.write("the database ended again and again; see postgres.log in the data folder\n")
                return
            server.restart()
        if worker.poll() is not None:
            sys.stderr.write("the worker ended; claims and nightly work wait until the next start\n")
            worker.wait()
        time.sleep(0.5)
