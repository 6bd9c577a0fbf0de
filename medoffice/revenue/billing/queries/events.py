"""What became of charges and money on patients' accounts, and what stands open."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from uuid import UUID

from django.db.models import F, QuerySet, Sum

from medoffice.kernel.money import Money
from medoffice.kernel.refusals import NotFound
from medoffice.kernel.trace import Ref
from medoffice.records.patients.api import patients_by_id
from medoffice.revenue.billing import models
from medoffice.revenue.billing.types import AccountEvent, Balance, EventKind, OpenAccount
from medoffice.revenue.ledger.types import Account
from medoffice.security.api import kept, permitted
from medoffice.security.types import Actor

CONFIDENTIAL = "Confidential visit"


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


def event(event_id: UUID) -> AccountEvent:
    """An event of an account. Raises NotFound. One query."""
    row = _events().filter(id=event_id).first()
    if row is None:
        raise NotFound
    return to_event(row)


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


def _events() -> QuerySet[models.AccountEvent]:
    return models.AccountEvent.objects.select_related("charge", "entry")


def _balance(rows: QuerySet[models.AccountEvent]) -> Balance:
    sums = rows.aggregate(i=Sum("insurance_cents"), p=Sum("patient_cents"), u=Sum("unapplied_cents"))
    return Balance(Money(sums["i"] or 0), Money(sums["p"] or 0), Money(sums["u"] or 0))
