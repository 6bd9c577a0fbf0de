"""Reads of procedures: kinds, what waits at a visit, what was done, who is observed."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from medoffice.clinic.orders.api import orders_of
from medoffice.clinic.orders.types import Order, OrderState
from medoffice.clinic.procedures import models
from medoffice.clinic.procedures.rules.judging import proposed
from medoffice.clinic.procedures.types import (
    After,
    Consent,
    Consented,
    Did,
    Kind,
    Line,
    Medicine,
    Observation,
    Procedure,
    SaidOfKind,
    TimeOut,
)
from medoffice.kernel.refusals import NotFound
from medoffice.security.api import permitted, require
from medoffice.security.types import Actor
from medoffice.standards.terminology.api import placeholder_services

SERVICES = {one.key: one.words for one in placeholder_services() if one.kind in ("procedure", "injection")}
_WORD = "procedures.read"


def kinds() -> list[Kind]:
    """Every kind of procedure that can be ordered, as the office has it or as it is proposed. One query."""
    rows = {row.key: _kind(row) for row in models.ProcedureKind.objects.all()}
    return [rows.get(key) or proposed(key, words) for key, words in SERVICES.items()]


def kind(key: str) -> Kind:
    """One of them. Raises NotFound. One query."""
    if key not in SERVICES:
        raise NotFound
    row = models.ProcedureKind.objects.filter(key=key).first()
    return _kind(row) if row else proposed(key, SERVICES[key])


def orders_to_do(encounter_id: UUID) -> list[tuple[Order, Kind]]:
    """The open orders of a visit that are done here. Two queries, one if nothing is open."""
    waiting = [
        one for one in orders_of(encounter_id)
        if one.state is OrderState.ORDERED and not one.requisition_id and one.key in SERVICES
    ]  # fmt: skip
    known = {one.said.key: one for one in kinds()} if waiting else {}
    return [(one, known[one.key]) for one in waiting]


def consent_of(order_id: UUID) -> Consented | None:
    """The latest consent to what was ordered. One query."""
    row = models.ConsentTaken.objects.filter(order_id=order_id).select_related("obtained_by").order_by("-id").first()
    if row is None:
        return None
    return Consented(Consent(row.how), row.obtained_by.name, row.obtained_at, row.document_id, row.by)


def time_outs_of(order_id: UUID) -> list[TimeOut]:
    """The time-outs of an order, stopped ones too, latest first. One query."""
    rows = models.TimeOutRead.objects.filter(order_id=order_id).select_related("second").order_by("-id")
    return [
        TimeOut(
            row.site, row.second.name if row.second else "", Line(row.stopped) if row.stopped else None, row.words,
            row.at, row.by,
        )
        for row in rows
    ]  # fmt: skip


def procedure(actor: Actor, procedure_id: UUID) -> Procedure:
    """What was done. Raises NotFound for what is not there for them. One query."""
    row = _rows().filter(id=procedure_id).first()
    if row is None:
        raise NotFound
    require(actor, _WORD, row.patient_id, row.encounter_id)
    return _procedure(row)


def procedures_at(encounter_id: UUID) -> list[Procedure]:
    """What was done at a visit, wrong entries too, in the order in which it was entered. One query."""
    return [_procedure(row) for row in _rows().filter(encounter_id=encounter_id).order_by("id")]


def procedures_between(since: datetime, until: datetime) -> list[Procedure]:
    """What was done in a time and stands, whoever asks: for proofs. One query."""
    rows = _rows().filter(at__gte=since, at__lt=until, later=None, struck=False)
    return [_procedure(row) for row in rows.order_by("id")]


def afterwards(number: str) -> list[After]:
    """How somebody was afterwards, latest first. One query."""
    rows = models.LookedAfter.objects.filter(procedure__number=number).order_by("-id")
    return [After(row.how, row.leaves, row.reaction, row.why, row.until, row.at, row.by) for row in rows]


def observations(numbers: Iterable[str]) -> dict[str, Observation]:
    """Who is or was observed after these, by number. One query."""
    rows = models.Observed.objects.filter(number__in=set(numbers), until__isnull=False).select_related("procedure")
    return {row.number: _observation(row) for row in rows}


def observed_now(actor: Actor) -> list[Observation]:
    """Who is observed, first who is due first, as far as the actor may know. Two queries."""
    rows = models.Observed.objects.filter(ended_at=None, until__isnull=False)
    may = permitted(actor, _WORD, models.ProcedureDone.objects.filter(id__in=rows.values("procedure_id")))
    found = rows.filter(procedure_id__in=may.values("id")).select_related("procedure").order_by("until")
    return [_observation(row) for row in found]


def observation(observation_id: UUID) -> Observation:
    """One that is or was. Raises NotFound. One query."""
    row = models.Observed.objects.filter(id=observation_id).select_related("procedure").first()
    if row is None:
        raise NotFound
    return _observation(row)


def late_now(now: datetime) -> list[UUID]:
    """Observations that nobody ended in time and nobody was told of. One query."""
    rows = models.Observed.objects.filter(ended_at=None, told_at=None, until__lt=now)
    return list(rows.order_by("until").values_list("id", flat=True))


def _rows() -> QuerySet[models.ProcedureDone]:
    return models.ProcedureDone.objects.select_related("doer", "supervisor", "witness", "later")


def _kind(row: models.ProcedureKind) -> Kind:
    said = SaidOfKind(
        row.key, row.name, Consent(row.consent), row.time_out, row.second, row.observe, Medicine(row.medicine),
        row.source,
    )  # fmt: skip
    return Kind(said, row.standing_by, row.version)


def _procedure(row: models.ProcedureDone) -> Procedure:
    return Procedure(
        id=row.id, number=row.number, order_id=row.order_id, encounter_id=row.encounter_id,
        patient_id=row.patient_id, key=row.key, name=row.name, did=to_did(row), doer=row.doer.name,
        supervisor=row.supervisor.name, witness=row.witness.name if row.witness else "", why=row.why,
        instead_of=row.instead_of_id, struck=row.struck, at=row.at, entered_at=row.entered_at, by=row.by,
        stands=not row.struck and not hasattr(row, "later"),
    )  # fmt: skip


def to_did(row: models.ProcedureDone) -> Did:
    """What an entry says was done."""
    return Did(
        doer_id=row.doer_id, supervisor_id=row.supervisor_id, what=row.what, site=row.site, medicine=row.medicine,
        ndc=row.ndc, lot=row.lot, expires=row.expires, dose=row.dose, controlled=row.controlled, wasted=row.wasted,
        witness_id=row.witness_id, complications=row.complications, specimen=row.specimen,
    )  # fmt: skip


def _observation(row: models.Observed) -> Observation:
    done = row.procedure
    until = row.until or done.at
    return Observation(done.id, done.patient_id, done.encounter_id, done.name, until, row.ended_at)
