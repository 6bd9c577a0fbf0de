"""An office with one patient whose name nobody else has, at every stage from call to statement; and all addresses."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from medoffice.clinic.orders.api import place_order
from medoffice.clinic.orders.models import Order
from medoffice.front_office.calls.api import take_call
from medoffice.front_office.calls.types import CallKind
from medoffice.front_office.check_in.api import check_in
from medoffice.front_office.scheduling.api import book, define_visit_type
from medoffice.kernel.ids import new_id
from medoffice.kernel.money import Money
from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_work
from medoffice.practice.models import Payer
from medoffice.practice.tests.makers import ADDRESS, Office
from medoffice.records.patients.api import register_patient
from medoffice.records.patients.models import Patient
from medoffice.records.patients.types import PatientName
from medoffice.revenue.billing.api import capture_charges, make_statement, take_payment, transfer_to_patient
from medoffice.revenue.billing.models import AccountEvent
from medoffice.revenue.billing.tests.makers import insure, make_office
from medoffice.revenue.billing.types import Method
from medoffice.revenue.claims.api import prepare_claims, receive_file, send_claims
from medoffice.revenue.claims.models import Remittance
from medoffice.revenue.claims.tests.makers import advice, interchange
from medoffice.revenue.coding.models import Coding, Diagnosis
from medoffice.revenue.coding.tests.makers import make_coded
from medoffice.security.types import PROGRAM

NOON = datetime(2026, 11, 24, 18, tzinfo=UTC)
# What the office knows of the patient. None of it may ever be in a log or an address.
FAMILY, GIVEN, PHONE, EMAIL = "Zyxwandrova", "Quillibranda", "(217) 555-0177", "quillibranda@example.com"
ALERT, BORN = "Grevillea allergy", datetime(1931, 2, 3, tzinfo=UTC).date()
SAID = "Purplish thumb since Tuesday"
SECRETS = (FAMILY, GIVEN, PHONE, "2175550177", EMAIL, ALERT, "Grevillea", SAID, "Purplish", "1931-02-03", "02/03/1931")


@dataclass(frozen=True)
class World:
    """The patient, and an id for each name that an address may hold."""

    patient_id: UUID
    ids: dict[str, UUID | str]


def make_world() -> World:
    """The office of these tests, everything through the actions."""
    office = make_office()
    define_visit_type(actor=PROGRAM, key="sick", name="Sick visit", minutes=20)
    patient = register_patient(
        actor=PROGRAM,
        name=PatientName(FAMILY, GIVEN),
        sex="F",
        birth_date=BORN,
        phone=PHONE,
        email=EMAIL,
        alert=ALERT,
        address=ADDRESS,
    )
    coverage = insure(office, patient)
    call, appointment = _booked(office, patient)
    coded = make_coded(office, patient, "visit")
    (charge,) = capture_charges(actor=PROGRAM, encounter_id=coded)
    (claim,) = prepare_claims(actor=PROGRAM, encounter_id=coded)
    send_claims(actor=PROGRAM)
    receipt = take_payment(actor=PROGRAM, patient_id=patient, amount=Money(2_500), method=Method.CASH)
    transfer_to_patient(actor=PROGRAM, charge_id=charge, amount=Money(9_000), why="deductible")
    receive_file(actor=PROGRAM, name="era.x12", data=interchange(advice("", trace="T1", amount="0", method="NON")))
    encounter = check_in(actor=PROGRAM, appointment_id=appointment, identity_checked="birth date")
    place_order(actor=PROGRAM, encounter_id=encounter, key="strep", words="Rapid strep test")
    work = open_work(
        actor=PROGRAM, kind="call", title="Call back", ref=Ref("call", call), patient_id=patient, key=str(new_id())
    )
    coding = Coding.objects.get(encounter_id=coded)
    return World(
        patient,
        {
            "patient_id": patient,
            "call_id": call,
            "appointment_id": appointment,
            "encounter_id": coded,
            "charge_id": charge,
            "claim_id": claim,
            "receipt_id": receipt,
            "statement_id": make_statement(actor=PROGRAM, patient_id=patient),
            "remittance_id": Remittance.objects.get().id,
            "coverage_id": coverage,
            "order_id": Order.objects.get().id,
            "coding_id": coding.id,
            "code_id": Diagnosis.objects.get(coding=coding).id,
            "entry_id": AccountEvent.objects.order_by("id")[0].entry_id,
            "item_id": work,
            "site_id": office.site_id,
            "staff_id": office.provider_id,
            "payer_id": Payer.objects.get().id,
            "user_id": office.provider.id,
            "factor_id": "7",
            "number": "1110",
            "verb": "confirm",
            "kind": "charge",
            "thing_id": charge,
        },
    )


def _booked(office: Office, patient: UUID) -> tuple[UUID, UUID]:
    """A call of the patient, and the appointment made of it."""
    call = take_call(
        actor=PROGRAM,
        kind=CallKind.SYMPTOMS,
        patient_id=patient,
        caller=f"{GIVEN} {FAMILY}",
        relation="self",
        identity_checked="birth date",
        phone=PHONE,
        reason=SAID,
    )
    appointment = book(
        actor=PROGRAM,
        patient_id=patient,
        provider_id=office.provider_id,
        site_id=office.site_id,
        starts=NOON,
        visit_type="sick",
        reason=SAID,
        call_id=call,
        walk_in=True,
    )
    return call, appointment


@dataclass(frozen=True)
class Route:
    """One address of the house and the view behind it."""

    name: str
    view: Callable[..., Any]
    kwargs: tuple[str, ...]

    @property
    def word(self) -> str:
        """The word the view is guarded by; empty if nothing guards it."""
        return str(getattr(self.view, "policy_word", ""))

    @property
    def reason(self) -> str:
        """Why the view needs no sign-in, if it says so."""
        return str(getattr(self.view, "open_because", ""))

    def path(self, ids: dict[str, UUID | str]) -> str:
        """The address with these ids; what is not among them is the id of nothing."""
        return reverse(self.name, kwargs={name: ids.get(name, UUID(int=7)) for name in self.kwargs})


def routes(patterns: list[URLPattern | URLResolver] | None = None, space: str = "") -> Iterator[Route]:
    """Every address of the house, or below these patterns."""
    for entry in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(entry, URLResolver):
            yield from routes(entry.url_patterns, f"{space}{entry.namespace}:" if entry.namespace else space)
        else:
            yield Route(f"{space}{entry.name}", entry.callback, tuple(entry.pattern.converters))


def patient_facts() -> list[str]:
    """All that must not be told, with the numbers the office gave the patient."""
    return [*SECRETS, *Patient.objects.filter(family=FAMILY).values_list("mrn", flat=True)]
