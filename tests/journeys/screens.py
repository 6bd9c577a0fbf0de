"""A small office with something on every screen, made through the actions, and the addresses of all its screens."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from uuid import UUID

from django.urls import reverse

from medoffice.clinic.charting.api import (
    note_of,
    start_note,
)
from medoffice.clinic.orders.api import perform_order, place_order
from medoffice.front_office.calls.api import bring_in_messages, take_call
from medoffice.front_office.calls.types import CallKind, ListName
from medoffice.front_office.check_in.api import ask_for_visit, check_in, keep_card, room_patient, send_to_check_out
from medoffice.front_office.flow.api import call_on_display, start_display
from medoffice.front_office.forms.api import fill_form, filled_by, hand_forms, handed_for
from medoffice.front_office.forms.tests.makers import make_forms
from medoffice.front_office.scheduling.api import book, define_visit_type, make_confidential
from medoffice.kernel import clock
from medoffice.kernel.money import Money
from medoffice.management.downtime.api import make_pack, set_up_packs
from medoffice.practice.api import work_items
from medoffice.records.coverage.api import open_case
from medoffice.records.coverage.types import CaseKind
from medoffice.records.documents.tests.makers import png
from medoffice.records.patients.api import merge_patients, note_said, patient, permit_person
from medoffice.records.patients.models import MaybeSame
from medoffice.records.patients.tests.makers import make_patient
from medoffice.revenue.billing.api import account_of, charges_of, make_statement, receipts_of, take_payment
from medoffice.revenue.billing.tests.makers import insure
from medoffice.revenue.billing.types import Method
from medoffice.revenue.books.api import make_deposit
from medoffice.revenue.claims.api import remittances
from medoffice.revenue.claims.tests.hand_computed.shapes import claim, line
from medoffice.revenue.claims.tests.makers import Place, advice, interchange, make_place
from medoffice.revenue.coding.tests.makers import make_coded, make_visit
from medoffice.security.api import (
    actor_named,
    break_glass,
    deny_subject,
    label_patient,
    open_record,
    record_consent,
)
from medoffice.security.tests.makers import CAST, make_user, person
from medoffice.security.types import PROGRAM, Label, Reason
from tests.journeys.screens_authorizations import authorizations
from tests.journeys.screens_chart import chart, measures
from tests.journeys.screens_charts import charts as paper_charts
from tests.journeys.screens_coding import coding
from tests.journeys.screens_dictation import dictations
from tests.journeys.screens_documents import documents
from tests.journeys.screens_immunizations import immunizations
from tests.journeys.screens_letters import letters
from tests.journeys.screens_outreach import outreach
from tests.journeys.screens_prescriptions import prescriptions
from tests.journeys.screens_referrals import referrals
from tests.journeys.screens_releases import releases
from tests.journeys.screens_results import results
from tests.journeys.screens_rights import rights

MORNING = datetime(2026, 11, 24, 16, 14, tzinfo=UTC)  # Tuesday 10:14 in Chicago
SAYS = "Sore throat since Sunday & a fever; \u201cworse at night\u201d. Asks for Dr Okafor."
LONG = ("Okonkwo-Featherstonehaugh de la Fuente", "Adaeze Maria Immaculata")


@dataclass
class Screens:
    """Addresses with who opens them, by route; ``more`` has further states of a route."""

    by_route: dict[str, list[tuple[str, str]]] = field(default_factory=dict)

    def add(self, who: str, route: str, *args: object, query: str = "") -> None:
        """A screen that somebody opens."""
        self.by_route.setdefault(route, []).append((who, reverse(route, args=args) + query))

    @property
    def firsts(self) -> list[tuple[str, str]]:
        """One address of each route."""
        return sorted(found[0] for found in self.by_route.values())

    @property
    def all(self) -> list[tuple[str, str]]:
        """Every address, grouped by who opens it."""
        return sorted(one for found in self.by_route.values() for one in found)


@dataclass(frozen=True)
class Visits:
    """Today's visits and calls of the small office."""

    call: UUID
    call_linked: UUID
    due: UUID
    booked: UUID
    roomed: UUID
    leaving: UUID
    to_code: UUID
    coded: UUID


def make_small_office() -> Screens:
    """The office on a Tuesday morning, with its screens."""
    clock.freeze(MORNING)
    place = make_place()
    for key in (key for key in CAST if key != "okafor"):
        person(key)
    define_visit_type(actor=PROGRAM, key="sick", name="Sick visit", minutes=20)
    visits = _visits(place)
    _money(place)
    screens = Screens()
    _front(screens, place, visits)
    _revenue(screens, place, visits)
    outreach(screens.add, place, MORNING)
    letters(screens.add, place)
    documents(screens.add, place.patient_id)
    referrals(screens.add, place)
    prescriptions(screens.add, place)
    authorizations(screens.add, place)
    dictations(screens.add, place)
    releases(screens.add, place.patient_id)
    rights(screens.add, place.patient_id)
    results(screens.add, place)
    immunizations(screens.add, place)
    paper_charts(screens.add, place.patient_id)
    _office(screens, place)
    return screens


def _visits(place: Place) -> Visits:
    office, long = place.office, make_patient(*LONG)
    insure(office, long)
    permit_person(actor=PROGRAM, patient_id=long, name="Nguyễn Thị Hoa", relation="mother")
    call = _call(CallKind.APPOINTMENT, "Cannot come today, is 王芳 her name?", None)
    linked = _call(CallKind.SYMPTOMS, SAYS, long)
    booked = [
        book(
            actor=PROGRAM,
            patient_id=who,
            provider_id=office.provider_id,
            site_id=office.site_id,
            starts=MORNING,
            visit_type="sick",
            reason="sore throat and a cough for three days",
            call_id=linked,
            walk_in=True,
        )
        for who in (long, place.patient_id, make_patient("عبد الله", "عمر"))
    ]
    roomed, leaving = (
        check_in(actor=PROGRAM, appointment_id=one, identity_checked="name, birth date") for one in booked[1:]
    )
    for encounter_id, room in ((roomed, "Room 1"), (leaving, "Room 2")):
        room_patient(actor=PROGRAM, encounter_id=encounter_id, room=room)
    send_to_check_out(actor=PROGRAM, encounter_id=leaving)
    start_note(actor=PROGRAM, encounter_id=roomed, text="Cough, <b>worse</b> at night.")
    done = place_order(actor=PROGRAM, encounter_id=roomed, key="culture", words="Throat culture")
    perform_order(actor=PROGRAM, order_id=done, result="negative")
    place_order(actor=PROGRAM, encounter_id=roomed, key="shot", words="Influenza vaccine")
    to_code, coded = make_visit(office, place.patient_id), make_coded(office, long, "visit", "culture")
    return Visits(call, linked, booked[0], booked[1], roomed, leaving, to_code, coded)


def _call(kind: CallKind, reason: str, about: UUID | None) -> UUID:
    return take_call(
        actor=PROGRAM,
        kind=kind,
        caller="Nguyễn, Thị Hoa",
        relation="mother",
        phone="217-555-0142",
        reason=reason,
        patient_id=about,
        identity_checked="name, birth date" if about else "",
        urgent=about is None,
    )


def _money(place: Place) -> None:
    """One claim paid, one denied, one waiting; a receipt, a statement, a deposit."""
    place.visit("visit", desk=2_500)
    place.visit("culture")
    place.visit("visit", "shot")
    paid = claim("A", "1", "150", "60", "60", line("A1", "ZZ001", "150", "60", "CO 45 30", "PR 1 60"))
    denied = claim("B", "4", "40", "0", "0", line("B1", "ZZ002", "40", "0", "CO 16 40"))
    text = "".join((paid, denied)).format(**place.names())
    place.receive(interchange(advice(text, trace="T1", amount="60")))
    lost = paid.format(**place.names() | {"A": "LOST"})
    wrong = advice(paid.format(**place.names()), trace="T3", amount="61")
    place.receive(interchange(advice(lost, trace="T2", amount="60"), wrong, control=2))
    take_payment(actor=PROGRAM, patient_id=make_patient("Quist", "Daniel"), amount=Money(4_000), method=Method.CARD)
    make_statement(actor=PROGRAM, patient_id=place.patient_id)
    make_deposit(actor=PROGRAM, kind="cash", on=date(2026, 11, 24))


def _front(screens: Screens, place: Place, visits: Visits) -> None:
    who = place.patient_id
    for route in ("desks:front", "desks:work", "desks:tour", "desks:follow-search", "scheduling:day"):
        screens.add("vega", route)
    for route in ("security:password", "security:me", "security:app", "security:where"):
        screens.add("lind", route)
    screens.add("lind", "desks:check-in", visits.due)
    screens.add("lind", "desks:check-out", visits.leaving)
    screens.add("lind", "desks:summary", visits.leaving)
    screens.add("lind", "check_in:was-here", visits.leaving)
    _flow(screens, place, visits)
    _forms(screens, visits, who)
    screens.add("lind", "calls:call", visits.call)
    screens.add("lind", "calls:call", visits.call_linked)
    screens.add("haddad", "calls:call", visits.call_linked)
    for route in ("calls:log", "calls:new", "calls:cards", "calls:on-call", "calls:answering"):
        screens.add("lind", route)
    screens.add("lind", "calls:new", query=f"?who={who}")
    screens.add("lind", "calls:also", visits.call_linked, who)
    screens.add("lind", "calls:balance", visits.call_linked)
    for sheet in ("hours", "fasting"):
        screens.add("lind", "calls:card", sheet, query="?in=es")
    _telephone(screens)
    screens.add("lind", "scheduling:book", who)
    screens.add("lind", "scheduling:day", query="?on=11/29/2026")
    for route in ("week", "list", "sheets"):
        screens.add("lind", f"scheduling:{route}")
    screens.add("lind", "scheduling:series", who)
    for route in ("desks:day", "scheduling:my-feed"):
        screens.add("okafor", route)
    screens.add("lind", "patients:register")
    screens.add("lind", "scheduling:appointment", visits.booked)
    for route in (
        "desks:patient",
        "patients:change",
        "patients:comfort",
        "patients:contacts",
        "patients:photo",
        "patients:people",
        "patients:same",
        "coverage:patient",
        "check_in:walk-in",
    ):
        screens.add("lind", route, who)
    for group in ("name", "told", "doctor", "needs"):
        screens.add("lind", "patients:change", who, query=f"?edit={group}&here=1")
    _twice(screens, who)
    _insurance(screens, who, visits)
    for visit in (visits.roomed, visits.to_code):
        screens.add("okafor", "charting:visit", visit)
    screens.add("okafor", "charting:revise", visits.to_code)
    screens.add("ruiz", "charting:visit", visits.leaving)
    measures(screens.add, place)
    chart(screens.add, who)


def _twice(screens: Screens, who: UUID) -> None:
    """A record like the patient's, to merge; and one that was merged, to take apart."""
    other, once = (make_patient("Quist", given, phone="(217) 555-0177") for given in ("Marisel", "Once"))
    screens.add("lind", "patients:merge", who, other)
    seen = patient(who).version
    done = merge_patients(actor=PROGRAM, survivor_id=who, merged_id=once, seen=seen, seen_merged=1, picks={})
    screens.add("lind", "patients:unmerge", who, done)
    screens.add("lind", "patients:twice")
    low, high = sorted((who, other))
    asked = MaybeSame.objects.create(one=low, other=high, likely=0.9, reasons=["same sex"], found_at=MORNING)
    screens.add("lind", "patients:twice-pair", asked.id)


def _forms(screens: Screens, visits: Visits, who: UUID) -> None:
    """Two forms of the office, one of them signed on a tablet; what the patient said there waits for a decision."""
    make_forms()
    token = hand_forms(actor=PROGRAM, appointment_id=visits.due)
    screens.add("lind", "forms:at", token)
    out = handed_for(visits.due)
    assert out is not None
    consent = next(one for one in out.waiting if one.key == "consent")
    fill_form(actor=PROGRAM, link_id=out.id, definition_id=consent.id, typed={}, signed_name="Adaeze Okonkwo")
    note_said(actor=PROGRAM, patient_id=who, told={"phone": "217-555-0188"})
    (signed,) = filled_by(PROGRAM, out.patient_id)
    screens.add("lind", "forms:answers", signed.id)
    screens.add("lind", "patients:said", who)
    screens.add("ferreira", "forms:list")
    screens.add("ferreira", "patients:sizes")
    for form in ("about", "new"):
        screens.add("ferreira", "forms:edit", form)
    screens.add("ferreira", "forms:json", "about")


def _flow(screens: Screens, place: Place, visits: Visits) -> None:
    """Where everybody is; somebody agreed to be called on the screen in the waiting room."""
    token = start_display(actor=PROGRAM, site_id=place.office.site_id)
    call_on_display(actor=PROGRAM, encounter_id=visits.roomed, how="name")
    screens.add("lind", "flow:queue", token)
    for route in ("flow:where", "flow:day", "flow:waits", "desks:away", "desks:huddle"):
        screens.add("lind", route)
    for route in ("rooms", "timeline"):
        screens.add("lind", f"flow:{route}", visits.roomed)
    for route in ("figures", "set-up"):
        screens.add("ferreira", f"flow:{route}")


def _telephone(screens: Screens) -> None:
    """What the manager sees of the telephone; a night's messages, somebody on call, a hand-off that waits."""
    night = "received,caller,phone,message\n11/23/2026 22:15,Otto Quist,(217) 555-0101,Fever\nsoon,Ana,217,hello\n"
    bring_in_messages(actor=PROGRAM, name="night.csv", text=night)
    for route in ("calls:figures", "calls:phone-system", "calls:on-call"):
        screens.add("ferreira", route)
    for which in ListName:
        screens.add("ferreira", "calls:entries", which.value)
    screens.add("ferreira", "calls:entries", "kinds", query="?key=refill")


def _insurance(screens: Screens, who: UUID, visits: Visits) -> None:
    """Payers that are not reached, a case, and a card nobody has read."""
    ask_for_visit(actor=PROGRAM, appointment_id=visits.due)
    open_case(
        actor=PROGRAM, patient_id=who, kind=CaseKind.EMPLOYER, payer_id=None, employer="Quarry Works",
        opened_on=date(2026, 11, 21),
    )  # fmt: skip
    kept = keep_card(actor=PROGRAM, patient_id=who, front=png(640, 400), back=png(640, 400), lines=None)
    screens.add("lind", "check_in:insurance", visits.due)
    screens.add("lind", "check_in:card", kept)
    screens.add("lind", "coverage:line")
    for route in ("coverage:told", "coverage:case", "check_in:scan"):
        screens.add("lind", route, who)


def _revenue(screens: Screens, place: Place, visits: Visits) -> None:
    who = place.patient_id
    _, events = account_of(PROGRAM, who)
    (charge, *_) = charges_of(place.visits["A"])
    note = note_of(visits.coded)
    assert note is not None
    coding(screens.add, place, visits.to_code, visits.coded)
    screens.add("abara", "code_lists:lists")
    screens.add("abara", "code_lists:look")
    for route in ("billing:accounts", "billing:fees", "claims:board", "claims:remittances"):
        screens.add("chen", route)
    for group in ("denied", "payments set aside", "held", "decided"):
        screens.add("chen", "claims:board", query=f"?show={group}")
    screens.add("chen", "billing:account", who)
    screens.add("chen", "billing:charge", charge.id)
    screens.add("chen", "billing:receipt", receipts_of(who)[0].id)
    for letter in "ABC":
        screens.add("chen", "claims:claim", place.claim(letter).id)
    screens.add("chen", "claims:claim", place.claim("B").id, query="?from=denied")
    for payment in remittances():
        screens.add("chen", "claims:remittance", payment.id)
    for kind, thing in (("claim", place.claim("A").id), ("encounter", place.visits["C"]), ("note", note.id)):
        screens.add("vega", "desks:follow", kind, thing)
    for route in ("books:day", "books:deposits", "books:proofs", "ledger:journal", "ledger:balances"):
        screens.add("petrov", route)
    screens.add("petrov", "ledger:account", "1110")
    screens.add("petrov", "dashboard:reports")
    for report in ("visits_by_day", "charges_by_month", "site"):
        screens.add("petrov", "dashboard:report", report)
    screens.add("petrov", "ledger:entry", events[0].entry_id)


def _privacy(screens: Screens, place: Place) -> None:
    """A known person whose record somebody opened, a visit under Part 2 for which the glass is broken, a denial."""
    known = make_patient("Abernathy", "Mayor")
    visit = make_visit(place.office, known)
    label_patient(actor=PROGRAM, subject=known, label=Label.VIP, why="the mayor; asked for it")
    open_record(actor=actor_named("lind"), subject=known, code=Reason.APPOINTMENT, why="She called about Friday")
    label = make_confidential(actor=PROGRAM, visit_id=visit, label=Label.PART2, why="counselling")
    record_consent(actor=PROGRAM, label_id=label, words="Form of 11/20, in the file")
    kept = make_patient("Castellano", "Rue")
    hidden = make_visit(place.office, kept)
    make_confidential(actor=PROGRAM, visit_id=hidden, label=Label.PART2, why="counselling")
    deny_subject(actor=PROGRAM, user_id=actor_named("chen").id, subject=kept, reason="a neighbour")
    screens.add("chen", "security:open", known)
    screens.add("vega", "security:glass", kept)
    screens.add("lind", "charting:visit", hidden)
    helper = make_user("helper", "Kit Moss", "medical_assistant")
    emergency = break_glass(actor=helper, subject=kept, code=Reason.EMERGENCY, why="Found on the stairs")
    screens.add("helper", "charting:visit", hidden)
    screens.add("haddad", "compliance:reviews")
    screens.add("haddad", "compliance:review", emergency)
    screens.add("haddad", "compliance:patient", kept)
    screens.add("haddad", "compliance:patient", known)


def _office(screens: Screens, place: Place) -> None:
    for route in ("set-up", "office", "sites", "staff", "payers", "jobs"):
        screens.add("ferreira", f"practice:{route}")
    set_up_packs(actor=PROGRAM, password="quiet herons wade here", keep=48)
    make_pack(actor=PROGRAM)
    screens.add("ferreira", "downtime:packs")
    screens.add("ferreira", "downtime:set-up")
    screens.add("ferreira", "practice:site", place.office.site_id)
    screens.add("ferreira", "practice:member", place.office.provider_id)
    screens.add("ferreira", "practice:payer", place.office.payer_id)
    for route in ("kinds", "units", "rules", "holidays", "off", "insight"):
        screens.add("ferreira", f"scheduling:{route}")
    screens.add("ferreira", "scheduling:hours", place.office.provider_id)
    screens.add("ferreira", "coding:services")
    screens.add("ferreira", "security:users")
    screens.add("ferreira", "security:user", actor_named("lind").id)
    screens.add("ferreira", "security:rules")
    screens.add("vega", "practice:work-item", work_items(actor_named("vega"))[0].id)
    screens.add("haddad", "security:audit")
    _privacy(screens, place)
