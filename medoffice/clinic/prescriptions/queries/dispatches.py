"""Reads of what pharmacies have: one, those of a prescription, all that wait, and what speaks against a way."""

import tomllib
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path
from uuid import UUID

from django.db.models import QuerySet

from medoffice.clinic.prescriptions import models
from medoffice.clinic.prescriptions.rules.ways import bars, way_rules_from
from medoffice.clinic.prescriptions.types.exchange import Bar, Carried, Dispatch, Message, Stand, ToldLine, WayRule
from medoffice.clinic.prescriptions.types.pharmacies import dashed
from medoffice.clinic.prescriptions.types.prescribing import Schedule, State
from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import today_here
from medoffice.records.faxes.api import faxes_for
from medoffice.records.faxes.types import Fax, FaxEvent, FaxState
from medoffice.security.api import permitted, require
from medoffice.security.types import Actor

READ = "prescriptions.read"
PRINTED, FAXED = "printed", "prescription"
GONE = (Stand.CANCELLED, Stand.NOT_FILLED, Stand.FAILED)  # may be sent again
_FIRST = (Stand.FAILED, Stand.CANCEL_ASKED, Stand.CANCEL_DENIED, Stand.NOT_FILLED, Stand.UNKNOWN, Stand.QUEUED)
_DATA = Path(__file__).resolve().parents[1] / "data"


def dispatches_of(actor: Actor, prescription_id: UUID) -> list[Dispatch]:
    """Where a prescription went, the latest first, with all that was said. Five queries, and the labels'."""
    rows = _rows().filter(prescription_id=prescription_id).order_by("-sent_at", "-id")
    return _all(permitted(actor, READ, rows))


def dispatch(actor: Actor, dispatch_id: UUID) -> Dispatch:
    """One. Raises NotFound. Five queries, and the labels'."""
    row = _rows().filter(id=dispatch_id).first()
    if row is None:
        raise NotFound
    require(actor, READ, row.patient_id, row.encounter_id)
    return _all([row])[0]


def dispatches_waiting(actor: Actor) -> list[Dispatch]:
    """What has not ended well, what somebody must see to first, then the latest. Five queries, and the labels'."""
    well = (Stand.FILLED, Stand.TRANSFERRED, Stand.CANCELLED)
    found = _all(permitted(actor, READ, _rows().exclude(stand__in=well).order_by("-changed_at", "-id")))
    order = {stand: place for place, stand in enumerate(_FIRST)}
    return sorted(found, key=lambda one: order.get(one.stand, len(order)))


def prescription_counts() -> tuple[int, int]:
    """How many were signed and hold, and how many of all were dispensed. Two queries."""
    signed = models.Prescription.objects.filter(state=State.SIGNED).count()
    return signed, models.Dispatch.objects.filter(stand=Stand.FILLED).values("prescription").distinct().count()


def was_sent(prescription_id: UUID) -> bool:
    """Whether a pharmacy has it, or will. One query."""
    return models.Dispatch.objects.filter(prescription_id=prescription_id).exclude(stand__in=GONE).exists()


def bars_of(prescription_id: UUID, schedule: Schedule, way: Carried) -> list[Bar]:
    """What speaks against sending it so today. One query."""
    return bars(_way_rules(), way, schedule, today_here(), on_paper=was_printed(prescription_id))


def was_printed(prescription_id: UUID) -> bool:
    """Whether it was printed to be signed by hand. One query."""
    return models.PrescriptionEvent.objects.filter(prescription_id=prescription_id, what=PRINTED).exists()


@cache
def _way_rules() -> list[WayRule]:
    return way_rules_from(tomllib.loads((_DATA / "ways.toml").read_text(encoding="utf-8")))


def _rows() -> QuerySet[models.Dispatch]:
    return models.Dispatch.objects.select_related("prescription", "pharmacy")


def _all(rows: Iterable[models.Dispatch]) -> list[Dispatch]:
    """Rows as nouns, with what was said; a fax that failed says so."""
    found = list(rows)
    said: dict[UUID, list[ToldLine]] = {row.id: [] for row in found}
    for line in models.PharmacyMessage.objects.filter(dispatch_id__in=list(said)).order_by("id"):
        said[line.dispatch_id].append(ToldLine(line.out, Message(line.message), line.words, line.at, line.by))
    made = [_dispatch(row, tuple(said[row.id])) for row in found]
    queued = [f"{FAXED} {one.id}" for one in made if one.stand is Stand.QUEUED]
    faxes = faxes_for(queued) if queued else {}
    return [_by_fax(one, faxes.get(f"{FAXED} {one.id}")) for one in made]


def _by_fax(one: Dispatch, carried: tuple[Fax, list[FaxEvent]] | None) -> Dispatch:
    """What the fax line says of one that waits for it."""
    if carried is None:
        return one
    fax = carried[0]
    if fax.state in (FaxState.FAILED, FaxState.STOPPED):
        return replace(one, stand=Stand.FAILED, line=fax.why or "the fax was stopped")
    return replace(one, line=f"fax {fax.number} {fax.state.value}")


def _dispatch(row: models.Dispatch, said: tuple[ToldLine, ...]) -> Dispatch:
    return Dispatch(
        id=row.id,
        prescription_id=row.prescription_id,
        number=row.prescription.number,
        medicine=row.prescription.medicine,
        patient_id=row.patient_id,
        encounter_id=row.encounter_id,
        pharmacy_id=row.pharmacy_id,
        pharmacy=row.pharmacy.name,
        phone=dashed(row.pharmacy.phone),
        way=Carried(row.way),
        stand=Stand(row.stand),
        why=row.why,
        sent_at=row.sent_at,
        sent_by=row.sent_by,
        changed_at=row.changed_at or row.sent_at,
        version=row.version,
        lines=said,
    )
