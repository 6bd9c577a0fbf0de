"""Orders and laboratories for tests, made through the actions."""

from uuid import UUID

from medoffice.clinic.orders.api import import_tests, keep_laboratory, order_tests, place_order
from medoffice.clinic.orders.models import Order, Requisition
from medoffice.clinic.orders.types import Asked, LabTest, RequisitionState
from medoffice.practice.tests.makers import Office
from medoffice.security.types import PROGRAM, Actor

TESTS = (
    LabTest("CMP", "Metabolic panel", "serum", fasting=True),
    LabTest("LIP", "Lipid panel", "serum", fasting=True),
    LabTest("TSH", "Thyrotropin", "serum"),
    LabTest("UCX", "Urine culture", "urine", asks=("How was it collected?",)),
)
WHY = ("J02.9",)


def make_numbered(office: Office, visit: UUID, number: str) -> UUID:
    """A test of an outside laboratory that was ordered under a number."""
    order_id = place_order(actor=office.provider, encounter_id=visit, key="panel", words="Metabolic panel")
    Order.objects.filter(id=order_id).update(number=number)
    return order_id


def make_laboratory(name: str = "Prairie Laboratory", *, door: str = "mllp", old: bool = False) -> UUID:
    """A laboratory that takes orders over the wire, with four tests."""
    made = keep_laboratory(
        actor=PROGRAM, name=name, application="LIS", facility="PRAIRIE", account="4711", door=door,
        host="127.0.0.1" if door else "", port=2576, old=old, hours=48,
    )  # fmt: skip
    import_tests(actor=PROGRAM, laboratory_id=made, tests=TESTS)
    return made


def make_requisition(actor: Actor, visit: UUID, laboratory_id: UUID, *codes: str) -> UUID:
    """Tests that somebody orders."""
    asked = Asked(codes or ("CMP", "TSH"), WHY, fasting=True)
    return order_tests(actor=actor, encounter_id=visit, laboratory_id=laboratory_id, asked=asked)


def by_wire(requisition_id: UUID) -> None:
    """What went on paper went over the wire instead."""
    Requisition.objects.filter(id=requisition_id).update(state=RequisitionState.ACCEPTED)
