"""A referral as it begins, whichever way the patient goes."""

from datetime import date, datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from medoffice.front_office.referrals.models import Performer, Referral
from medoffice.front_office.referrals.types import Asked, Direction, State
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound
from medoffice.practice.api import next_number
from medoffice.records.encounters.api import encounter
from medoffice.security.types import Actor


def new_referral(
    actor: Actor,
    direction: Direction,
    patient_id: UUID,
    performer_id: UUID,
    asked: Asked,
    requester_id: UUID | None,
    encounter_id: UUID | None,
) -> Referral:
    """The row, not saved. Raises Invalid for what is not said, NotFound for a visit of somebody else."""
    who = Performer.objects.filter(id=performer_id).first()
    said = {"diagnosis": asked.diagnosis.strip(), "question": asked.question.strip()}
    wrong = {name: ["This is needed."] for name, text in said.items() if not text}
    if who is None or not who.used:
        wrong["performer"] = ["Choose somebody of the directory."]
    if wrong or who is None:
        raise Invalid("referral-unsaid", "Some fields need another look.", "", {"fields": wrong})
    if encounter_id is not None and encounter(encounter_id).patient_id != patient_id:
        raise NotFound
    return Referral(
        number=next_number("RL"),
        direction=direction,
        patient_id=patient_id,
        encounter_id=encounter_id,
        performer=who,
        requester_id=requester_id,
        diagnosis=said["diagnosis"][:300],
        question=said["question"],
        priority=asked.priority,
        authorization=asked.authorization.strip()[:40],
        state=State.TO_SEND,
        made_by=actor.name,
        made_at=clock.now(),
    )


def closing_time(day: date | None, zone: ZoneInfo) -> datetime | None:
    """Five in the afternoon of a day at the office."""
    return datetime.combine(day, time(17), zone) if day else None
