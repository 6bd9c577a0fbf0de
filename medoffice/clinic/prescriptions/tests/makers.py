"""Prescriptions for tests, made through the actions."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from medoffice.clinic.prescriptions.actions.hear_wire import hear_wire, keep_wire
from medoffice.clinic.prescriptions.api import (
    ask_renewal,
    note_monitoring_check,
    pharmacies_like,
    prepare_prescription,
    prescribe_as_typed,
    prescription,
    set_aside,
    sign_prescription,
    take_pharmacies,
)
from medoffice.clinic.prescriptions.models import Dispatch, Prescription, WireIn
from medoffice.clinic.prescriptions.types.controlled import Seen
from medoffice.clinic.prescriptions.types.prescribing import Prescribed, Typed
from medoffice.clinic.prescriptions.types.renewals import Asking, Way
from medoffice.kernel.ids import new_id, npi_from
from medoffice.practice.tests.makers import Office
from medoffice.security.types import PROGRAM
from medoffice.standards.nppes.api import PharmacyRow

PHARMACY = PharmacyRow(
    npi=npi_from("199700001"), name="Corner Drug", taxonomy="3336C0003X", line1="1 Main St", line2="", city="Riverbend",
    state="IL", zip="62701", phone="2175550142", fax="2175550143", hours="Mon-Fri 8 AM-9 PM", ncpdp="", closed=False,
)  # fmt: skip
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
    if says and says.schedule.controlled:
        note_monitoring_check(actor=PROGRAM, patient_id=patient_id, program="Illinois", seen=Seen.AS_EXPECTED)
    version = prescription(PROGRAM, made).version
    sign_prescription(actor=office.provider, prescription_id=made, seen_version=version)
    return made


def make_renewal(office: Office, patient_id: UUID) -> UUID:
    """A pharmacy asks by fax for what Dr Okafor signed."""
    before = make_signed(office, patient_id)
    asking = Asking(PRESSURE, Way.FAX, "Corner Drug", "Corner Drug", "(217) 555-0142", "Last fill 10/28")
    return ask_renewal(actor=PROGRAM, patient_id=patient_id, asking=asking, prescription_id=before)


def make_pharmacy(name: str = "Corner Drug", nine: str = "199700001") -> UUID:
    """A pharmacy of the directory."""
    take_pharmacies(actor=PROGRAM, rows=[replace(PHARMACY, name=name, npi=npi_from(nine))], source="a test")
    return pharmacies_like(name)[0].id


def make_aside() -> UUID:
    """Something that came by wire and is no message."""
    keep_wire(actor=PROGRAM, name="a.xml", data=f"<b>no message</b> {new_id()}".encode())
    hear_wire(actor=PROGRAM)
    return set_aside(PROGRAM)[-1].id


def make_copies(first: UUID, many: int) -> list[UUID]:
    """The same prescription again and again, each with a number of its own."""
    row = Prescription.objects.get(id=first)
    told = {one.attname: getattr(row, one.attname) for one in row._meta.concrete_fields}
    made = [Prescription(**{**told, "id": new_id(), "number": f"SOAK-{place}"}) for place in range(many)]
    return [one.id for one in Prescription.objects.bulk_create(made)]


def by_wire() -> dict[str, tuple[UUID, str, list[tuple[str, str]]]]:
    """Of each prescription that went by wire: its dispatch, where it stands, its messages with where they stand."""
    found: dict[str, tuple[UUID, str, list[tuple[str, str]]]] = {}
    for sent in Dispatch.objects.filter(way="wire").select_related("prescription").prefetch_related("outs"):
        outs = [(str(one.id), one.state) for one in sent.outs.all()]
        assert sent.prescription.number not in found, "at one pharmacy"
        found[sent.prescription.number] = (sent.id, sent.stand, outs)
    return found


def came_by_wire() -> set[str]:
    """How what came by wire stands."""
    return set(WireIn.objects.values_list("state", flat=True))
