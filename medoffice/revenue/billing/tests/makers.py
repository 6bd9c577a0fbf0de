"""Visits with charges for tests, made through the actions: from an empty office to money."""

from uuid import UUID

from medoffice.kernel.money import Money
from medoffice.kernel.trace import Ref
from medoffice.practice.tests.makers import Office
from medoffice.records.coverage.api import add_coverage
from medoffice.records.coverage.types import Relation
from medoffice.records.patients.tests.makers import make_patient
from medoffice.revenue.billing.api import capture_charges, set_fee
from medoffice.revenue.coding.tests.makers import CODES, START, make_coded
from medoffice.revenue.coding.tests.makers import make_office as make_coding_office
from medoffice.security.types import PROGRAM

FEES = {"visit": Money(15_000), "culture": Money(4_000), "shot": Money(2_505)}


def make_office(*, fees: bool = True) -> Office:
    """The office of coding, with its fees."""
    office = make_coding_office()
    if fees:
        for key, code in CODES.items():
            set_fee(actor=PROGRAM, code=code, amount=FEES[key], valid_from=START)
    return office


def insure(office: Office, patient_id: UUID) -> UUID:
    """Give a patient a policy of the office's payer."""
    return add_coverage(
        actor=PROGRAM,
        patient_id=patient_id,
        payer_id=office.payer_id,
        plan="Silver",
        member_id="PM" + patient_id.hex[-8:].upper(),
        group="100",
        relation=Relation.SELF,
        subscriber=None,
        order=1,
        starts=START,
        copay=Money(2_500),
    )


def make_insured(office: Office, family: str = "Vale", given: str = "Ingrid") -> UUID:
    """A patient with insurance."""
    patient_id = make_patient(family, given)
    insure(office, patient_id)
    return patient_id


def make_charges(office: Office, patient_id: UUID, *keys: str, cause: Ref | None = None) -> list[UUID]:
    """The charges of a new visit."""
    return capture_charges(actor=PROGRAM, encounter_id=make_coded(office, patient_id, *keys, cause=cause))
