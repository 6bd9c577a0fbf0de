"""``medoffice simulate lab|pharmacy``: one that is made up, on this machine only, for trying the link out."""

import argparse
import os
import signal
import threading
from pathlib import Path

from medoffice.config.output import line, say
from medoffice.kernel.refusals import Refusal


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which one, its ports, its seed and habits, how fast its minutes go by."""
    parser.add_argument("what", choices=["lab", "pharmacy"])
    parser.add_argument("--port", type=int, default=2576, metavar="N", help="where it takes orders (2576; 0: any)")
    parser.add_argument("--office", type=int, default=2575, metavar="N", help="the port of medoffice lab-link (2575)")
    parser.add_argument(
        "--folder", type=Path, metavar="PATH", help="a pharmacy's: the folder of the wire, <data>/pharmacy/<world>"
    )
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="the same seed does the same")
    parser.add_argument("--minute", type=float, default=1.0, metavar="S", help="seconds that a minute takes (1)")
    parser.add_argument(
        "--habit", action="append", default=[], metavar="NAME=N", help="of a hundred, N are so (repeat it)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Until Ctrl-C or SIGTERM, then 0; 3 if its port or folder cannot be used."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "medoffice.config.settings")
    import django

    django.setup()  # no world is opened: what a simulator knows here it forgets when it stops
    stopped = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopped.set())
    return (_pharmacy if arguments.what == "pharmacy" else _lab)(arguments, stopped)


def _pharmacy(arguments: argparse.Namespace, stopped: threading.Event) -> int:
    from medoffice.exchange.simulators.pharmacy.api import serve
    from medoffice.exchange.simulators.pharmacy.types import Habit, PharmacyMood

    if arguments.folder is None:
        raise Refusal("no-folder", "A pharmacy needs the folder of the wire.", "Add --folder <data>/pharmacy/<world>.")
    habits = tuple(_habit(one, set(Habit)) for one in arguments.habit)
    try:
        serve(
            PharmacyMood(seed=arguments.seed, habits=habits), arguments.folder, minute=arguments.minute,
            ready=lambda: line(f"a pharmacy carries {arguments.folder}"), stopped=stopped,
        )  # fmt: skip
    except OSError as error:
        say(f"The pharmacy cannot use {arguments.folder}: {error.strerror}.")
        return 3
    return 0


def _lab(arguments: argparse.Namespace, stopped: threading.Event) -> int:
    from medoffice.exchange.simulators.lab.api import serve
    from medoffice.exchange.simulators.lab.types import Habit, LabMood

    mood = LabMood(seed=arguments.seed, habits=tuple(_habit(one, set(Habit)) for one in arguments.habit))
    try:
        serve(
            mood, ("127.0.0.1", arguments.office), port=arguments.port, minute=arguments.minute, ready=_ready,
            stopped=stopped,
        )  # fmt: skip
    except OSError as error:
        say(f"The laboratory cannot listen at {arguments.port}: {error.strerror}.")
        return 3
    return 0


def _ready(port: int) -> None:
    line(f"a laboratory takes orders at 127.0.0.1:{port}")


def _habit(text: str, known: set[str]) -> tuple[str, int]:
    name, _, share = text.partition("=")
    if name not in known or not share.isdigit() or int(share) > 100:
        raise Refusal("no-habit", f"{text} is no habit.", f"Write one of {', '.join(sorted(known))}, as silent=5.")
    return name, int(share)
