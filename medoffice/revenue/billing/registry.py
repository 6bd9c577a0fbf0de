"""What billing offers to later rooms: its fact, its place in the chain; its tables are history."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.urls import reverse
from django.utils.timezone import get_current_timezone

from medoffice.front_office.calls.api import register_balance, register_reason_to_call
from medoffice.front_office.calls.types import Because
from medoffice.front_office.letters.api import register_merge_fields
from medoffice.front_office.letters.types.templates import About, FieldType, MergeField, Row, Values
from medoffice.front_office.outreach.api import register_missed_fee
from medoffice.front_office.scheduling.api import register_worth
from medoffice.kernel.facts import fact
from medoffice.kernel.money import Money
from medoffice.kernel.refusals import NotFound
from medoffice.kernel.trace import Ref, Step, finders, register_effects, tracers
from medoffice.kernel.worlds.grants import register_append_only
from medoffice.kernel.worlds.reports import register_report
from medoffice.practice.api import register_set_up_step, register_work_kind, today_here
from medoffice.practice.types import SetUpStep, WorkKind
from medoffice.revenue.billing.actions.charge_missed import charge_missed
from medoffice.revenue.billing.actions.telling import explained_balance
from medoffice.revenue.billing.queries import charges, events, money, statements
from medoffice.revenue.billing.types import Charge, ChargesCaptured, EventKind
from medoffice.security.api import can
from medoffice.security.types import Actor, Role
from medoffice.ui.navigation import Command, NavItem, register_command, register_navigation

LATELY = timedelta(days=45)

fact(ChargesCaptured)
register_worth(charges.charged)
register_append_only("charge")
register_append_only("account_event")
register_append_only("receipt")
register_append_only("receipt_taken_back")
register_append_only("refund")
register_append_only("statement")
register_report(
    "account_events_by_month",
    "What happened on patients' accounts in a month, by kind: charges, payments, adjustments, in cents",
    "SELECT date_trunc('month', date)::date AS month, kind, count(*) AS events,"
    " sum(insurance_cents)::bigint AS insurance_cents, sum(patient_cents)::bigint AS patient_cents,"
    " sum(unapplied_cents)::bigint AS unapplied_cents FROM public.account_event GROUP BY 1, 2",
    order="1 DESC, 2",
)
register_report(
    "charges_by_month",
    "The services charged in a month, by provider and code, in cents; fees for missed visits have the code 'fee'",
    "SELECT date_trunc('month', c.date)::date AS month, p.name AS provider,"
    " CASE WHEN c.encounter_id IS NULL THEN 'fee' ELSE c.code END AS code, count(*) AS charges,"
    " sum(c.units)::bigint AS units, sum(c.amount_cents)::bigint AS amount_cents"
    " FROM public.charge c JOIN report.provider p ON p.id = c.provider_id GROUP BY 1, 2, 3",
    order="1 DESC, 2, 3",
)
register_report(
    "open_balances_by_age",
    "What is open on charges by the age of the service, in cents, as of the day of the latest event of any account",
    "WITH day AS (SELECT max(date) AS as_of FROM public.account_event),"
    " open AS (SELECT c.date, sum(e.insurance_cents) AS insurance, sum(e.patient_cents) AS patient"
    " FROM public.charge c JOIN public.account_event e ON e.charge_id = c.id GROUP BY c.id, c.date"
    " HAVING sum(e.insurance_cents) <> 0 OR sum(e.patient_cents) <> 0)"
    " SELECT day.as_of, CASE WHEN day.as_of - open.date <= 30 THEN '0-30' WHEN day.as_of - open.date <= 60 THEN '31-60'"
    " WHEN day.as_of - open.date <= 90 THEN '61-90' WHEN day.as_of - open.date <= 120 THEN '91-120' ELSE 'over 120' END"
    " AS days, count(*) AS charges, sum(open.insurance)::bigint AS insurance_cents,"
    " sum(open.patient)::bigint AS patient_cents FROM open, day GROUP BY 1, 2",
)
register_navigation(NavItem("billing", "Billing", "billing:accounts", "billing.read", 65))
register_command(Command("Fee schedule", "billing:fees", "billing.read"))


def _trace_charge(charge_id: UUID) -> Step | None:
    try:
        found = charges.charge(charge_id)
    except NotFound:
        return None
    told = events.events_of_charge(charge_id)
    return Step(
        ref=Ref("charge", found.id),
        stage="charge",
        title=f"Charge {found.number}",
        words=f"{found.code} {found.words}, {found.date:%m/%d/%Y}".strip(),
        causes=_causes(found),
        at=told[0].at,
        who=told[0].by,
        amount=found.amount,
        url=reverse("billing:charge", args=[found.id]),
        details=(
            ("open with insurance", str(found.insurance_balance)),
            ("open with patient", str(found.patient_balance)),
        ),
        subject=found.patient_id,
        opens="billing.read",
        visit=found.visit_id,
    )


def _causes(found: Charge) -> tuple[Ref, ...]:
    """The coded service, or the visit that was missed."""
    if found.coded_service_id is not None:
        return (Ref("code_service", found.coded_service_id),)
    return (Ref("appointment", found.appointment_id),) if found.appointment_id else ()


def _trace_receipt(receipt_id: UUID) -> Step | None:
    try:
        found = money.receipt(receipt_id)
    except NotFound:
        return None
    return Step(
        ref=Ref("receipt", found.id),
        stage="payment",
        title=f"Receipt {found.number}",
        words=f"{'Copay' if found.copay else 'Payment'} by {found.method}",
        causes=(Ref("encounter", found.encounter_id),) if found.encounter_id else (),
        at=found.at,
        who=found.by,
        amount=found.amount,
        url=reverse("billing:receipt", args=[found.id]),
        details=(("taken back", found.taken_back),) if found.taken_back else (),
        subject=found.patient_id,
        opens="billing.read",
    )


def _trace_refund(refund_id: UUID) -> Step | None:
    try:
        found = money.refund_made(refund_id)
    except NotFound:
        return None
    return Step(
        ref=Ref("refund", found.id),
        stage="payment",
        title=f"Refund {found.number}",
        words=f"by {found.method}: {found.why}",
        at=found.at,
        who=found.by,
        amount=found.amount,
        url=reverse("billing:account", args=[found.patient_id]),
        subject=found.patient_id,
        opens="billing.read",
    )


def _trace_event(event_id: UUID) -> Step | None:
    try:
        found = events.event(event_id)
    except NotFound:
        return None
    charge = (Ref("charge", found.charge_id),) if found.charge_id else ()
    moved = (("insurance owes", found.insurance), ("patient owes", found.patient), ("held", found.unapplied))
    return Step(
        ref=Ref("account_event", found.id),
        stage="charge" if found.kind in (EventKind.CHARGE, EventKind.FEE) else "payment",
        title=found.kind.says,
        words=found.words,
        causes=tuple(dict.fromkeys((found.cause, *charge))),
        at=found.at,
        who=found.by,
        amount=next(amount for _, amount in moved if amount),
        url=reverse("billing:account", args=[found.patient_id]),
        details=tuple((says, f"{'+' if amount.cents > 0 else ''}{amount}") for says, amount in moved if amount),
        subject=found.patient_id,
        opens="billing.read",
        visit=found.visit_id,
    )


def _trace_statement(statement_id: UUID) -> Step | None:
    try:
        found = statements.statement(statement_id)
    except NotFound:
        return None
    return Step(
        ref=Ref("statement", found.id),
        stage="report",
        title=f"Statement {found.number}",
        words=f"asks for {found.amount}",
        causes=tuple(Ref("charge", charge_id) for charge_id in found.charge_ids),
        who=found.made_by,
        amount=found.amount,
        url=reverse("billing:statement", args=[found.id]),
        details=tuple(("note", words) for words in found.findings),
        subject=found.patient_id,
        opens="billing.read",
    )


def _of_service(service_id: UUID) -> list[Ref]:
    found = charges.charge_of_service(service_id)
    return [Ref("charge", found)] if found else []


def _of_missed(appointment_id: UUID) -> list[Ref]:
    found = charges.fee_of_missed(appointment_id)
    return [Ref("charge", found)] if found else []


def _take_missed_fee(actor: Actor, appointment_id: UUID, amount: Money) -> Ref:
    return Ref("charge", charge_missed(actor=actor, appointment_id=appointment_id, amount=amount))


def _of_charge(charge_id: UUID) -> list[Ref]:
    told = [Ref("account_event", found.id) for found in events.events_of_charge(charge_id)]
    return told + [Ref("statement", found.id) for found in statements.statements_with(charge_id)]


def _of_event(event_id: UUID) -> list[Ref]:
    return [Ref("journal_entry", events.event(event_id).entry_id)]


def _of_visit(encounter_id: UUID) -> list[Ref]:
    return [Ref("receipt", taken.id) for taken in money.receipts_of_visit(encounter_id)]


def _events_caused(kind: str) -> None:
    """Things of this kind cause account events."""
    register_effects(
        kind, lambda cause_id: [Ref("account_event", found.id) for found in events.events_for(Ref(kind, cause_id))]
    )


def _finder(kind: str) -> None:
    """People find things of this kind by their number."""

    def find(text: str) -> Ref | None:
        found = statements.numbered(kind, text.upper())
        return Ref(kind, found) if found else None

    finders.register(kind, find)


def _statements_sent(actor: Actor, patient_id: UUID) -> list[Because]:
    """The statements of the last weeks, as reasons to call."""
    if not can(actor, "billing.read", patient_id):
        return []
    since = today_here() - LATELY
    return [
        Because(
            Ref("statement", one.id), f"statement {one.number} of {one.date:%m/%d}", "statement", _morning(one.date)
        )
        for one in statements.statements_of(patient_id)
        if one.date >= since
    ][:3]


def _morning(on: date) -> datetime:
    return datetime.combine(on, time.min, get_current_timezone())


def _charge_url(ref: Ref) -> str:
    return reverse("billing:charge", args=[ref.id])


def _fees() -> str:
    found = charges.fees(today_here())
    return f"{len(found)} fees" if found else ""


def _account_of_letter(actor: Actor, abouts: Sequence[About], _names: Collection[str]) -> list[Values]:
    """What a patient owes, as a statement would say it; nothing for whoever may not see accounts."""
    return [_owed(actor, about.patient_id) for about in abouts]


def _owed(actor: Actor, patient_id: UUID) -> Values:
    if not can(actor, "billing.read", patient_id):
        return {}
    told = explained_balance(actor, patient_id)
    lines: list[Row] = [{"words": one.words, "date": one.date, "owed": one.owed} for one in told.lines]
    return {"account.balance": told.owed, "account.lines": tuple(lines)} if told.owed else {}


_LINE_PARTS = (
    MergeField("words", FieldType.TEXT, "what it was"),
    MergeField("date", FieldType.DATE, "the date of service"),
    MergeField("owed", FieldType.MONEY, "what is open of it"),
)
_ACCOUNT_FIELDS = (
    MergeField("account.balance", FieldType.MONEY, "what the patient owes"),
    MergeField("account.lines", FieldType.LIST, "what they owe it for", _LINE_PARTS),
)

tracers.register("charge", _trace_charge)
tracers.register("receipt", _trace_receipt)
tracers.register("refund", _trace_refund)
tracers.register("account_event", _trace_event)
tracers.register("statement", _trace_statement)
for kind in ("charge", "receipt", "refund", "statement"):
    _finder(kind)
for kind in ("receipt", "refund", "remit_decision"):
    _events_caused(kind)
register_effects("code_service", _of_service)
register_effects("encounter", _of_visit)
register_effects("appointment", _of_missed)
register_missed_fee(_take_missed_fee)
register_effects("charge", _of_charge)
register_effects("account_event", _of_event)
register_balance(explained_balance)
register_merge_fields("account", _ACCOUNT_FIELDS, _account_of_letter)
register_reason_to_call("statement", _statements_sent)
register_work_kind(WorkKind("credit-balance", "charge overpaid", Role.BILLER, 72, _charge_url))
register_set_up_step(SetUpStep("fees", "Fee schedule", "What each service costs, by date.", "billing:fees", _fees))
