"""Tests, lots and controls for tests, made through the actions. The numbers are made up."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from uuid import UUID

from medoffice.clinic.office_lab.api import enter_test, run_controls, set_up_test, take_control, take_kit
from medoffice.clinic.office_lab.types import ControlSaid, Every, SaidOfTest, Scale, Westgard
from medoffice.clinic.orders.api import place_order
from medoffice.practice.tests.makers import Office
from medoffice.security.types import PROGRAM

ENDS = date(2027, 6, 30)
STREP = SaidOfTest(
    key="rapid_strep", name="Rapid strep A", scale=Scale.QUALITATIVE, levels=("negative", "positive"), every=Every.LOT,
    answers=("negative", "positive", "invalid"), unusual=("positive", "invalid"),
)  # fmt: skip
GLUCOSE = SaidOfTest(
    key="glucose_poc", name="Glucose, fingerstick", scale=Scale.QUANTITATIVE, levels=("low", "high"), every=Every.DAY,
    unit="mg/dL", low=Decimal(70), high=Decimal(140), least=Decimal(20), most=Decimal(600), loinc="41653-7",
    rejects=(Westgard.ONE_3S, Westgard.TWO_2S, Westgard.R_4S, Westgard.FOUR_1S, Westgard.TEN_X),
)  # fmt: skip
LOW = ControlSaid("low", "QL1", ENDS, mean=Decimal(50), sd=Decimal(2))
HIGH = ControlSaid("high", "QH1", ENDS, mean=Decimal(300), sd=Decimal(10))
PASSES: Mapping[str, Mapping[str, str]] = {
    "rapid_strep": {"negative": "negative", "positive": "positive"},
    "glucose_poc": {"low": "51", "high": "295"},
}


def make_kit(office: Office, said: SaidOfTest = STREP, lot: str = "ST26A", *, ready: bool = True) -> UUID:
    """A lot of a test with a control for each level at the office's site; their controls passed, if it is ready."""
    test = set_up_test(actor=PROGRAM, said=said)
    for level in said.levels:
        sheet = ControlSaid(level, f"C{level[:3]}", ENDS, expected=level) if said is STREP else None
        told = sheet or (LOW if level == "low" else HIGH)
        take_control(actor=PROGRAM, test_id=test, site_id=office.site_id, said=told)
    kit = take_kit(actor=PROGRAM, test_id=test, site_id=office.site_id, lot=lot, expires=ENDS)
    if ready:
        run_controls(actor=PROGRAM, kit_id=kit, values=PASSES[said.key])
    return kit


def make_tested(visit: UUID, kit: UUID, value: str = "positive") -> UUID:
    """What was found at a visit with a kit of rapid strep."""
    order = place_order(actor=PROGRAM, encounter_id=visit, key=STREP.key, words="Rapid streptococcus test")
    return enter_test(actor=PROGRAM, encounter_id=visit, order_id=order, kit_id=kit, value=value)
