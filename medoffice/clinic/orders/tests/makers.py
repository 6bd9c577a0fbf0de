"""Orders and laboratories for tests, made through the actions."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from medoffice.clinic.orders.api import (
    give_notice,
    import_tests,
    keep_laboratory,
    order_tests,
    place_order,
    requisition,
)
from medoffice.clinic.orders.models import Order, Requisition
from medoffice.clinic.orders.types import Asked, Choice, Ground, LabTest, RequisitionState, Support
from medoffice.kernel.money import Money
from medoffice.practice.api import today_here
from medoffice.practice.tests.makers import Office
from medoffice.security.types import PROGRAM, Actor

TESTS = (
    LabTest("CMP", "Metabolic panel", "serum", fasting=True),
    LabTest("LIP", "Lipid panel", "serum", fasting=True),
    LabTest("TSH", "Thyrotropin", "serum"),
    LabTest("UCX", "Urine culture", "urine", asks=("How was it collected?",)),
)
BILLED = (
    LabTest("TSH", "Thyrotropin", "serum", billed=("Z9901",)),
    LabTest("CMP", "Metabolic panel", "serum", billed=("Z9902",)),
    LabTest("LIP", "Lipid panel", "serum"),
)
WHY = ("J02.9",)
Told = dict[str, tuple[Support, str]]


class Judge:
    """Medicare, as far as a test says it: what it pays, and what it does not."""

    def __init__(self) -> None:
        self.told: Told | None = {
            "Z9901": (Support.AGAINST, "J02.9: not listed for Z9901."),
            "Z9902": (Support.LISTED, "Z9902: listed by A1."),
        }

    def __call__(self, _who: UUID, _on: date, _codes: Sequence[str], _why: Sequence[str]) -> Told | None:
        return self.told


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


def make_billed_laboratory() -> UUID:
    """A laboratory whose list says by which codes its tests are billed."""
    made = make_laboratory()
    import_tests(actor=PROGRAM, laboratory_id=made, tests=BILLED)
    return made


def chosen(actor: Actor, asked: UUID, choice: Choice, **more: Any) -> None:  # noqa: ANN401 - what is typed
    """What a patient chose on a notice about one test; ``more`` as it is typed otherwise."""
    typed: dict[str, Any] = {
        "codes": ("TSH",), "ground": Ground.NECESSITY, "reason": "Not for a sore throat", "cost": Money(4_200),
        "signed_on": today_here(),
    }  # fmt: skip
    seen = requisition(asked).version
    give_notice(actor=actor, requisition_id=asked, seen_version=seen, choice=choice, **{**typed, **more})
