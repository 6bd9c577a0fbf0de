"""Reads of billing."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date
from uuid import UUID

from django.db.models import F, Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from medoffice.kernel import files
from medoffice.kernel.money import Money
from medoffice.kernel.refusals import NotFound
from medoffice.kernel.trace import Ref
from medoffice.records.patients.api import patients_by_id
from medoffice.revenue.billing import models
from medoffice.revenue.billing.types import (
    AccountEvent,
    Balance,
    Charge,
    DatedFee,
    EventKind,
    Method,
    OpenAccount,
    Receipt,
    Refund,
    Standing,
    Statement,
)
from medoffice.revenue.ledger.types import Account
from medoffice.security.api import can, kept, permitted
from medoffice.security.types import Actor

CONFIDENTIAL = "Confidential visit"


def fee(code: str, on: date) -> Money | None:
    """The office's fee for a code on a date; None if there is none. One query."""
    rows = models.Fee.objects.filter(Q(valid_to=None) | Q(valid_to__gte=on), code=code, valid_from__lte=on)
    row = rows.order_by("-valid_from").first()
    return Money(row.cents) if row else None


def fees(on: date) -> list[tuple[str, Money]]:
    """All fees in force on a date, by code. One query."""
    rows = models.Fee.objects.filter(Q(valid_to=None) | Q(valid_to__gte=on), valid_from__lte=on)
    return [(row.code, Money(row.cents)) for row in rows.order_by("code", "valid_from")]


def fee_sheet() -> list[DatedFee]:
    """All fees that were and will be in force, by code, latest first. One query."""
    rows = models.Fee.objects.order_by("code", "-valid_from")
    return [DatedFee(row.code, Money(row.cents), row.valid_from, row.valid_to) for row in rows]


def charge(charge_id: UUID) -> Charge:
    """A charge with what is open of it. Raises NotFound. One query."""
    row = _with_balances(models.Charge.objects.filter(id=charge_id)).first()
    if row is None:
        raise NotFound
    return to_charge(row)


def charges_by_id(ids: Iterable[UUID]) -> dict[UUID, Charge]:
    """Many charges at once with what is open of them. One query."""
    return {row.id: to_charge(row) for row in _with_balances(models.Charge.objects.filter(id__in=set(ids)))}


def charges_of(encounter_id: UUID) -> list[Charge]:
    """The charges of a visit, in order. One query."""
    return [to_charge(row) for row in _with_balances(models.Charge.objects.filter(encounter_id=encounter_id))]


def charged(actor: Actor, encounter_ids: Collection[UUID]) -> dict[UUID, Money]:
    """What each of these visits was charged; nothing for whom accounts are not. One query."""
    if not can(actor, "billing.read"):
        return {}
    rows = models.Charge.objects.filter(encounter_id__in=encounter_ids).values_list("encounter_id")
    return {visit: Money(cents) for visit, cents in rows.annotate(cents=Sum("amount_cents"))}


def charge_of_service(coded_service_id: UUID) -> UUID | None:
    """The charge a coded service became."""
    return models.Charge.objects.filter(coded_service_id=coded_service_id).values_list("id", flat=True).first()


def fee_of_missed(appointment_id: UUID) -> UUID | None:
    """The fee that was charged for a missed visit. One query."""
    return models.Charge.objects.filter(appointment_id=appointment_id).values_list("id", flat=True).first()


def fee_totals() -> tuple[Money, int]:
    """What fees come to on patients' accounts, and how many fees a payer ever had to do with. Two queries."""
    events = models.AccountEvent.objects
    moved = events.filter(kind__in=(EventKind.FEE, EventKind.FEE_BACK)).aggregate(all=Sum("patient_cents"))["all"]
    theirs = events.exclude(charge__appointment=None).exclude(insurance_cents=0, payer=None)
    return Money(moved or 0), theirs.values("charge_id").distinct().count()


def standings(patient_id: UUID) -> list[Standing]:
    """Where each charge of a patient stands with them, oldest first. One query."""
    rows = _with_balances(models.Charge.objects.filter(patient_id=patient_id)).annotate(
        put=Coalesce(-Sum("events__patient_cents", filter=Q(events__kind=EventKind.CREDIT_APPLIED)), 0)
    )
    return [Standing(row.id, Money(getattr(row, "patient_open", 0)), Money(row.put)) for row in rows]


def charges_of_patient(patient_id: UUID) -> list[Charge]:
    """All charges of a patient, oldest first. One query."""
    return [to_charge(row) for row in _with_balances(models.Charge.objects.filter(patient_id=patient_id))]


def patient_balance(patient_id: UUID) -> Balance:
    """What stands open for a patient. One query."""
    return _balance(models.AccountEvent.objects.filter(patient_id=patient_id))


def account_of(actor: Actor, patient_id: UUID) -> tuple[Balance, list[AccountEvent]]:
    """A patient's account: balance and all events, latest first. Three queries.

    Money is whole also where a visit is confidential; what it was for is not said then.
    """
    rows = permitted(actor, "billing.read", _events().filter(patient_id=patient_id), visit="")
    return _balance(rows), events_as_seen(actor, [to_event(row) for row in rows.order_by("-id")])


def events_as_seen(actor: Actor, events: list[AccountEvent]) -> list[AccountEvent]:
    """Events without the words of visits that are kept from the actor. One query."""
    closed = kept(actor, "billing.read", {(one.patient_id, one.visit_id) for one in events if one.patient_id})
    return [replace(one, words=CONFIDENTIAL) if (one.patient_id, one.visit_id) in closed else one for one in events]


def charges_as_seen(actor: Actor, patient_id: UUID) -> list[Charge]:
    """All charges of a patient, oldest first; of a visit kept from the actor without its code. Two queries."""
    found = charges_of_patient(patient_id)
    closed = kept(actor, "billing.read", {(one.patient_id, one.visit_id) for one in found})
    return [
        replace(one, code="", words=CONFIDENTIAL, modifiers=()) if (one.patient_id, one.visit_id) in closed else one
        for one in found
    ]


def events_of_charge(charge_id: UUID) -> list[AccountEvent]:
    """What became of a charge, in order. One query."""
    return [to_event(row) for row in _events().filter(charge_id=charge_id).order_by("id")]


def events_of_charges(charge_ids: list[UUID]) -> dict[UUID, list[AccountEvent]]:
    """What became of many charges. One query."""
    found: dict[UUID, list[AccountEvent]] = {charge_id: [] for charge_id in charge_ids}
    for row in _events().filter(charge_id__in=charge_ids).order_by("id"):
        if row.charge_id:
            found[row.charge_id].append(to_event(row))
    return found


def events_for(cause: Ref) -> list[AccountEvent]:
    """The events something caused, in order. One query."""
    rows = _events().filter(cause_kind=cause.kind, cause_id=cause.id).order_by("id")
    return [to_event(row) for row in rows]


def events_on(
    on: date, limit: int | None = None, but_for: Collection[EventKind] = ()
) -> list[tuple[UUID, AccountEvent]]:
    """The events of a date, or the first so many, with their patients, in order. One query."""
    rows = _events().filter(date=on).exclude(kind__in=but_for).order_by("id")
    return [(row.patient_id, to_event(row)) for row in rows[:limit]]


def amounts_on(on: date) -> list[tuple[EventKind, Money, Money]]:
    """Of each event of a date its kind, what it did to open charges, what to money not applied. One query."""
    rows = models.AccountEvent.objects.filter(date=on).order_by("id")
    told = rows.values_list("kind", F("insurance_cents") + F("patient_cents"), "unapplied_cents")
    return [(EventKind(kind), Money(effect), Money(unapplied)) for kind, effect, unapplied in told]


def receipt(receipt_id: UUID) -> Receipt:
    """A receipt. Raises NotFound. One query."""
    row = _receipts().filter(id=receipt_id).first()
    if row is None:
        raise NotFound
    return to_receipt(row)


def receipts_on(on: date) -> list[Receipt]:
    """The receipts of a date, in order. One query."""
    return [to_receipt(row) for row in _receipts().filter(date=on).order_by("id")]


def receipts_of(patient_id: UUID) -> list[Receipt]:
    """A patient's payments, latest first. One query."""
    return [to_receipt(row) for row in _receipts().filter(patient_id=patient_id).order_by("-id")]


def refund_made(refund_id: UUID) -> Refund:
    """A refund. Raises NotFound. One query."""
    row = models.Refund.objects.filter(id=refund_id).first()
    if row is None:
        raise NotFound
    return to_refund(row)


def refunds_on(on: date) -> list[Refund]:
    """The refunds of a date, in order. One query."""
    return [to_refund(row) for row in models.Refund.objects.filter(date=on).order_by("id")]


def event(event_id: UUID) -> AccountEvent:
    """An event of an account. Raises NotFound. One query."""
    row = _events().filter(id=event_id).first()
    if row is None:
        raise NotFound
    return to_event(row)


def statements_with(charge_id: UUID) -> list[Statement]:
    """The statements that asked for something of this charge, in order. One query."""
    rows = models.Statement.objects.filter(charge_ids__contains=[charge_id])
    return [to_statement(row) for row in rows.order_by("id")]


def numbered(kind: str, number: str) -> UUID | None:
    """The charge, receipt, refund or statement with this number. One query."""
    tables = {
        "charge": models.Charge.objects,
        "receipt": models.Receipt.objects,
        "refund": models.Refund.objects,
        "statement": models.Statement.objects,
    }
    found: UUID | None = tables[kind].filter(number=number).values_list("id", flat=True).first() if number else None
    return found


def receipts_of_visit(encounter_id: UUID) -> list[Receipt]:
    """Money taken at a visit. One query."""
    return [to_receipt(row) for row in _receipts().filter(encounter_id=encounter_id).order_by("id")]


def statement(statement_id: UUID) -> Statement:
    """A statement. Raises NotFound. One query."""
    row = models.Statement.objects.filter(id=statement_id).first()
    if row is None:
        raise NotFound
    return to_statement(row)


def statement_pdf(of: Statement) -> bytes:
    """A statement's PDF. Raises Refusal if the file is missing or altered."""
    return files.load(of.sha256)


def statements_of(patient_id: UUID) -> list[Statement]:
    """A patient's statements, latest first. One query."""
    return [to_statement(row) for row in models.Statement.objects.filter(patient_id=patient_id).order_by("-made_at")]


def open_accounts(actor: Actor, limit: int = 300) -> list[OpenAccount]:
    """Patients with something open or held, most owed first. Two queries."""
    rows = permitted(actor, "billing.read", models.AccountEvent.objects.all(), visit="")
    sums = rows.values("patient_id").annotate(
        i=Sum("insurance_cents"), p=Sum("patient_cents"), u=Sum("unapplied_cents")
    )
    found = list(sums.exclude(i=0, p=0, u=0).order_by("-p", "-i", "patient_id")[:limit])
    people = patients_by_id([row["patient_id"] for row in found])
    return [
        OpenAccount(
            row["patient_id"],
            people[row["patient_id"]].mrn,
            people[row["patient_id"]].name.sorted_form,
            Balance(Money(row["i"]), Money(row["p"]), Money(row["u"])),
        )
        for row in found
    ]


def total_of(rows: list[OpenAccount]) -> Balance:
    """The sums of these accounts."""
    return Balance(
        Money.total(row.balance.insurance for row in rows),
        Money.total(row.balance.patient for row in rows),
        Money.total(row.balance.unapplied for row in rows),
    )


def patients_owing() -> list[tuple[UUID, Money]]:
    """Patients with something to pay and their sums. One query."""
    rows = models.AccountEvent.objects.values("patient_id").annotate(owed=Sum("patient_cents")).filter(owed__gt=0)
    return [(row["patient_id"], Money(row["owed"])) for row in rows.order_by("patient_id")]


def control_totals() -> dict[Account, Money]:
    """What the sub-ledger says each control account must show. One query."""
    whole = _balance(models.AccountEvent.objects.all())
    return {
        Account.INSURANCE_RECEIVABLE: whole.insurance,
        Account.PATIENT_RECEIVABLE: whole.patient,
        Account.PATIENT_CREDITS: -whole.unapplied,
    }


def money_of_patients() -> Money:
    """What patients paid in, less what was taken back or refunded, by the receipts and refunds. Three queries."""
    receipts, refunds = models.Receipt.objects.all(), models.Refund.objects.all()
    taken = receipts.aggregate(all=Sum("amount_cents"))["all"] or 0
    back = receipts.exclude(taken_back=None).aggregate(all=Sum("amount_cents"))["all"] or 0
    return Money(taken - back - (refunds.aggregate(all=Sum("amount_cents"))["all"] or 0))


def to_charge(row: models.Charge) -> Charge:
    """A row annotated with its balances as the noun."""
    return Charge(
        id=row.id,
        number=row.number,
        encounter_id=row.encounter_id,
        patient_id=row.patient_id,
        provider_id=row.provider_id,
        site_id=row.site_id,
        coded_service_id=row.coded_service_id,
        date=row.date,
        code=row.code,
        words=row.words,
        modifiers=tuple(row.modifiers),
        units=row.units,
        amount=Money(row.amount_cents),
        insurance_balance=Money(getattr(row, "insurance_open", 0)),
        patient_balance=Money(getattr(row, "patient_open", 0)),
        appointment_id=row.appointment_id,
    )


def to_event(row: models.AccountEvent) -> AccountEvent:
    """A row as the noun."""
    return AccountEvent(
        id=row.id,
        kind=EventKind(row.kind),
        at=row.at,
        date=row.date,
        words=row.words,
        charge_id=row.charge_id,
        insurance=Money(row.insurance_cents),
        patient=Money(row.patient_cents),
        unapplied=Money(row.unapplied_cents),
        by=row.by,
        cause=Ref(row.cause_kind, row.cause_id),
        entry_id=row.entry_id,
        patient_id=row.patient_id,
        shares=tuple((reason, Money(cents)) for reason, cents in row.shares),
        charge_number=row.charge.number if row.charge else "",
        visit_id=row.charge.encounter_id or row.charge.appointment_id if row.charge else None,
        entry_number=row.entry.number,
    )


def to_receipt(row: models.Receipt) -> Receipt:
    """A row as the noun."""
    method, amount, back = Method(row.method), Money(row.amount_cents), getattr(row, "taken_back", None)
    told = (row.id, row.number, row.patient_id, row.encounter_id, method, amount, row.copay, row.at, row.by)
    return Receipt(*told, back.why if back else "")


def to_statement(row: models.Statement) -> Statement:
    """A row as the noun."""
    return Statement(
        id=row.id,
        number=row.number,
        patient_id=row.patient_id,
        amount=Money(row.amount_cents),
        sha256=row.sha256,
        date=row.date,
        made_by=row.made_by,
        charge_ids=tuple(row.charge_ids),
        findings=tuple(finding["words"] for finding in row.findings),
    )


def to_refund(row: models.Refund) -> Refund:
    """A row as the noun."""
    method, amount = Method(row.method), Money(row.amount_cents)
    return Refund(row.id, row.number, row.patient_id, method, amount, row.why, row.date, row.at, row.by)


def _events() -> QuerySet[models.AccountEvent]:
    return models.AccountEvent.objects.select_related("charge", "entry")


def _receipts() -> QuerySet[models.Receipt]:
    return models.Receipt.objects.select_related("taken_back")


def _with_balances(rows: QuerySet[models.Charge]) -> QuerySet[models.Charge]:
    return rows.annotate(
        insurance_open=Coalesce(Sum("events__insurance_cents"), 0),
        patient_open=Coalesce(Sum("events__patient_cents"), 0),
    ).order_by("date", "id")


def _balance(rows: QuerySet[models.AccountEvent]) -> Balance:
    sums = rows.aggregate(i=Sum("insurance_cents"), p=Sum("patient_cents"), u=Sum("unapplied_cents"))
    return Balance(Money(sums["i"] or 0), Money(sums["p"] or 0), Money(sums["u"] or 0))
