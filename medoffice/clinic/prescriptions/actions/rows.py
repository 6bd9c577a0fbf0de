"""Rows of prescriptions and of their stories, as the verbs write them."""

from typing import Any
from uuid import UUID

from medoffice.clinic.prescriptions.models import Prescription, PrescriptionEvent
from medoffice.clinic.prescriptions.queries.prescriptions import assumed_on
from medoffice.clinic.prescriptions.rules.checking import check_prescribed
from medoffice.clinic.prescriptions.rules.english import english
from medoffice.clinic.prescriptions.types.prescribing import Package, Prescribed, Sig
from medoffice.kernel import clock
from medoffice.kernel.codec import to_json
from medoffice.kernel.findings import Severity
from medoffice.kernel.refusals import Invalid, NotFound
from medoffice.practice.api import today_here
from medoffice.security.api import require
from medoffice.security.types import Actor

TO_SIGN = "prescription-to-sign"


def held(actor: Actor, prescription_id: UUID, word: str) -> Prescription:
    """A prescription, locked, that the actor may do this to. Raises NotFound."""
    row = Prescription.objects.select_for_update(of=("self",)).filter(id=prescription_id).first()
    if row is None:
        raise NotFound
    require(actor, word, row.patient_id, row.encounter_id)
    return row


def note(actor: Actor, row: Prescription, what: str, words: str = "") -> None:
    """A line of its story."""
    PrescriptionEvent.objects.create(
        prescription=row, what=what, words=words.strip()[:300], at=clock.now(), by=actor.name
    )


def columns_of(says: Prescribed) -> dict[str, Any]:
    """What it says, as columns. Raises Invalid, field by field, for what cannot be prescribed so."""
    wrong: dict[str, list[str]] = {}
    for one in check_prescribed(says, assumed_on(today_here())):
        if one.severity is Severity.ERROR:
            wrong.setdefault(one.where, []).append(one.words)
    if wrong:
        raise Invalid("prescription-unfit", "It cannot be prescribed so.", "Type it again.", {"fields": wrong})
    return {
        "medicine": says.medicine.strip(),
        "key": says.key,
        "substances": list(says.substances),
        "form": says.form.value,
        "strength": says.strength,
        "schedule": says.schedule.value,
        "sig": to_json(says.sig, Sig),
        "sig_text": english(says.sig)[:1000],
        "quantity": says.quantity,
        "quantity_unit": says.quantity_unit,
        "days_supply": says.days_supply,
        "package": to_json(says.package, Package),
        "refills": says.refills,
        "daw": says.daw,
        "indication": says.indication.strip(),
        "diagnosis": says.diagnosis.strip(),
        "to_pharmacist": says.to_pharmacist.strip(),
    }
