"""Making a world with people and a past: the office by its own actions, everybody, every visit and claim in bulk."""

from collections.abc import Callable
from datetime import datetime, time
from functools import partial
from zoneinfo import ZoneInfo

from medoffice.front_office.scheduling.api import visit_types
from medoffice.kernel import clock
from medoffice.kernel.bulk import unguarded
from medoffice.kernel.ids import CountedIds, counted_ids
from medoffice.kernel.worlds import catalog
from medoffice.practice.api import exam_rooms, payers, practice, site, staff
from medoffice.rehearsal.bulk.actions.agenda import OFFICE, Agenda
from medoffice.rehearsal.bulk.actions.answers import fetch
from medoffice.rehearsal.bulk.actions.claims import hand_over, send
from medoffice.rehearsal.bulk.actions.days import Days
from medoffice.rehearsal.bulk.actions.desk import Desk
from medoffice.rehearsal.bulk.actions.missed import Missed
from medoffice.rehearsal.bulk.actions.money import Accounts
from medoffice.rehearsal.bulk.actions.pen import Pen
from medoffice.rehearsal.bulk.actions.town import Town
from medoffice.rehearsal.bulk.actions.visits import Scenery, write_visit
from medoffice.rehearsal.bulk.types import Size
from medoffice.rehearsal.demo.api import set_up_office
from medoffice.rehearsal.demo.types import Riverbend
from medoffice.rehearsal.population.api import demo_office
from medoffice.security.api import seal

Say = Callable[[str], None]
OPENS, NOW = time(7, 0), time(7, 30)
EVENING, BILLER = time(18, 0), "chen"
TOLD = 100_000  # patients between two words of progress


def make_bulk_world(name: str, kind: str, size: Size, say: Say) -> None:
    """Make the world; its clock is the machine's. It is there when all of it is written, or not at all.

    Raises Refusal if the name will not do or is taken, ValueError for fewer people than the named cast.
    """

    def fill() -> None:
        write_past(size, say)
        clock.run_real()

    catalog.create(name, kind, fill)


def write_past(size: Size, say: Say) -> tuple[Riverbend, Town]:
    """Fill an empty world that is being made, up to half past seven of the day its history ends; its clock stands."""
    office = demo_office(size.providers)
    zone = ZoneInfo(office.zone)
    opened, now = datetime.combine(size.first, OPENS, zone), datetime.combine(size.until or size.today, NOW, zone)
    ids = CountedIds(size.seed)
    clock.freeze(opened)
    with counted_ids(ids):
        ids.move(opened)
        riverbend = set_up_office(size.seed, office, surprises=False)
        say(f"the office is set up: {len(office.providers)} providers")
        with unguarded():
            pen = Pen(ids)
            town = Town(size)
            for done in town.register(pen, riverbend):
                if done % TOLD < 1:
                    say(f"{done:,} patients")
            say(f"{size.people:,} patients are registered")
            if size.months:
                _write_days(size, _scenery(pen, town, riverbend), now, say)
            pen.close()
            say(f"{pen.loader.written:,} rows are written; now their indexes and constraints")
    clock.freeze(now)
    while seal():
        continue
    say("the audit trail is sealed")
    return riverbend, town


def _scenery(pen: Pen, town: Town, riverbend: Riverbend) -> Scenery:
    rooms = {key: tuple(room.name for room in exam_rooms(site_id)) for key, site_id in riverbend.sites.items()}
    by_id = {member.id: member for member in staff()}
    who = {key: by_id[staff_id] for key, staff_id in riverbend.staff.items()}
    kinds = {kind.key: kind for kind in visit_types()}
    places = {key: site(site_id) for key, site_id in riverbend.sites.items()}
    payers_by_id = {payer.id: payer for payer in payers()}
    desk = Desk(pen, Accounts(pen), riverbend.actors[BILLER], practice(), payers_by_id, town.members)
    return Scenery(pen, town, riverbend, Agenda(), Missed(pen), desk, rooms, places, kinds, who)


def _write_days(size: Size, office: Scenery, now: datetime, say: Say) -> None:
    """Day after day up to now, then what is booked ahead."""
    days = Days(size, office.riverbend.office, office.rooms, office.town.home, now)
    month, visits = None, 0
    for on in days.all():
        office.agenda.work_off(datetime.combine(on, time(), office.zone))
        if on.month != month:
            month = on.month
            say(f"{on:%B %Y}: {visits:,} visits so far")
            office.desk.forget(on)
        for course in days.courses(on):
            write_visit(office, course, visits)
            visits += 1
        evening = datetime.combine(on, EVENING, office.zone)
        if evening < now:
            office.agenda.add(evening, OFFICE, partial(_close_day, office.desk, evening))
    office.agenda.work_off(now)
    office.desk.close()
    say(f"{visits:,} visits are written, with their claims")


def _close_day(desk: Desk, evening: datetime) -> None:
    """What payers sent is taken in, what is ready goes out, and its receipt comes back."""
    clock.freeze(evening)
    at = desk.pen.at(evening)
    fetch(desk, at)
    hand_over(desk, send(desk, at), at)
    fetch(desk, at)
