"""Referrals of the demo office: one in every state, one overdue; and those of a day, sent and acknowledged."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from medoffice.front_office.letters.types.letters import Way
from medoffice.front_office.memos.api import answer_memo, write_memo
from medoffice.front_office.memos.types import To, Wants
from medoffice.front_office.referrals.api import (
    add_performer,
    chase_referral,
    make_referral,
    move_referral,
    performers,
    receive_referral,
    send_packet,
)
from medoffice.front_office.referrals.types import Asked, Priority, Reached, State
from medoffice.kernel import clock
from medoffice.kernel.ids import npi_from
from medoffice.practice.types import Address
from medoffice.records.encounters.api import encounters_on
from medoffice.records.encounters.types import Encounter, Stage
from medoffice.rehearsal.demo.actions.timeline import Script, at
from medoffice.rehearsal.demo.types import Scene
from medoffice.security.api import can
from medoffice.security.types import PROGRAM

PLACE, SIGNER, SENDER = "main", "okafor", "farrow"
DIRECTORY = (
    ("Ruth Abelard, MD", "Cardiology", "Prairie Heart Group", "199999980", "0181", "0182"),
    ("Milo Sandoval, MD", "Dermatology", "Riverbend Skin Clinic", "199999981", "0183", "0184"),
    ("Greta Lindqvist, DPT", "Physical therapy", "Mill Lane Therapy", "199999982", "0185", "0186"),
    ("Owen Achterberg, MD", "Gastroenterology", "Prairie Digestive Care", "199999983", "0187", "0188"),
)
COURT_STREET = Address("40 Court Street", "Riverbend", "IL", "62799")
HEART, SKIN, THERAPY, BOWEL = range(4)


@dataclass(frozen=True, slots=True)
class _Told:
    """How a referral of the demo goes: made so many days ago, the steps after, with the days since it was made."""

    days_ago: int
    to: int
    asked: Asked
    steps: tuple[tuple[int, State], ...] = ()
    chased: bool = False


_TOLD = (
    _Told(20, HEART, Asked("Palpitations, R00.2", "Holter?", Priority.URGENT), ((2, State.ACKNOWLEDGED),)),
    _Told(18, THERAPY, Asked("Low back pain, M54.50", "Six visits, then back to us."), (), chased=True),
    _Told(15, SKIN, Asked("Changing mole, D22.9", "Excision?"), ((1, State.ACKNOWLEDGED), (3, State.SCHEDULED))),
    _Told(
        14, BOWEL, Asked("Iron deficiency anaemia, D50.9", "Endoscopy?", Priority.ASAP),
        ((1, State.SCHEDULED), (9, State.REPORTED), (10, State.CLOSED)),
    ),
    _Told(4, HEART, Asked("Murmur, R01.1", "Echocardiogram?"), ((1, State.REPORTED),)),
    _Told(1, SKIN, Asked("Rash, R21", "What is it?")),
)  # fmt: skip


def referrals_of_weeks(scene: Scene, today: date) -> list[Script]:
    """Six referrals of the weeks before today, one that waits to be sent today, and a patient who was sent here."""
    return [_course(scene, told, _workday(today - timedelta(days=told.days_ago))) for told in _TOLD] + [
        _of_today(scene, today)
    ]


def referrals_of_day(scene: Scene, on: date) -> Script:
    """Somebody seen this day is sent to a cardiologist, whose office has it by the evening."""
    yield at(on, 16, 40, scene.riverbend.office.zone)
    _memos(scene, _seen(scene, on, 1))
    asked = Asked("Palpitations, R00.2", "Holter and treatment?", Priority.URGENT)
    made = _refer(scene, _seen(scene, on, 0), HEART, asked)
    if made is not None:
        send_packet(actor=scene.riverbend.actors[SENDER], referral_id=made, way=Way.MAIL)
        yield clock.now() + timedelta(minutes=30)
        _step(scene, made, State.ACKNOWLEDGED)


def _course(scene: Scene, told: _Told, on: date) -> Script:
    yield at(on, 16, 30, scene.riverbend.office.zone)
    made = _refer(scene, _seen(scene, on, told.to), told.to, told.asked)
    if made is None:
        return
    yield clock.now() + timedelta(minutes=20)
    send_packet(actor=scene.riverbend.actors[SENDER], referral_id=made, way=Way.MAIL)
    for days, state in told.steps:
        yield at(_workday(on + timedelta(days=days)), 11, 15, scene.riverbend.office.zone)
        _step(scene, made, state)
    if told.chased:
        yield at(_workday(on + timedelta(days=13)), 11, 20, scene.riverbend.office.zone)
        chase_referral(
            actor=scene.riverbend.actors[SENDER], referral_id=made, how=Reached.CALL,
            words="They have not found it yet; they call back.", until=clock.now() + timedelta(days=7),
        )  # fmt: skip


def _memos(scene: Scene, about: Encounter | None) -> None:
    """A question about a patient that is answered, one that waits, and something everybody at the desk is to know."""
    riverbend = scene.riverbend
    signer, sender = riverbend.actors[SIGNER], riverbend.actors[SENDER]
    if about is not None:
        asked = write_memo(
            actor=sender, to=To(signer.id), subject="Report of the heart group", body="May it be faxed to the school?",
            patient_id=about.patient_id, clinical=True,
        )  # fmt: skip
        answer_memo(actor=signer, thread_id=asked, body="Only if his mother says so in writing.")
        write_memo(
            actor=sender, to=To(signer.id), subject="Form for the school", body="It waits in your papers.",
            patient_id=about.patient_id,
        )  # fmt: skip
    write_memo(
        actor=sender, to=To(None, "receptionist"), subject="Closing at noon on Friday", body="Please tell who calls.",
        wants=Wants.READ,
    )  # fmt: skip


def _of_today(scene: Scene, today: date) -> Script:
    yield at(today, 8, 50, scene.riverbend.office.zone)
    before = _workday(today - timedelta(days=1))
    _refer(scene, _seen(scene, before, 2), BOWEL, Asked("Change of bowel habit, R19.4", "Colonoscopy?"))
    came = _seen(scene, before, 1)
    _memos(scene, came)
    if came is not None:
        receive_referral(
            actor=scene.riverbend.actors[SENDER], patient_id=came.patient_id, performer_id=directory()[HEART],
            asked=Asked("Hypertension, I10", "Please take over his care."),
            requester_id=scene.riverbend.staff[SIGNER],
        )  # fmt: skip


def _refer(scene: Scene, visit: Encounter | None, to: int, asked: Asked) -> UUID | None:
    if visit is None:
        return None
    return make_referral(
        actor=scene.riverbend.actors[SIGNER], patient_id=visit.patient_id, performer_id=directory()[to], asked=asked,
        requester_id=scene.riverbend.staff[SIGNER], encounter_id=visit.id,
    )  # fmt: skip


def _step(scene: Scene, referral_id: UUID, to: State) -> None:
    words = {State.REPORTED: "read to us on the telephone, the letter follows", State.CLOSED: "read, no more to do"}
    day = clock.now().date() + timedelta(days=8) if to is State.SCHEDULED else None
    move_referral(
        actor=scene.riverbend.actors[SENDER], referral_id=referral_id, to=to, words=words.get(to, ""), visit_on=day
    )


def _seen(scene: Scene, on: date, which: int) -> Encounter | None:
    """A patient Dr Okafor saw that day whom both the provider and the secretary may know; those of his own first."""
    signer, sender = scene.riverbend.actors[SIGNER], scene.riverbend.actors[SENDER]
    found = [
        one
        for one in encounters_on(scene.riverbend.sites[PLACE], on)
        if one.stage is Stage.FINISHED
        and can(signer, "referrals.make", one.patient_id, one.id)
        and can(sender, "referrals.send", one.patient_id, one.id)
    ]
    found.sort(key=lambda one: (one.provider_id != scene.riverbend.staff[SIGNER], one.started_at))
    return found[which] if which < len(found) else None


def directory() -> list[UUID]:
    """The four whom the office refers to, put into the directory by the first referral."""
    known = {one.name: one.id for one in performers()}
    for name, specialty, practice, npi, phone, fax in DIRECTORY:
        if name not in known:
            known[name] = add_performer(
                actor=PROGRAM, name=name, specialty=specialty, practice=practice, npi=npi_from(npi),
                phone=f"217-555-{phone}", fax=f"217-555-{fax}", address=COURT_STREET,
            )  # fmt: skip
    return [known[name] for name, *_ in DIRECTORY]


def _workday(day: date) -> date:
    return day - timedelta(days=max(0, day.weekday() - 4))
