"""What patients and others ask of their records in the demo office: copies in every state, amendments, restrictions,
a legal hold, notes to co-sign, paper charts that are out, overdue and missing.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

from medoffice.clinic.charting.api import amend_entry, chart_of, note_of, route_notes
from medoffice.clinic.charting.types import ListKind, Routed, Version
from medoffice.kernel import clock
from medoffice.records.charts.api import add_chart, move_chart
from medoffice.records.charts.types import Move
from medoffice.records.documents.api import hold_chart
from medoffice.records.encounters.api import encounters_on
from medoffice.records.encounters.types import Encounter, Stage
from medoffice.records.faxes.api import hand_over, hear_all
from medoffice.records.releases.api import check_request, deliver, note_request, pick_pages, request
from medoffice.records.releases.types import Asked, Asker, Checked, Way
from medoffice.records.rights.api import (
    accept_amendment,
    add_line,
    answer_restriction,
    ask_amendment,
    ask_restriction,
    deny_amendment,
)
from medoffice.records.rights.types import Asker as AmendmentAsker
from medoffice.records.rights.types import LineKind, Objection, Wanted
from medoffice.rehearsal.demo.actions.timeline import Script, at
from medoffice.rehearsal.demo.types import Scene
from medoffice.security.api import can
from medoffice.security.types import PROGRAM

PLACE, DESK, SIGNER, OFFICER = "main", "farrow", "okafor", "haddad"
MARSH = ("Marsh & Pell, Attorneys", "4 Court Street\nRiverbend, IL 62799")
CLINIC = ("Prairie Valley Clinic", "400 Meadow Road\nRiverbend, IL 62799")
COURT = ("Clerk of the county court", "1 Court Street\nRiverbend, IL 62799")
FAX, CLOSED = "(217) 555-0168", "(217) 555-0199"  # at the second no fax machine answers
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
KNOWN = "called back at the number we have"
NEEDED = "what they name"
BACK = 12  # days before in which visits are looked for


def records_of_weeks(scene: Scene, today: date) -> list[Script]:
    """Everything of the weeks before that is still open today, and what was answered."""
    before = _workday(today - DAY)
    return [
        _copies(scene, before, today),
        _rights(scene, before),
        _paper_charts(scene, today, before),
        _cosigned(scene, before),
    ]


def records_of_day(scene: Scene, on: date) -> Script:
    """Copies asked for and faxed, an amendment accepted, a restriction agreed to, all about who was seen that day."""
    yield at(on, 16, 25, scene.riverbend.office.zone)
    seen = _signed_visits(scene, on, 0)
    if len(seen) < 3:
        return
    made = _ask(scene, seen[0], Asked(Asker.PROVIDER, "treatment", *CLINIC, "the note of today", NEEDED, on))
    _check(scene, made)
    _pick(scene, made, seen[0])
    yield clock.now() + 2 * MINUTE
    deliver(actor=scene.riverbend.actors[DESK], request_id=made, way=Way.FAX, fax=FAX)
    yield from _through_the_line()
    wrong = _amend(scene, seen[1], "It began on Monday, not on Sunday", on)
    yield clock.now() + 5 * MINUTE
    right = "As the patient says, it began on Monday."
    accept_amendment(
        actor=scene.riverbend.actors[SIGNER], amendment_id=wrong, seen_version=1, statement=right, tell="",
    )  # fmt: skip
    _restrict(scene, seen[2].patient_id, "Marlow Freight", on, agrees=True)


def _copies(scene: Scene, before: date, today: date) -> Script:
    yield at(before, 16, 5, scene.riverbend.office.zone)
    seen = _signed_visits(scene, before - DAY, BACK)
    if len(seen) < 8:
        return
    attorney = Asked(Asker.ATTORNEY, "authorization", *MARSH, "the last two years", NEEDED, before - 22 * DAY)
    doctor = Asked(Asker.PROVIDER, "treatment", *CLINIC, "the last visit", NEEDED, before - 2 * DAY)
    court = Asked(Asker.COURT, "subpoena", *COURT, "visits since the spring", NEEDED, before - 34 * DAY)
    own = Asked(Asker.PATIENT, "request", "The patient", "at the desk", "everything of this year", "", before - 3 * DAY)
    _ask(scene, seen[0], own)
    _check(scene, _ask(scene, seen[1], attorney), missing=3)
    _ask(scene, seen[2], court)
    made = [_ask(scene, visit, doctor) for visit in seen[3:7]]
    for one, visit in zip(made, seen[3:7], strict=True):
        yield clock.now() + 4 * MINUTE
        _check(scene, one)
        _pick(scene, one, visit)
    desk = scene.riverbend.actors[DESK]
    deliver(actor=desk, request_id=made[1], way=Way.MAIL)
    for one, number in ((made[2], FAX), (made[3], CLOSED)):
        yield at(today, 8, 52, scene.riverbend.office.zone) if one == made[2] else clock.now() + MINUTE
        deliver(actor=desk, request_id=one, way=Way.FAX, fax=number)
    yield from _through_the_line()


def _through_the_line() -> Iterator[datetime]:
    """The faxes that wait are called, and what became of them is heard."""
    yield clock.now() + MINUTE
    hand_over(actor=PROGRAM)
    yield clock.now() + 8 * MINUTE
    hear_all(actor=PROGRAM)


def _rights(scene: Scene, before: date) -> Script:
    yield at(before, 15, 20, scene.riverbend.office.zone)
    seen = _signed_visits(scene, before - DAY, BACK)[::-1]
    if len(seen) < 6:
        return
    signer = scene.riverbend.actors[SIGNER]
    wrong = ("I never smoked a pipe", "It began on Monday, not on Sunday", "I did not say that I fell")
    made = [_amend(scene, visit, words, before) for visit, words in zip(seen, wrong, strict=False)]
    yield clock.now() + 30 * MINUTE
    accept_amendment(
        actor=signer, amendment_id=made[1], seen_version=1, statement="It began on Monday.", tell="The patient",
    )  # fmt: skip
    deny_amendment(
        actor=signer, amendment_id=made[2], seen_version=1, ground="right_as_it_is", why="It was said at the visit.",
    )  # fmt: skip
    _entries(scene, before)
    _restrict(scene, seen[3].patient_id, "Marlow Freight", before, agrees=True)
    _restrict(scene, seen[4].patient_id, "Ferry Street Sheet Metal", before, agrees=False)
    officer = scene.riverbend.actors[OFFICER]
    hold_chart(actor=officer, patient_id=seen[5].patient_id, why="A letter of attorneys announces a claim")


def _paper_charts(scene: Scene, today: date, before: date) -> Script:
    start = _workday(today - 8 * DAY)
    yield at(start, 9, 40, scene.riverbend.office.zone)
    desk = scene.riverbend.actors[DESK]
    people = [who for who in scene.patients.values() if can(desk, "charts.keep", who)][:4]
    charts = [
        add_chart(actor=desk, patient_id=who, volume="1", shelf=f"B-{number + 11}", abstract=number == 0)
        for number, who in enumerate(people)
    ]
    if len(charts) < 4:
        return
    move_chart(actor=desk, chart_id=charts[1], move=Move.OUT, to="Dr. Singh", due=start + 3 * DAY)  # overdue by now
    yield at(before, 10, 30, scene.riverbend.office.zone)
    move_chart(actor=desk, chart_id=charts[2], move=Move.OUT, to="Nneka Abara", due=today + 6 * DAY)
    move_chart(actor=desk, chart_id=charts[3], move=Move.MISSED)


def _cosigned(scene: Scene, before: date) -> Script:
    """From the day before on, the nurse practitioner's notes wait for a second signature."""
    yield at(before, 7, 40, scene.riverbend.office.zone)
    staff, manager = scene.riverbend.staff, scene.riverbend.actors["petrov"]
    route_notes(actor=manager, author_id=staff["torres"], reader_id=staff[SIGNER], what=Routed.COSIGN)


def _ask(scene: Scene, visit: Encounter, asked: Asked) -> UUID:
    return note_request(actor=scene.riverbend.actors[DESK], patient_id=visit.patient_id, asked=asked)


def _check(scene: Scene, request_id: UUID, missing: int = 0) -> None:
    desk = scene.riverbend.actors[DESK]
    one = request(desk, request_id)
    keys = tuple(element.key for element in one.paper.elements)
    found = Checked(keys[: len(keys) - missing], KNOWN)
    check_request(actor=desk, request_id=request_id, seen_version=one.version, checked=found)


def _pick(scene: Scene, request_id: UUID, visit: Encounter) -> None:
    desk, note = scene.riverbend.actors[DESK], note_of(visit.id)
    if note is not None:
        version, pages = request(desk, request_id).version, {f"note-{note.id.hex}": "all"}
        pick_pages(actor=desk, request_id=request_id, seen_version=version, pages=pages, black={}, why=NEEDED)


def _amend(scene: Scene, visit: Encounter, wrong: str, on: date) -> UUID:
    note = note_of(visit.id)
    thing = f"note-{note.id.hex}" if note else ""
    wanted = Wanted(thing, wrong, "", AmendmentAsker.PATIENT, "", "driver's license", on)
    return ask_amendment(actor=scene.riverbend.actors[DESK], patient_id=visit.patient_id, wanted=wanted)


def _entries(scene: Scene, on: date) -> None:
    """Amendments of entries: one waits, one was denied and the patient disagrees, of one the entry was put right."""
    desk, signer = scene.riverbend.actors[DESK], scene.riverbend.actors[SIGNER]
    told: list[tuple[UUID, Version]] = []
    for who in scene.patients.values():
        if can(desk, "rights.note", who) and can(signer, "lists.change", who):
            lists = chart_of(signer, who).lists
            told += [(who, one) for one in (*lists[ListKind.PROBLEM], *lists[ListKind.MEDICATION])[:1]]
    if len(told) < 3:
        return
    wanted = Wanted("", "This is not mine", "", AmendmentAsker.PATIENT, "", "driver's license", on)
    made = [
        ask_amendment(actor=desk, patient_id=who, wanted=replace(wanted, thing=f"list_entry-{one.entry_id.hex}"))
        for who, one in told[:3]
    ]
    deny_amendment(
        actor=signer, amendment_id=made[1], seen_version=1, ground="right_as_it_is", why="It was found at the visit.",
    )  # fmt: skip
    add_line(actor=desk, amendment_id=made[1], kind=LineKind.DISAGREES, words="My brother has it, I do not.")
    amend_entry(
        actor=signer, amendment_id=made[2], seen_version=1, seen_entry=told[2][1].version, told=None,
        statement="It was entered on the wrong chart.", tell="",
    )  # fmt: skip


def _restrict(scene: Scene, who: UUID, whom: str, on: date, *, agrees: bool) -> None:
    wanted = Objection(whom, "that I come here", "They are my employer", "driver's license", on)
    made = ask_restriction(actor=scene.riverbend.actors[DESK], patient_id=who, wanted=wanted)
    why = "" if agrees else "They pay for visits after injuries at work and have to be told of those."
    answer_restriction(
        actor=scene.riverbend.actors[OFFICER], restriction_id=made, seen_version=1, agrees=agrees, why=why
    )


def _signed_visits(scene: Scene, until: date, back: int) -> list[Encounter]:
    """Of each patient the latest visit up to a day whose note is signed and that nothing keeps from who answers."""
    actors = scene.riverbend.actors
    words = ((DESK, "releases.send"), (DESK, "rights.note"), (SIGNER, "rights.decide"), (OFFICER, "rights.decide"))
    found: dict[UUID, Encounter] = {}
    for days in range(back + 1):
        visits = encounters_on(scene.riverbend.sites[PLACE], until - days * DAY)
        for one in sorted(visits, key=lambda one: one.started_at):
            note = note_of(one.id) if one.stage is Stage.FINISHED else None
            if note and note.signed and all(can(actors[who], word, one.patient_id, one.id) for who, word in words):
                found.setdefault(one.patient_id, one)
    return list(found.values())


def _workday(day: date) -> date:
    return day - timedelta(days=max(0, day.weekday() - 4))
