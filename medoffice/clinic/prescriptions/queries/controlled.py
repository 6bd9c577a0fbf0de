"""How a patient stands with controlled medicines: looks into the program, agreements, counts, and what is asked for."""

import tomllib
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from uuid import UUID

from django.db.models import Sum

from medoffice.clinic.prescriptions import models
from medoffice.clinic.prescriptions.queries.prescriptions import prescriptions_of
from medoffice.clinic.prescriptions.rules.controlled import LOOKS_BACK, holding, standing_against, watches_from
from medoffice.clinic.prescriptions.types.controlled import (
    Agreement,
    MonitoringCheck,
    PillCount,
    Seen,
    Standing,
    Wants,
    Watch,
)
from medoffice.clinic.prescriptions.types.prescribing import Prescribed, Prescription, Schedule, State
from medoffice.clinic.prescriptions.types.safety import Alert
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import office_zone, today_here
from medoffice.security.api import permitted
from medoffice.security.types import Actor

READ = "prescriptions.read"
_RULES = Path(__file__).resolve().parents[1] / "data" / "controlled.toml"


def checks_of(actor: Actor, patient_id: UUID) -> list[MonitoringCheck]:
    """Every look into a program, the latest first. One query, and the labels'."""
    rows = models.MonitoringCheck.objects.filter(patient_id=patient_id).order_by("-at", "-id")
    zone = office_zone()
    return [
        MonitoringCheck(row.id, row.program, Seen(row.seen), row.words, row.at, row.at.astimezone(zone).date(), row.by)
        for row in permitted(actor, READ, rows)
    ]


def agreements_of(actor: Actor, patient_id: UUID) -> list[Agreement]:
    """Every agreement, the latest first. One query, and the labels'."""
    rows = models.ControlledAgreement.objects.filter(patient_id=patient_id).select_related("prescriber")
    return [_agreement(row) for row in permitted(actor, READ, rows.order_by("-signed_on", "-id"))]


def agreement(actor: Actor, agreement_id: UUID) -> tuple[UUID, Agreement]:
    """One, with whose it is. Raises NotFound. One query, and the labels'."""
    rows = models.ControlledAgreement.objects.filter(id=agreement_id).select_related("prescriber")
    row = next(iter(permitted(actor, READ, rows)), None)
    if row is None:
        raise NotFound
    return row.patient_id, _agreement(row)


def counts_of(actor: Actor, patient_id: UUID) -> list[PillCount]:
    """Every count, the latest first. One query, and the labels'."""
    rows = models.PillCount.objects.filter(prescription__patient_id=patient_id).select_related("prescription")
    known = permitted(
        actor, READ, rows.order_by("-at", "-id"), subject="prescription__patient_id", visit="prescription__encounter_id"
    )
    zone = office_zone()
    return [
        PillCount(
            row.id, row.prescription_id, row.prescription.number, row.prescription.medicine, row.counted, row.expected,
            row.short, row.words, row.at.astimezone(zone).date(), row.by,
        )
        for row in known
    ]  # fmt: skip


def controlled_of(actor: Actor, patient_id: UUID) -> list[Prescription]:
    """The controlled medicines that were signed or wait to be, the latest first. Two queries, and the labels'."""
    return [
        one
        for one in prescriptions_of(actor, patient_id)
        if one.says.schedule.controlled and one.state is not State.WITHDRAWN
    ]


def standing_of(actor: Actor, patient_id: UUID) -> Standing:
    """What the rules look at, today. Three queries, and the labels'."""
    today = today_here()
    looked = checks_of(actor, patient_id)[:1]
    until = [one.until for one in agreements_of(actor, patient_id) if one.holds(today)]
    signed = models.Prescription.objects.filter(
        patient_id=patient_id,
        schedule__in=[one.value for one in Schedule if one.controlled],
        signed_at__gte=clock.now() - timedelta(days=LOOKS_BACK),
    )
    supplied = permitted(actor, READ, signed).aggregate(days=Sum("days_supply"))["days"] or 0
    return Standing(
        on=today,
        checked_on=looked[0].on if looked else None,
        unexpected=looked[0].words or "see the note" if looked and looked[0].seen is Seen.UNEXPECTED else "",
        agreement_until=max(until, default=None),
        supplied=supplied,
    )


def watched(actor: Actor, patient_id: UUID, says: Prescribed) -> list[Alert]:
    """What stands against a controlled medicine; nothing for any other. Three queries, and the labels'."""
    if not says.schedule.controlled:
        return []
    return standing_against(watches(), says, standing_of(actor, patient_id))


def paper_bar(schedule: Schedule, on: date) -> Watch | None:
    """The rule by which a medicine of this schedule is printed with an exception only."""
    return next((one for one in holding(watches(), schedule.value, on) if one.wants is Wants.NO_PAPER), None)


@cache
def watches() -> list[Watch]:
    """The rules that came with the program."""
    return watches_from(tomllib.loads(_RULES.read_text(encoding="utf-8")))


def _agreement(row: models.ControlledAgreement) -> Agreement:
    return Agreement(
        row.id, row.prescriber_id, row.prescriber.name, row.signed_on, row.until, row.document_id, row.noted_by,
        row.ended_on, row.ended_why, row.version,
    )  # fmt: skip
