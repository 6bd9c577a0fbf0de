"""The flow board of 60 patients on five screens while they are moved on (CI4): how late a screen tells of a move.

Each screen asks every second and a half, as the page does; the moves come between. ``MEDOFFICE_BENCH_MOVES``
sets how many are made.
"""

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from itertools import cycle
from typing import TYPE_CHECKING
from uuid import UUID

from bench.rows import Row, at_least, at_most, data_folder, percentile

if TYPE_CHECKING:
    from django.test import Client

PATIENTS, SCREENS, MOVES, EVERY, BAR_MS = 60, 5, 40, 1.5, 2_000
ON = date(2026, 11, 25)
POLL = {"HX-Request": "true", "X-Poll": "1"}


def rows() -> Iterator[Row]:
    """How late a move is told, and what it costs to ask for a board that is the same and for one that is not."""
    with office_of_sixty() as (site_id, visits):
        from bench.screens import browser

        moves = int(os.environ.get("MEDOFFICE_BENCH_MOVES", MOVES))
        watchers = [Watcher(browser("lind"), str(site_id), number / SCREENS) for number in range(SCREENS)]
        board = watchers[0].client.get("/front/", {"site": str(site_id)}).content.decode().count('id="ticket-')
        yield at_least("patients on the board", board, "", PATIENTS)
        for watcher in watchers:
            watcher.start()
        done = _move(browser("ruiz"), visits, moves)
        time.sleep(2 * EVERY)
        for watcher in watchers:
            watcher.ends.set()
            watcher.join()
        late = [1000 * (seen - at) for watcher in watchers for at in done if (seen := watcher.told_after(at))]
        same = [spent for watcher in watchers for spent, status in watcher.spent if status == 204]
        anew = [spent for watcher in watchers for spent, status in watcher.spent if status == 200]
        yield Row("moves told, of those made on each screen", len(late), f"of {moves * SCREENS}")
        yield Row("a move until a screen tells it: median", round(percentile(late, 0.5)), "ms")
        yield at_most("a move until a screen tells it: 95 of 100", round(percentile(late, 0.95)), "ms", BAR_MS)
        yield Row("asked, nobody moved: 95 of 100", round(percentile(same, 0.95), 1), "ms")
        yield Row("asked, the board anew: 95 of 100", round(percentile(anew, 0.95), 1), "ms")


@contextmanager
def office_of_sixty() -> Iterator[tuple[UUID, list[UUID]]]:
    """Riverbend on a morning on which sixty patients have walked in; its site and their visits."""
    with data_folder() as folder:
        os.environ["MEDOFFICE_DATA"] = str(folder)
        os.environ["MEDOFFICE_WORLD"] = "flow"
        from medoffice.config.server import database

        with database(own=True):
            from medoffice.front_office.check_in.api import walk_in
            from medoffice.kernel import clock
            from medoffice.kernel.worlds import catalog, current
            from medoffice.practice.api import providers, sites
            from medoffice.rehearsal.demo.api import at, open_scene, set_up_office
            from medoffice.rehearsal.population.api import make_population
            from medoffice.security.types import PROGRAM

            catalog.create("flow", "demo")
            with current.use("flow"):
                clock.freeze(at(ON, 9, 0, "America/Chicago"))
                scene = open_scene(7, set_up_office(7), make_population(7, PATIENTS, ON), ON)
                clock.run_from(at(ON, 9, 0, "America/Chicago"))
                place, people = sites()[0], cycle(providers())
                visits = [
                    walk_in(
                        actor=PROGRAM,
                        patient_id=who,
                        provider_id=next(people).id,
                        site_id=place.id,
                        visit_type="nurse",
                        reason="blood pressure",
                        identity_checked="name, birth date",
                    )
                    for who in list(scene.patients.values())[:PATIENTS]
                ]
                yield place.id, visits


class Watcher(threading.Thread):
    """A screen that asks again and again; it notes when it was told of a change, and what each question cost."""

    def __init__(self, client: "Client", site: str, offset: float) -> None:
        """Asks begin at different moments, as on real desks."""
        super().__init__(daemon=True)
        self.client, self.site, self.offset = client, site, offset
        self.ends = threading.Event()
        self.told: list[tuple[float, float]] = []
        self.spent: list[tuple[float, int]] = []

    def run(self) -> None:
        """Ask until it ends."""
        from medoffice.kernel.worlds import current

        with current.use("flow"):
            self._ask()

    def _ask(self) -> None:
        time.sleep(self.offset * EVERY)
        seen = ""
        while not self.ends.is_set():
            asked = time.perf_counter()
            answer = self.client.get("/front/board/", {"site": self.site, "seen": seen}, headers=POLL)
            came = time.perf_counter()
            self.spent.append((1000 * (came - asked), answer.status_code))
            if answer.status_code == 200:
                seen = answer.content.decode().split('name="seen" value="')[1].split('"')[0]
            self.told.append((asked, came))
            self.ends.wait(max(0.0, EVERY - (came - asked)))

    def told_after(self, moved: float) -> float:
        """When the first answer came that was asked for after a move had ended; 0 if none did."""
        return next((came for asked, came in self.told if asked >= moved), 0.0)


def _move(client: "Client", visits: list[UUID], moves: int) -> list[float]:
    """Bring patients to rooms, one at a time; returns when each act had ended."""
    done = []
    for number, visit in zip(range(moves), cycle(visits), strict=False):
        time.sleep(0.4 + (number * 7 % 10) / 10)
        answer = client.post(f"/check-in/{visit}/room/", {"room": f"Room {1 + number % 4}"})
        if answer.status_code != 302:
            raise SystemExit(f"a move was answered with {answer.status_code}")
        done.append(time.perf_counter())
    return done
