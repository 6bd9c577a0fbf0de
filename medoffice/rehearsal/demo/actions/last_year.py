"""Visits of last year, coded as they were: conditions that this year has no code of, until somebody looks.

The office had another program then, which billed them: their charges are not here.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import chain, zip_longest
from uuid import UUID

from medoffice.clinic.charting.api import note, sign_note, start_note
from medoffice.front_office.check_in import api as desk
from medoffice.kernel import clock, facts
from medoffice.kernel.trace import Ref
from medoffice.rehearsal.demo.actions.questions import CODER
from medoffice.rehearsal.demo.actions.timeline import Script, at
from medoffice.rehearsal.demo.types import Scene
from medoffice.rehearsal.population.types import Person
from medoffice.rehearsal.stories.api import fits, render, story
from medoffice.rehearsal.stories.types import RenderedVisit
from medoffice.revenue.coding.api import code_diagnosis, code_service, finish_coding, start_coding
from medoffice.revenue.coding.types import Evidence
from medoffice.revenue.recapture.api import conditions, mark_condition
from medoffice.revenue.recapture.types import Said

STORIES = ("diabetes_neuropathy", "copd_flare", "afib", "diabetes_stable")
OF_EACH, PROVIDER, SITE = 2, "okafor", "main"
APART = 14  # days from one to the next


def visits_of_last_year(scene: Scene, today: date) -> None:
    """Some who were long known were seen last year; the clock then stands where it stood."""
    for (person, which), starts in zip(_seen(scene, today), _times(scene, today), strict=False):
        told = render(story(which), person, f"last year {person.index}", starts.date())
        with clock.frozen(starts):
            _visit(scene, person, told)


def earlier_conditions(scene: Scene, on: date) -> Script:
    """In the afternoon the coder looks at who has a condition of last year, and leaves one for the next visit."""
    coder = scene.riverbend.actors[CODER]
    yield at(on, 16, 50, scene.riverbend.office.zone)
    _, found = conditions(coder, on.year)
    for one in found.conditions[:1]:
        why = "No word of it in this year's notes"
        mark_condition(actor=coder, patient_id=one.patient_id, year=on.year, hcc=one.hcc, said=Said.NEXT, why=why)


def _seen(scene: Scene, today: date) -> list[tuple[Person, str]]:
    """Who was seen, and what for: of each illness as many, nobody twice."""
    taken, of_stories = set[int](), list[list[tuple[Person, str]]]()
    for which in STORIES:
        fit = (one for one in scene.population.people if fits(story(which), one, today) and one.index in scene.patients)
        people = [one for one in fit if one.index not in taken][:OF_EACH]
        taken |= {one.index for one in people}
        of_stories.append([(one, which) for one in people])
    return [one for one in chain.from_iterable(zip_longest(*of_stories)) if one]


def _times(scene: Scene, today: date) -> Iterator[datetime]:
    """Mornings of the provider from April of last year on."""
    office = scene.riverbend.office
    hours = next(one for one in office.staff if one.key == PROVIDER).hours[0]
    spring = date(today.year - 1, 4, 1)
    on = spring + timedelta(days=(hours.weekday - spring.weekday()) % 7)
    while on.year < today.year:
        yield at(on, hours.starts.hour, 30, office.zone)
        on += timedelta(days=APART)


def _visit(scene: Scene, person: Person, told: RenderedVisit) -> None:
    house, who = scene.riverbend, scene.patients[person.index]
    visit = desk.walk_in(
        actor=house.desk[SITE],
        patient_id=who,
        provider_id=house.staff[PROVIDER],
        site_id=house.sites[SITE],
        visit_type=told.visit_type.value,
        reason=told.reason,
        identity_checked="birth date, photo id",
    )
    provider = house.actors[PROVIDER]
    desk.provider_enters(actor=provider, encounter_id=visit)
    note_id = start_note(actor=provider, encounter_id=visit, text=told.note_text)
    desk.send_to_check_out(actor=provider, encounter_id=visit)
    desk.check_out(actor=house.desk[SITE], encounter_id=visit)
    sign_note(actor=provider, note_id=note_id, seen_version=note(note_id).version)
    facts.deliver()
    _codes(scene, visit, note_id, told)
    facts.deliver()


def _codes(scene: Scene, visit: UUID, note_id: UUID, told: RenderedVisit) -> None:
    coder = scene.riverbend.actors[CODER]
    coding_id = start_coding(actor=coder, encounter_id=visit)
    for one in told.codes:
        words = Evidence(Ref("note", note_id), one.start, one.end, one.phrase)
        code_diagnosis(actor=coder, coding_id=coding_id, code=one.code, evidence=words)
    for line in (one for one in told.services if not one.order_key):
        words = Evidence(Ref("note", note_id), line.start, line.end, line.phrase)
        code_service(
            actor=coder, coding_id=coding_id, key=line.service_key, evidence=words, pointers=[1], units=line.units
        )
    finish_coding(actor=coder, coding_id=coding_id)
