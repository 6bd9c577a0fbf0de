"""Prescriptions for tests, made through the actions."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from medoffice.clinic.prescriptions.api import (
    ask_renewal,
    prepare_prescription,
    prescribe_as_typed,
    prescription,
    sign_prescription,
)
from medoffice.clinic.prescriptions.types.prescribing import Prescribed, Typed
from medoffice.clinic.prescriptions.types.renewals import Asking, Way
from medoffice.practice.tests.makers import Office
from medoffice.security.types import PROGRAM

PRESSURE, MONTH = "lisinopril 10 mg tablet", "1 tab po daily #30 rf 3"


def said(
    medicine: str = PRESSURE, sig: str = MONTH, quantity: int | None = None, to_pharmacist: str = ""
) -> Prescribed:
    """What a prescription says, from what is typed."""
    given = Decimal(quantity) if quantity else None
    typed = Typed(medicine, sig, quantity=given, indication="Blood pressure", to_pharmacist=to_pharmacist)
    says = prescribe_as_typed(typed, date(2026, 11, 24)).says
    assert says is not None
    return says


def make_prepared(office: Office, patient_id: UUID, says: Prescribed | None = None, visit: UUID | None = None) -> UUID:
    """A prescription that waits for Dr Okafor."""
    assert office.provider_id
    return prepare_prescription(
        actor=PROGRAM, patient_id=patient_id, prescriber_id=office.provider_id, says=says or said(), encounter_id=visit
    )


def make_signed(office: Office, patient_id: UUID, says: Prescribed | None = None, visit: UUID | None = None) -> UUID:
    """One that she has signed."""
    made = make_prepared(office, patient_id, says, visit)
    version = prescription(PROGRAM, made).version
    sign_prescription(actor=office.provider, prescription_id=made, seen_version=version)
    return made


def make_renewal(office: Office, patient_id: UUID) -> UUID:
    """A pharmacy asks by fax for what Dr Okafor signed."""
    before = make_signed(office, patient_id)
    asking = Asking(PRESSURE, Way.FAX, "Corner Drug", "Corner Drug", "(217) 555-0142", "Last fill 10/28")
    return ask_renewal(actor=PROGRAM, patient_id=patient_id, asking=asking, prescription_id=before)
