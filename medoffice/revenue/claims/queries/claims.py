"""Reads of claims and remittances."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from medoffice.kernel.money import Money
from medoffice.kernel.refusals import NotFound
from medoffice.revenue.claims import models
from medoffice.revenue.claims.actions.asking import ask
from medoffice.revenue.claims.actions.lines import to_claim
from medoffice.revenue.claims.actions.receiving_remits import read_again
from medoffice.revenue.claims.actions.saying import choices_of
from medoffice.revenue.claims.actions.settling import open_lines
from medoffice.revenue.claims.rules.reasons import Effect, effect_of
from medoffice.revenue.claims.types import (
    Claim,
    ClaimState,
    FileKind,
    FileSetAside,
    FileState,
    OpenLine,
    ReceivedFile,
    Remittance,
    SetAside,
)
from medoffice.security.api import labelled, permitted
from medoffice.security.types import Actor, Label

_TAKEN_IN = (ClaimState.ACCEPTED, ClaimState.PAID, ClaimState.REVERSED)  # a void that is denied leaves what was billed


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A payer's decision about a claim, with its lines as (code, charge, paid, reasons)."""

    id: UUID
    claim_id: UUID
    remittance_id: UUID
    trace: str
    date: date
    status: str
    charge: Money
    paid: Money
    patient: Money
    lines: tuple[tuple[str, Money, Money, tuple[tuple[str, str, Money], ...]], ...]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotOursRow:
    """Money of a payment that a person found not to be this office's, or for a claim of it that could not be read;
    negative if the payer took it.
    """

    id: UUID
    remittance_id: UUID
    theirs: str
    amount: Money
    by: str
    unread: bool


@dataclass(frozen=True, slots=True)
class AdjustmentRow:
    """Money a payer moved outside any claim; a positive amount reduced its payment."""

    id: UUID
    remittance_id: UUID
    reason: str
    reference: str
    amount: Money


def claim(claim_id: UUID) -> Claim:
    """A claim with its lines and story. Raises NotFound. Three queries."""
    row = _whole().filter(id=claim_id).first()
    if row is None:
        raise NotFound
    return to_claim(row)


def claims_by_id(ids: Iterable[UUID]) -> dict[UUID, Claim]:
    """Many claims at once. Three queries."""
    return {row.id: to_claim(row) for row in _whole().filter(id__in=set(ids))}


def claims_of(encounter_id: UUID) -> list[Claim]:
    """The claims of a visit, first to last. Three queries."""
    return [to_claim(row) for row in _whole().filter(encounter_id=encounter_id).order_by("id")]


def claims_of_charge(charge_id: UUID) -> list[UUID]:
    """The claims that bill a charge. One query."""
    lines = models.ClaimLine.objects.filter(charge_id=charge_id).order_by("id")
    return list(lines.values_list("claim_id", flat=True))


def claims_in(actor: Actor, states: Iterable[ClaimState], limit: int = 200) -> list[Claim]:
    """Claims in these states, oldest first. Four queries; each state is read from its oldest on."""
    rows = permitted(actor, "claims.read", models.Claim.objects.all())
    parts = [rows.filter(state=state).values_list("id", "date").order_by("date", "id")[:limit] for state in states]
    first = parts[0].union(*parts[1:], all=True).order_by("date", "id") if len(parts) > 1 else parts[0]
    found = claims_by_id(key for key, _ in first[:limit])
    return sorted(found.values(), key=lambda claim: (claim.date, claim.id))


def claim_numbered(number: str) -> UUID | None:
    """The claim with this number."""
    return models.Claim.objects.filter(number=number).values_list("id", flat=True).first() if number else None


def claim_counts() -> dict[ClaimState, int]:
    """How many claims stand where. One query."""
    rows = models.Claim.objects.values("state").annotate(n=Count("id"))
    return {ClaimState(row["state"]): row["n"] for row in rows}


def counted(actor: Actor, groups: Mapping[str, Iterable[ClaimState]], most: int) -> dict[str, int]:
    """How many claims this person may know of are in the states of each group; ``most`` stands for so many or more.

    One query.
    """
    rows = permitted(actor, "claims.read", models.Claim.objects.order_by("state", "date", "id"))
    parts = [
        rows.filter(state__in=list(states)).annotate(group=Value(name)).values_list("group", flat=True)[:most]
        for name, states in groups.items()
    ]
    return dict(Counter(parts[0].union(*parts[1:], all=True)))


def unsent_since(instant: datetime) -> int:
    """How many claims were ready at an instant and are not sent yet. One query."""
    return models.Claim.objects.filter(state=ClaimState.READY, made_at__lt=instant).count()


def findings_of(claim_id: UUID) -> list[dict[str, str]]:
    """What the scrubber last said about a claim. One query."""
    found: list[dict[str, str]] | None = (
        models.Claim.objects.filter(id=claim_id).values_list("findings", flat=True).first()
    )
    return found or []


def decisions_of(claim_id: UUID) -> list[DecisionRow]:
    """What payers decided about a claim, in order. Three queries."""
    rows = models.Decision.objects.filter(claim_id=claim_id)
    return [to_decision(row) for row in _decisions(rows)]


def decision(decision_id: UUID) -> DecisionRow:
    """A decision. Raises NotFound. Three queries."""
    row = _decisions(models.Decision.objects.filter(id=decision_id)).first()
    if row is None:
        raise NotFound
    return to_decision(row)


def decisions_in(remittance_id: UUID) -> list[DecisionRow]:
    """The decisions of a remittance, in order. Three queries."""
    return [to_decision(row) for row in _decisions(models.Decision.objects.filter(remittance_id=remittance_id))]


def provider_adjustment(adjustment_id: UUID) -> AdjustmentRow | None:
    """Money moved outside any claim. One query."""
    row = models.ProviderAdjustment.objects.filter(id=adjustment_id).first()
    return _to_adjustment(row) if row else None


def adjustments_in(remittance_id: UUID) -> list[AdjustmentRow]:
    """What a remittance moved outside claims, in order. One query."""
    rows = models.ProviderAdjustment.objects.filter(remittance_id=remittance_id).order_by("id")
    return [_to_adjustment(row) for row in rows]


def not_ours(found_id: UUID) -> NotOursRow | None:
    """Money that is not ours. One query."""
    row = models.NotOurs.objects.filter(id=found_id).first()
    return _to_not_ours(row) if row else None


def not_ours_in(remittance_id: UUID) -> list[NotOursRow]:
    """What of a remittance was found not to be ours, in order. One query."""
    return [_to_not_ours(row) for row in models.NotOurs.objects.filter(remittance_id=remittance_id).order_by("id")]


def payment_set_aside(actor: Actor, remittance_id: UUID) -> SetAside | None:
    """A payment set aside as it is understood now, with what is still to be said; None for any other payment."""
    row = models.Remittance.objects.select_related("file").filter(id=remittance_id).first()
    if row is None or row.state != FileState.QUARANTINED:
        return None
    return ask(actor, row, read_again(row), choices_of(row))


def open_of(claim_id: UUID, decided: Iterable[DecisionRow] | None = None) -> list[OpenLine]:
    """What payers' decisions left open of a claim and nobody settled, line by line; no query where none leaves any."""
    rows = decisions_of(claim_id) if decided is None else decided
    if all(
        effect_of(group, reason) is not Effect.OPEN for row in rows for *_, why in row.lines for group, reason, _ in why
    ):
        return []
    row = models.Claim.objects.filter(id=claim_id).exclude(state=ClaimState.REPLACED).first()
    return open_lines(row) if row else []


def remittances_aside() -> list[Remittance]:
    """Payments set aside, oldest first. One query."""
    rows = _payments().filter(state=FileState.QUARANTINED)
    return [to_remittance(row) for row in rows.order_by("date", "id")]


def remittances(limit: int = 200) -> list[Remittance]:
    """Remittances, latest first. One query."""
    rows = _payments().order_by("-date", "-id")
    return [to_remittance(row) for row in rows[:limit]]


def remittance(remittance_id: UUID) -> Remittance:
    """A remittance. Raises NotFound. One query."""
    row = _payments().filter(id=remittance_id).first()
    if row is None:
        raise NotFound
    return to_remittance(row)


def remittance_findings(remittance_id: UUID) -> list[dict[str, str]]:
    """Why a remittance is not posted. One query."""
    found: list[dict[str, str]] | None = (
        models.Remittance.objects.filter(id=remittance_id).values_list("findings", flat=True).first()
    )
    return found or []


def remittances_posted() -> list[Remittance]:
    """Every posted remittance, oldest first. One query."""
    rows = _payments().filter(posted_at__isnull=False)
    return [to_remittance(row) for row in rows.order_by("date", "id")]


def remittance_traced(trace: str) -> UUID | None:
    """The posted remittance with this trace number."""
    rows = models.Remittance.objects.filter(trace=trace, posted_at__isnull=False)
    return rows.values_list("id", flat=True).first() if trace else None


def received_file(file_id: UUID) -> ReceivedFile:
    """A file that came and what became of it. Raises NotFound. Two queries."""
    row = models.InboundFile.objects.filter(id=file_id).first()
    if row is None:
        raise NotFound
    payments = _payments().filter(file=row).order_by("place")
    return ReceivedFile(
        id=row.id,
        name=row.name,
        kind=FileKind(row.kind),
        state=FileState(row.state),
        findings=tuple(row.findings),
        payments=tuple(to_remittance(payment) for payment in payments),
    )


def line_totals() -> list[tuple[str, int, int, list[list[str | int]]]]:
    """Every posted decision line: control number, charge, paid, reasons; to compare with the payers' own books."""
    rows = models.DecisionLine.objects.order_by("id")
    return list(rows.values_list("line__control", "charge_cents", "paid_cents", "reasons"))


def files_waiting() -> int:
    """Files written and not yet handed over. One query."""
    return models.OutboundFile.objects.filter(sent_at=None).count()


def files_set_aside(limit: int = 50) -> list[FileSetAside]:
    """Files that could not be taken in, latest first. One query."""
    rows = models.InboundFile.objects.filter(state=FileState.QUARANTINED).order_by("-received_at", "-id")
    return [
        FileSetAside(row.id, row.name, row.kind, row.received_at, tuple(found["words"] for found in row.findings))
        for row in rows[:limit]
    ]


def to_decision(row: models.Decision) -> DecisionRow:
    """A row with its lines."""
    return DecisionRow(
        id=row.id,
        claim_id=row.claim_id,
        remittance_id=row.remittance_id,
        trace=row.remittance.trace,
        date=row.remittance.date,
        status=row.status,
        charge=Money(row.charge_cents),
        paid=Money(row.paid_cents),
        patient=Money(row.patient_cents),
        lines=tuple(
            (
                line.line.code,
                Money(line.charge_cents),
                Money(line.paid_cents),
                tuple((group, reason, Money(cents)) for group, reason, cents in line.reasons),
            )
            for line in sorted(row.lines.all(), key=lambda line: line.id)
        ),
        remarks=tuple(dict.fromkeys(remark for line in row.lines.all() for remark in line.remarks)),
    )


def to_remittance(row: models.Remittance) -> Remittance:
    """A row annotated with ``n`` decisions as the noun."""
    return Remittance(
        id=row.id,
        payer_id=row.payer_id,
        payer=row.payer_name,
        trace=row.trace,
        date=row.date,
        amount=Money(row.amount_cents),
        method=row.method,
        claims=getattr(row, "n", 0),
        state=FileState(row.state),
        posted_at=row.posted_at,
        returned_why=row.returned_why,
        version=row.version,
    )


def _to_not_ours(row: models.NotOurs) -> NotOursRow:
    return NotOursRow(row.id, row.remittance_id, row.theirs, Money(row.amount_cents), row.by, row.unread)


def _to_adjustment(row: models.ProviderAdjustment) -> AdjustmentRow:
    return AdjustmentRow(row.id, row.remittance_id, row.reason, row.reference, Money(row.amount_cents))


def _whole() -> QuerySet[models.Claim]:
    return models.Claim.objects.select_related("payer").prefetch_related("lines", "events")


def _payments() -> QuerySet[models.Remittance]:
    """Remittances with ``n`` decisions, counted for those that are read and no others."""
    decisions = models.Decision.objects.filter(remittance=OuterRef("pk")).order_by().values("remittance")
    number = Subquery(decisions.annotate(n=Count("id")).values("n"))
    return models.Remittance.objects.annotate(n=Coalesce(number, 0))


def _decisions(rows: QuerySet[models.Decision]) -> QuerySet[models.Decision]:
    return rows.select_related("remittance").prefetch_related("lines__line").order_by("id")


def voided(visits: Collection[UUID]) -> dict[UUID, str]:
    """Of these visits those of which the payer took in that the last claim to the first payer voids the one before:

    nothing is billed. Not those that the patient pays and the plan is told nothing of. Two queries.
    """
    own_pocket = {visit for _, visit in labelled(set(visits), Label.RESTRICTED)}
    rows = models.Claim.objects.filter(encounter_id__in=set(visits) - own_pocket, order=1)
    rows = rows.order_by("encounter_id", "-made_at", "-id")
    last = rows.distinct("encounter_id").select_related("replaces")
    return {
        row.encounter_id: f"Claim {row.replaces.number if row.replaces else row.number} was voided, none came after it."
        for row in last
        if row.frequency == "8" and row.state in _TAKEN_IN
    }
