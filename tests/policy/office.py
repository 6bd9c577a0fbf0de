"""An office with one patient whose name nobody else has, at every stage from call to statement; and all addresses."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from medoffice.clinic.charting.api import add_addendum, enter_on_list, incoming_of, note_of, take_in_entries
from medoffice.clinic.charting.types import Cause, CauseKind, Incoming, ListKind
from medoffice.clinic.charting.types import Told as Entry
from medoffice.clinic.orders.api import place_order
from medoffice.front_office.calls.api import add_note, promises_of, take_call
from medoffice.front_office.calls.types import CallKind
from medoffice.front_office.check_in.api import card, check_in, keep_card
from medoffice.front_office.forms.models import Definition, Filled
from medoffice.front_office.forms.tests.makers import make_forms
from medoffice.front_office.outreach.api import add_to_waitlist, queue_message
from medoffice.front_office.outreach.models import Missed, Offer, Recall
from medoffice.front_office.outreach.types.messages import Purpose
from medoffice.front_office.scheduling.api import book, define_visit_type
from medoffice.front_office.scheduling.models import Hold
from medoffice.kernel import clock, files
from medoffice.kernel.ids import new_id
from medoffice.kernel.money import Money
from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_work
from medoffice.practice.models import Payer, Site, Staff
from medoffice.practice.tests.makers import ADDRESS, Office
from medoffice.records.coverage.api import open_case
from medoffice.records.coverage.types import CaseKind
from medoffice.records.documents.tests.makers import png
from medoffice.records.patients.api import merge_patients, register_patient
from medoffice.records.patients.api import patient as who_is
from medoffice.records.patients.models import Contact, MaybeSame, Patient, Said
from medoffice.records.patients.types.people import PatientName
from medoffice.revenue.billing.api import capture_charges, make_statement, take_payment, transfer_to_patient
from medoffice.revenue.billing.models import AccountEvent
from medoffice.revenue.billing.tests.makers import insure, make_office
from medoffice.revenue.billing.types import Method
from medoffice.revenue.claims.api import prepare_claims, receive_file, send_claims
from medoffice.revenue.claims.models import Remittance
from medoffice.revenue.claims.tests.makers import advice, interchange
from medoffice.revenue.coding.tests.makers import make_coded
from medoffice.security.api import deny_subject, label_visit, record_consent
from medoffice.security.models import Access, User
from medoffice.security.tests.makers import make_user
from medoffice.security.types import PROGRAM, Label
from tests.policy.letters import letters
from tests.policy.office_codes import codes
from tests.policy.office_copies import copies
from tests.policy.office_immunizations import immunizations
from tests.policy.office_referrals import sent_on
from tests.policy.office_results import results
from tests.policy.office_rights import of_an_entry, rights

NOON = datetime(2026, 11, 24, 18, tzinfo=UTC)
# What the office knows of the patient. None of it may ever be in a log or an address.
FAMILY, GIVEN, PHONE, EMAIL = "Zyxwandrova", "Quillibranda", "(217) 555-0177", "quillibranda@example.com"
ALERT, BORN = "Grevillea allergy", datetime(1931, 2, 3, tzinfo=UTC).date()
SAID = "Purplish thumb since Tuesday"
SECRETS = (FAMILY, GIVEN, PHONE, "2175550177", EMAIL, ALERT, "Grevillea", SAID, "Purplish", "1931-02-03", "02/03/1931")


@dataclass(frozen=True)
class Told:
    """What the office knows of a patient: who they are, what a visit was for, what its note says."""

    family: str = FAMILY
    given: str = GIVEN
    phone: str = PHONE
    email: str = EMAIL
    alert: str = ALERT
    said: str = SAID
    note: str = ""


@dataclass(frozen=True)
class World:
    """The patient, and an id for each name that an address may hold."""

    patient_id: UUID
    ids: dict[str, UUID | str]


def make_world() -> World:
    """The office of these tests with one patient, everything through the actions."""
    return make_story(make_place(), Told())


def make_place() -> Office:
    """The office, before anybody calls."""
    office = make_office()
    define_visit_type(actor=PROGRAM, key="sick", name="Sick visit", minutes=20)
    return office


def make_story(office: Office, told: Told) -> World:
    """A patient at every stage from call to statement."""
    patient = register_patient(
        actor=PROGRAM,
        name=PatientName(told.family, told.given),
        sex="F",
        birth_date=BORN,
        phone=told.phone,
        email=told.email,
        alert=told.alert,
        address=ADDRESS,
    )
    coverage = insure(office, patient)
    call, appointment = _booked(office, patient, told)
    coded = make_coded(office, patient, "visit")
    if told.note:
        add_addendum(actor=office.provider, note_id=_note(coded), text=told.note)
    (charge,) = capture_charges(actor=PROGRAM, encounter_id=coded)
    (claim,) = prepare_claims(actor=PROGRAM, encounter_id=coded)
    send_claims(actor=PROGRAM)
    receipt = take_payment(actor=PROGRAM, patient_id=patient, amount=Money(2_500), method=Method.CASH)
    transfer_to_patient(actor=PROGRAM, charge_id=charge, amount=Money(9_000), why="deductible")
    _advised(patient)
    encounter = check_in(actor=PROGRAM, appointment_id=appointment, identity_checked="birth date")
    order = place_order(actor=PROGRAM, encounter_id=encounter, key="strep", words="Rapid strep test")
    work = open_work(
        actor=PROGRAM, kind="call", title="Call back", ref=Ref("call", call), patient_id=patient, key=str(new_id())
    )
    return World(
        patient,
        {
            **_office_ids(office) | _privacy(patient) | immunizations(office, encounter),
            "patient_id": patient,
            "call_id": call,
            "promise_id": promises_of([call])[0].id,
            "appointment_id": appointment,
            "encounter_id": coded,
            "visit_id": encounter,
            "charge_id": charge,
            "claim_id": claim,
            "receipt_id": receipt,
            "statement_id": make_statement(actor=PROGRAM, patient_id=patient),
            "remittance_id": Remittance.objects.order_by("-id")[0].id,
            "coverage_id": coverage,
            **_paper(patient) | _lists(patient, encounter, told) | sent_on(office, patient, coded, told.said),
            **results(office, patient, encounter, (told.family, told.given), told.said),
            "order_id": order,
            **codes(coded, encounter, told.said),
            "entry_id": AccountEvent.objects.filter(patient_id=patient).order_by("id")[0].entry_id,
            "item_id": work,
            **_outreach(patient, appointment) | {"kind": "charge", "note_key": "visit", "thing_id": charge},
        },
    )


def _advised(patient: UUID) -> None:
    """A payer's file comes that pays nothing."""
    era = interchange(
        advice("", trace=f"T{patient.hex[:8]}", amount="0", method="NON"), control=1 + patient.int % 9_999
    )
    receive_file(actor=PROGRAM, name="era.x12", data=era)


def _twice(patient: UUID) -> dict[str, UUID | str]:
    """A record that was merged into the patient's, and another that is not."""
    once, other = (
        register_patient(actor=PROGRAM, name=PatientName(name), sex="F", birth_date=date(1944, 5, 6))
        for name in ("Once", "Other")
    )
    seen = who_is(patient).version
    done = merge_patients(actor=PROGRAM, survivor_id=patient, merged_id=once, seen=seen, seen_merged=1, picks={})
    low, high = sorted((patient, other))
    asked = MaybeSame.objects.create(one=low, other=high, likely=0.9, reasons=["same sex"], found_at=clock.now())
    return {"other_id": other, "merge_id": done, "pair_id": asked.id}


def _outreach(patient: UUID, appointment: UUID) -> dict[str, UUID | str]:
    """What the office says to the patient by itself, and what the patient says."""
    about = Ref("appointment", appointment)
    waiter = add_to_waitlist(actor=PROGRAM, patient_id=patient, kind="sick")
    said = {"when": "today", "provider": "Dr Okafor"}
    return {
        "recall_id": Recall.objects.create(
            patient_id=patient,
            name="see again",
            visit_type_id="sick",
            due_on=clock.now().date(),
            state="due",
            made_at=clock.now(),
            made_by="a test",
        ).id,
        "missed_id": Missed.objects.create(
            appointment_id=appointment,
            patient_id=patient,
            state="no_show",
            at=clock.now(),
            before=0,
            fee_state="none",
        ).id,
        "waiter_id": waiter,
        "offer_id": _offered(waiter),
        "message_id": queue_message(
            actor=PROGRAM,
            patient_id=patient,
            purpose=Purpose.MISSED,
            about=about,
            key=f"missed {appointment}",
            values=said,
            visit_id=appointment,
        ),
        **_forms(patient, appointment),
    }


def _forms(patient: UUID, appointment: UUID) -> dict[str, UUID | str]:
    """What the patient signed, and what they say of themselves."""
    if not Definition.objects.exists():
        make_forms()
    signed = Filled.objects.create(
        definition=Definition.objects.order_by("key")[0],
        patient_id=patient,
        appointment_id=appointment,
        response={"resourceType": "QuestionnaireResponse", "item": []},
        signed_name="A Patient",
        sha256=files.store(b"%PDF-1.4 a signed page", "application/pdf"),
        filled_at=clock.now(),
        taken_by="a test",
    )
    said = Said.objects.create(
        patient_id=patient, field="phone", said="(217) 555-0188", said_at=clock.now(), noted_by="a test"
    )
    work = Contact.objects.create(patient_id=patient, system="phone", use="work", value=PHONE, since=clock.now())
    Patient.objects.filter(id=patient).update(photo=files.store(png(), "image/png"))
    return {"filled_id": signed.id, "said_id": said.id, "contact_id": work.id, "group": "reach"}


def _lists(patient: UUID, encounter: UUID, told: Told) -> dict[str, UUID | str]:
    """What the patient said at the visit stands on a list, and waits beside it; nothing else names it."""
    at_visit = Cause(CauseKind.ENCOUNTER, encounter)
    entry = enter_on_list(
        actor=PROGRAM, patient_id=patient, kind=ListKind.PROBLEM, told=Entry(told.said), cause=at_visit
    )
    came = [Incoming(ListKind.PROBLEM, Entry(told.said), "one")]
    take_in_entries(actor=PROGRAM, patient_id=patient, entries=came, cause=at_visit)
    asked = of_an_entry(patient, entry)
    return {"listed_id": entry, "list_kind": "problem", "incoming_id": incoming_of(PROGRAM, patient)[0].id, **asked}


def _paper(patient: UUID) -> dict[str, UUID | str]:
    """A case of the patient's, and a card that was scanned."""
    case = open_case(
        actor=PROGRAM, patient_id=patient, kind=CaseKind.EMPLOYER, payer_id=None, employer="Quarry Works",
        opened_on=date(2026, 1, 1),
    )  # fmt: skip
    kept = keep_card(actor=PROGRAM, patient_id=patient, front=png(), back=b"", lines=None)
    return {**letters(patient), **copies(patient), **rights(patient)} | {
        "case_id": case,
        "card_id": kept,
        "document_id": card(kept).front_id,
    }


def _offered(waiter: UUID) -> UUID:
    """A time that was offered to the patient and is over."""
    where, who, at = Site.objects.get().id, Staff.objects.filter(is_provider=True)[0].id, clock.now()
    hold = Hold.objects.create(
        provider_id=who,
        site_id=where,
        visit_type_id="sick",
        during=(at, at + timedelta(minutes=20)),
        until=at,
        says="offered",
        made_by="a test",
        made_at=at,
        ended_at=at,
    )
    offer = Offer.objects.create(
        waiter_id=waiter,
        hold=hold,
        provider_id=who,
        site_id=where,
        starts=at + timedelta(minutes=5),
        ends=at + timedelta(minutes=25),
        state="expired",
        made_at=at,
        until=at,
    )
    return offer.id


def _office_ids(office: Office) -> dict[str, UUID | str]:
    """What is the office's, not a patient's."""
    return {
        "site_id": office.site_id,
        "staff_id": office.provider_id,
        "payer_id": Payer.objects.get().id,
        "user_id": office.provider.id,
        "factor_id": "7",
        "number": "1110",
        "page": "1",
        "part": "1",
        "report": "visits_by_day",
        "verb": "confirm",
    }


def _note(encounter_id: UUID) -> UUID:
    written = note_of(encounter_id)
    assert written is not None
    return written.id


def _privacy(patient: UUID) -> dict[str, UUID | str]:
    """Somebody kept away, who once opened the record; and a consent to what an earlier visit was for."""
    gone = User.objects.filter(username="gone").first()
    who = gone.id if gone else make_user("gone", "Kim Ott").id
    things = [new_id()]
    label = label_visit(actor=PROGRAM, subject=patient, things=things, label=Label.PART2, why="asked for")
    now = clock.now()
    access = Access.objects.create(
        user_id=who,
        subject=patient,
        emergency=False,
        code="request",
        why="a question",
        began_at=now,
        ends_at=now + timedelta(minutes=60),
        ended_at=now,
    )
    return {
        **_twice(patient),
        "label_id": label,
        "consent_id": record_consent(actor=PROGRAM, label_id=label, words="signed"),
        "denial_id": deny_subject(actor=PROGRAM, user_id=who, subject=patient, reason="a neighbour"),
        "access_id": access.id,
    }


def _booked(office: Office, patient: UUID, told: Told) -> tuple[UUID, UUID]:
    """A call of the patient, and the appointment made of it."""
    call = take_call(
        actor=PROGRAM,
        kind=CallKind.SYMPTOMS,
        patient_id=patient,
        caller=f"{told.given} {told.family}",
        relation="self",
        identity_checked="name, birth date",
        phone=told.phone,
        reason=told.said,
    )
    appointment = book(
        actor=PROGRAM,
        patient_id=patient,
        provider_id=office.provider_id,
        site_id=office.site_id,
        starts=NOON,
        visit_type="sick",
        reason=told.said,
        call_id=call,
        walk_in=True,
    )
    add_note(actor=PROGRAM, call_id=call, words="We call back @+2h")
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
