"""What is confidential in the demo office as it opens: one of each label, and broken glass to be reviewed."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from uuid import UUID

from medoffice.front_office.check_in.api import walk_in
from medoffice.front_office.scheduling.api import appointments_on, make_confidential
from medoffice.front_office.scheduling.types import AppointmentState
from medoffice.records.encounters.api import encounters_on
from medoffice.records.encounters.types import OVER, Encounter, Stage
from medoffice.records.patients.api import register_patient
from medoffice.records.patients.types.people import PatientName
from medoffice.rehearsal.demo.actions.office import address_of
from medoffice.rehearsal.demo.actions.people import patient_of
from medoffice.rehearsal.demo.actions.timeline import Script
from medoffice.rehearsal.demo.types import Scene
from medoffice.rehearsal.stories.types import Fate, PlannedVisit
from medoffice.security.api import break_glass, label_patient, record_consent, write_seen
from medoffice.security.types import PROGRAM, Actor, Label, Reason, Role

KNOWN, MINOR = "petrie-glenn", "amaro-beto"  # of the named cast
LIND_BORN = date(1991, 4, 17)
SESSIONS = ("depression", "anxiety")  # stories


def one_of_each(scene: Scene, visits: Iterable[PlannedVisit], opens: datetime) -> Script:
    """A patient or a visit under each label; ``visits`` are those of the weeks behind and of today."""
    yield opens
    today = opens.date()
    _known_person(scene)
    _colleague(scene)
    for visit, keep in zip(_adults_here(scene, today), (_emergency, _paid_in_full), strict=False):
        keep(scene, visit)
    _with_consent(scene, opens)
    _session(scene, visits, today)
    _minor(scene, today)


def helper_of(scene: Scene, site: str) -> Actor:
    """A medical assistant of a site: not among those who are licensed to treat."""
    return next(one for one in scene.riverbend.assistant[site] if Role.NURSE not in one.roles)


def _known_person(scene: Scene) -> None:
    who = next(person for person in scene.population.people if person.key == KNOWN)
    why = "The mayor of Riverbend; asked for it"
    label_patient(
        actor=scene.riverbend.actors["petrov"], subject=patient_of(scene, who.index), label=Label.VIP, why=why
    )


def _colleague(scene: Scene) -> None:
    """The receptionist is a patient here, too; as staff she never opens her own record."""
    riverbend = scene.riverbend
    subject = register_patient(
        actor=riverbend.actors["farrow"],
        name=PatientName("Lind", "Astrid"),
        sex="F",
        birth_date=LIND_BORN,
        phone="(217) 555-0164",
        address=address_of(riverbend.office.sites[0].address),
    )
    label_patient(
        actor=riverbend.actors["petrov"],
        subject=subject,
        label=Label.EMPLOYEE,
        why="Works at our front desk",
        employee_id=riverbend.actors["lind"].id,
    )


def _adults_here(scene: Scene, today: date) -> Iterator[Encounter]:
    """Who is in the office now, in order of arrival."""
    numbers = {patient_id: number for number, patient_id in scene.patients.items()}
    for visit in encounters_on(None, today):
        person = scene.population.people[numbers[visit.patient_id]]
        if visit.stage not in OVER and person.key != KNOWN and person.age_on(today) >= 18:
            yield visit


def _emergency(scene: Scene, visit: Encounter) -> None:
    """A visit under Part 2 without consent: in an emergency the assistant breaks the glass. It waits for its review."""
    site = _site(scene, visit.site_id)
    _confidential(scene, visit.id, site, Label.PART2, "Comes for his counselling as well")
    helper = helper_of(scene, site)
    why = "Fainted in the hallway; what does he take?"
    break_glass(actor=helper, subject=visit.patient_id, code=Reason.EMERGENCY, why=why)
    write_seen(helper, "encounters.read", {visit.patient_id})
    write_seen(helper, "chart.read", {visit.patient_id})


def _paid_in_full(scene: Scene, visit: Encounter) -> None:
    site = _site(scene, visit.site_id)
    _confidential(scene, visit.id, site, Label.RESTRICTED, "Pays it all; form of today, in the file")


def _with_consent(scene: Scene, opens: datetime) -> None:
    """A visit under Part 2 that is still to come today, with the patient's consent."""
    today, zone = opens.date(), scene.riverbend.office.zone
    numbers = {patient_id: number for number, patient_id in scene.patients.items()}
    for due in appointments_on(PROGRAM, None, today, zone):
        person = scene.population.people[numbers[due.patient_id]]
        if (
            due.state is AppointmentState.BOOKED
            and due.starts > opens
            and person.age_on(today) >= 18
            and not person.key
        ):
            site = _site(scene, due.site_id)
            label_id = _confidential(scene, due.id, site, Label.PART2, "Counselling about alcohol")
            record_consent(actor=scene.riverbend.desk[site], label_id=label_id, words="Form of last week, in the file")
            return


def _session(scene: Scene, visits: Iterable[PlannedVisit], today: date) -> None:
    """The latest visit of the weeks behind that was most about the mind: its note is a psychotherapy note."""
    seen = [
        one for one in visits if one.fate is Fate.SEEN and one.starts.date() < today and one.person in scene.patients
    ]
    latest = max(seen, key=lambda one: (one.story in SESSIONS, one.starts, one.provider))
    mine = [
        visit
        for visit in encounters_on(None, latest.starts.date())
        if visit.patient_id == scene.patients[latest.person] and visit.stage is Stage.FINISHED
    ]
    for visit in mine[:1]:
        _confidential(scene, visit.id, latest.site, Label.PSYCHOTHERAPY, "Kept apart from the record")


def _minor(scene: Scene, today: date) -> None:
    """A boy of fourteen who has come alone and wants nobody at home to hear of it."""
    who = next(person for person in scene.population.people if person.key == MINOR)
    patient_id, riverbend = patient_of(scene, who.index), scene.riverbend
    mine = [one for one in encounters_on(None, today) if one.patient_id == patient_id and one.stage not in OVER]
    visit_id = (
        mine[0].id
        if mine
        else walk_in(
            actor=riverbend.desk["main"],
            patient_id=patient_id,
            provider_id=riverbend.staff["okafor"],
            site_id=riverbend.sites["main"],
            visit_type="sick",
            reason="wants to talk with a doctor alone",
            identity_checked="name, birth date",
        )
    )
    _confidential(scene, visit_id, "main", Label.MINOR, "Came alone; may consent to this himself")


def _confidential(scene: Scene, visit_id: UUID, site: str, label: Label, why: str) -> UUID:
    return make_confidential(actor=scene.riverbend.desk[site], visit_id=visit_id, label=label, why=why)


def _site(scene: Scene, site_id: UUID) -> str:
    return next(key for key, known in scene.riverbend.sites.items() if known == site_id)
