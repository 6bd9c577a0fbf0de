"""Reads of prescriptions: one, a patient's, those of a visit, those that wait to be signed, the office's favourites."""

import tomllib
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from uuid import UUID

from django.db.models import QuerySet

from medoffice.clinic.prescriptions import models
from medoffice.clinic.prescriptions.rules.quantity import Assumed
from medoffice.clinic.prescriptions.types.prescribing import (
    DoseForm,
    Favourite,
    Line,
    Package,
    Prescribed,
    Prescription,
    Schedule,
    Sig,
    State,
)
from medoffice.kernel.codec import from_json
from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import staff
from medoffice.security.api import permitted, require
from medoffice.security.types import Actor

READ = "prescriptions.read"
_DATA = Path(__file__).resolve().parents[1] / "data"


def prescription(actor: Actor, prescription_id: UUID, word: str = READ) -> Prescription:
    """A prescription the actor may know. Raises NotFound. Two queries, and the labels'."""
    row = models.Prescription.objects.filter(id=prescription_id).first()
    if row is None:
        raise NotFound
    require(actor, word, row.patient_id, row.encounter_id)
    return _all([row])[0]


def prescriptions_of(actor: Actor, patient_id: UUID, word: str = READ) -> list[Prescription]:
    """A patient's, those to sign first, then the latest first. Two queries, and the labels'."""
    rows = models.Prescription.objects.filter(patient_id=patient_id).order_by("-prepared_at", "-id")
    found = _all(permitted(actor, word, rows))
    return sorted(found, key=lambda one: [State.PREPARED, State.SIGNED, State.ENDED, State.WITHDRAWN].index(one.state))


def prescriptions_of_visit(actor: Actor, encounter_id: UUID) -> list[Prescription]:
    """What was prescribed at a visit, first to last. Two queries, and the labels'."""
    rows = models.Prescription.objects.filter(encounter_id=encounter_id).exclude(state=State.WITHDRAWN)
    return _all(permitted(actor, READ, rows.order_by("id")))


def to_sign(actor: Actor) -> list[Prescription]:
    """What waits for a signature, oldest first. Two queries, and the labels'."""
    rows = models.Prescription.objects.filter(state=State.PREPARED).order_by("prepared_at", "id")
    return _all(permitted(actor, READ, rows))


def story_of(prescription_id: UUID) -> list[Line]:
    """What became of a prescription, first to last. One query."""
    rows = models.PrescriptionEvent.objects.filter(prescription_id=prescription_id).order_by("id")
    return [Line(row.what, row.words, row.at, row.by) for row in rows]


def favourites() -> list[Favourite]:
    """What the office prescribes often, by name. One query."""
    return [
        Favourite(row.id, row.name, from_json(row.says, Prescribed), row.made_by)
        for row in models.Favourite.objects.filter(used=True).order_by("name")
    ]


def favourite(favourite_id: UUID) -> Favourite:
    """One of them. Raises NotFound. One query."""
    found = next((one for one in favourites() if one.id == favourite_id), None)
    if found is None:
        raise NotFound
    return found


def assumed_on(day: date) -> Assumed:
    """The office's figures for counting, as they hold on a day."""
    held = [one for one in _assumed() if one[0] <= day]
    return (held or _assumed())[-1][1]


@cache
def _assumed() -> list[tuple[date, Assumed]]:
    told = tomllib.loads((_DATA / "assumed.toml").read_text(encoding="utf-8"))["figure"]
    return sorted(
        ((one["since"], Assumed(Decimal(one["drops_in_ml"]), Decimal(one["grams_a_layer"]))) for one in told),
        key=lambda one: one[0],
    )


def says_of(row: models.Prescription) -> Prescribed:
    """What a row says."""
    return Prescribed(
        medicine=row.medicine,
        sig=from_json(row.sig, Sig),
        quantity=row.quantity.normalize(),
        quantity_unit=row.quantity_unit,
        days_supply=row.days_supply,
        refills=row.refills,
        daw=row.daw,
        indication=row.indication,
        diagnosis=row.diagnosis,
        to_pharmacist=row.to_pharmacist,
        key=row.key,
        substances=tuple(row.substances),
        form=DoseForm(row.form),
        strength=row.strength,
        schedule=Schedule(row.schedule),
        package=from_json(row.package, Package),
    )


def _all(rows: QuerySet[models.Prescription] | Iterable[models.Prescription]) -> list[Prescription]:
    """Rows as nouns."""
    found = list(rows)
    names = {one.id: ", ".join(filter(None, (one.name, one.credentials))) for one in staff()} if found else {}
    return [
        Prescription(
            id=row.id,
            number=row.number,
            patient_id=row.patient_id,
            encounter_id=row.encounter_id,
            prescriber_id=row.prescriber_id,
            prescriber=names.get(row.prescriber_id, ""),
            says=says_of(row),
            sig_text=row.sig_text,
            state=State(row.state),
            prepared_by=row.prepared_by,
            prepared_at=row.prepared_at,
            signed_by=row.signed_by,
            signed_at=row.signed_at,
            sha256=row.sha256,
            entry_id=row.entry_id,
            follows=row.follows_id,
            ended_why=row.ended_why,
            version=row.version,
            pharmacy_id=row.pharmacy_id,
        )
        for row in found
    ]
