"""The worker: what happens without anybody clicking. One process, which only runs what rooms declared (kernel.jobs).

Two lanes serve the office's own world and are woken at once by every deferred job and published fact; one slow job (a
clearinghouse that does not answer) leaves the other lane free. A pump looks into the other worlds every few seconds
and keeps no connection there. A lost database is waited for. SIGTERM lets the jobs that run end, for a while; what is
cut off after that is tried again by the next worker.
"""

import logging
import os
import signal
from collections.abc import Callable
from threading import Event, Thread

import psycopg

log = logging.getLogger("medoffice.worker")
# How often each lane looks although no bell rang: the first for what is due by the clock, the second in its stead.
LANES = (1.0, 10.0)
LOOK_SECONDS, PUMP_SECONDS, END_SECONDS = 1.0, 5.0, 12.0
# Whoever makes a test world works in it alone; the doors of another practice lead outside, and it is not open.
LEFT_ALONE = ("test", "practice")


def main() -> None:
    """Work until SIGTERM, SIGINT, or the end of the program that started this one."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "medoffice.config.settings")
    import django

    django.setup()
    world, stop, bell = os.environ.get("MEDOFFICE_WORLD", "practice"), Event(), Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    hands = [Thread(target=_lane, args=(world, stop, bell, look), daemon=True) for look in LANES]
    hands.append(Thread(target=_pump, args=(world, stop), daemon=True))
    for hand in hands:
        hand.start()
    parent = os.getppid()
    while not stop.is_set():
        _guarded(world, stop, lambda: _listen(stop, bell, parent))
    bell.set()
    for hand in hands:
        hand.join(END_SECONDS / len(hands))


def _listen(stop: Event, bell: Event, parent: int) -> None:
    """Ring when a job is deferred or a fact published in the current world."""
    from django.db import connection
    from psycopg import sql

    from medoffice.kernel.facts import WAKE
    from medoffice.kernel.jobs import DEFERRED

    with connection.cursor() as cursor:
        for channel in (WAKE, DEFERRED):
            cursor.execute(sql.SQL("LISTEN {}").format(sql.Identifier(channel)))
    while not stop.is_set():
        for _ in connection.connection.notifies(timeout=LOOK_SECONDS, stop_after=1):
            bell.set()
        if os.getppid() != parent:
            stop.set()


def _lane(world: str, stop: Event, bell: Event, look: float) -> None:
    """Run what is due in the own world, whenever the bell rings and every few seconds."""
    from medoffice.kernel.jobs import run_due

    while not stop.is_set():
        _guarded(world, stop, lambda: run_due(lambda: not stop.is_set()))
        bell.wait(look)
        bell.clear()


def _pump(own: str, stop: Event) -> None:
    """Run what is due in the other worlds, one after the other."""
    from django.db import OperationalError, connections

    from medoffice.kernel.jobs import run_due
    from medoffice.kernel.worlds import catalog, current

    def serve() -> None:
        if current.kind() not in LEFT_ALONE:
            run_due(lambda: not stop.is_set())

    while not stop.wait(PUMP_SECONDS):
        try:
            others = [world for world in catalog.worlds_beside(own) if world != own]
        except (OperationalError, psycopg.OperationalError):
            continue  # the lanes tell of it
        for world in others:
            if not stop.is_set():
                _guarded(world, stop, serve)
        connections.close_all()


def _guarded(world: str, stop: Event, work: Callable[[], object]) -> None:
    """Work in a world; if that breaks, say so and wait a moment."""
    from django.db import OperationalError, connections

    from medoffice.kernel.retries import in_short
    from medoffice.kernel.worlds import current

    try:
        with current.use(world):
            work()
    except (OperationalError, psycopg.OperationalError):
        log.warning("the database of %s does not answer; it is tried again", world)
    except Exception as error:  # noqa: BLE001 - whatever broke, the worker goes on; the place is logged, no content
        log.error("work in %s broke: %s", world, in_short(error))
    else:
        return
    connections.close_all()
    stop.wait(LOOK_SECONDS)


if __name__ == "__main__":
    main()
