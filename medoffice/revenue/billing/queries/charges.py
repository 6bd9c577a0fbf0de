"""The charges of visits and the fees they are made by."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from medoffice.kernel.money import Money
from medoffice.kernel.refusals import NotFound
from medoffice.revenue.billing import models
from medoffice.revenue.billing.queries.events import CONFIDENTIAL
from medoffice.revenue.billing.types import Charge, DatedFee, EventKind, Standing
from medoffice.security.api import can, kept
from medoffice.security.types import Actor


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


def charges_as_seen(actor: Actor, patient_id: UUID) -> list[Charge]:
    """All charges of a patient, oldest first; of a visit kept from the actor without its code. Two queries."""
    found = charges_of_patient(patient_id)
    closed = kept(actor, "billing.read", {(one.patient_id, one.visit_id) for one in found})
    return [
        replace(one, code="", words=CONFIDENTIAL, modifiers=()) if (one.patient_id, one.visit_id) in closed else one
        for one in found
    ]


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


def _with_balances(rows: QuerySet[models.Charge]) -> QuerySet[models.Charge]:
    return rows.annotate(
        insurance_open=Coalesce(Sum("events__insurance_cents"), 0),
        patient_open=Coalesce(Sum("events__patient_cents"), 0),
    ).order_by("date", "id")
