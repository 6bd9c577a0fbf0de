"""Reads of coverage: policies, cases, and what payers told."""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from medoffice.kernel.codec import from_json
from medoffice.kernel.money import Money
from medoffice.kernel.refusals import NotFound
from medoffice.records.coverage import models
from medoffice.records.coverage.models import Policy
from medoffice.records.coverage.types import (
    AskedAs,
    Case,
    CaseKind,
    Check,
    CheckState,
    Coverage,
    Eligibility,
    Relation,
    Subscriber,
)


def coverage(coverage_id: UUID) -> Coverage:
    """A policy. Raises NotFound. One query."""
    row = Policy.objects.select_related("payer").filter(id=coverage_id).first()
    if row is None:
        raise NotFound
    return to_coverage(row)


def coverages_on(patient_id: UUID, on: date) -> list[Coverage]:
    """The policies in force on a date, primary first. One query."""
    rows = Policy.objects.select_related("payer").filter(
        Q(ends=None) | Q(ends__gte=on), patient_id=patient_id, starts__lte=on
    )
    return [to_coverage(row) for row in rows.order_by("order", "starts")]


def coverages_of(patient_id: UUID) -> list[Coverage]:
    """All policies there were and are, primary first, then latest first. One query."""
    rows = Policy.objects.select_related("payer").filter(patient_id=patient_id)
    return [to_coverage(row) for row in rows.order_by("order", "-starts")]


def patients_with_member_ids(numbers: Collection[str]) -> set[UUID]:
    """Who is or was insured under one of these numbers, in capitals; a blank is nobody's. One query."""
    wanted = [one for one in numbers if one]
    return set(Policy.objects.filter(member_id__in=wanted).values_list("patient_id", flat=True)) if wanted else set()


def member_ids_of(patients: Collection[UUID]) -> dict[UUID, set[str]]:
    """The numbers under which these patients are or were insured. One query."""
    found: dict[UUID, set[str]] = {}
    for who, number in Policy.objects.filter(patient_id__in=patients).values_list("patient_id", "member_id"):
        found.setdefault(who, set()).add(number)
    return found


def case(case_id: UUID) -> Case:
    """A case. Raises NotFound. One query."""
    row = models.Case.objects.select_related("payer").filter(id=case_id).first()
    if row is None:
        raise NotFound
    return to_case(row)


def cases_of(patient_id: UUID) -> list[Case]:
    """All cases there were and are, latest first. One query."""
    rows = models.Case.objects.select_related("payer").filter(patient_id=patient_id).order_by("-opened_on", "-id")
    return [to_case(row) for row in rows]


def cases_on(patient_id: UUID, on: date) -> list[Case]:
    """The cases a visit of a day may be billed to, latest first. One query."""
    return [
        one for one in cases_of(patient_id) if one.opened_on <= on and (one.closed_on is None or on <= one.closed_on)
    ]


def check(check_id: UUID) -> Check:
    """A question to a payer. Raises NotFound. One query."""
    row = _checks().filter(id=check_id).first()
    if row is None:
        raise NotFound
    return to_check(row)


def checks_of(patient_id: UUID, limit: int = 100) -> list[Check]:
    """Everything payers were asked about a patient, latest first. One query."""
    return [to_check(row) for row in _checks().filter(patient_id=patient_id).order_by("-asked_at", "-id")[:limit]]


def checks_of_visits(visits: Collection[UUID]) -> dict[UUID, list[Check]]:
    """What payers were asked about visits, each latest first. One query."""
    found: dict[UUID, list[Check]] = {visit: [] for visit in visits}
    for row in _checks().filter(visit_id__in=set(visits)).order_by("-asked_at", "-id"):
        found[row.visit_id].append(to_check(row))  # type: ignore[index] # not None by the filter
    return found


def checks_open(limit: int = 200) -> list[Check]:
    """Questions that are not answered yet, oldest first. One query."""
    rows = _checks().filter(state__in=[CheckState.WAITING, CheckState.ASKED]).order_by("asked_at", "id")
    return [to_check(row) for row in rows[:limit]]


def policies_on(days: Iterable[tuple[UUID, date]]) -> dict[tuple[UUID, date], list[Coverage]]:
    """The policies in force for many patients, each on a day of theirs, primary first. One query."""
    wanted = set(days)
    rows = Policy.objects.select_related("payer").filter(patient_id__in={who for who, _ in wanted})
    held: dict[UUID, list[Coverage]] = {who: [] for who, _ in wanted}
    for row in rows.order_by("order", "starts"):
        held[row.patient_id].append(to_coverage(row))
    return {(who, on): [one for one in held[who] if one.starts <= on and (one.ends or on) >= on] for who, on in wanted}


def lines_shut() -> list[tuple[str, datetime]]:
    """The payers that are not called now, by name, and until when. One query."""
    rows = models.Line.objects.filter(shut_until__isnull=False).order_by("payer__name")
    return [(row.payer.name, row.shut_until) for row in rows.select_related("payer") if row.shut_until]


def _checks() -> QuerySet[models.Check]:
    return models.Check.objects.select_related("policy__payer")


def to_case(row: models.Case) -> Case:
    """A row as the noun."""
    return Case(
        id=row.id,
        patient_id=row.patient_id,
        kind=CaseKind(row.kind),
        payer_id=row.payer_id,
        payer_name=row.payer.name if row.payer else row.employer,
        claim_number=row.claim_number,
        injured_on=row.injured_on,
        state=row.state,
        employer=row.employer,
        adjuster=row.adjuster,
        adjuster_phone=row.adjuster_phone,
        fee_schedule=row.fee_schedule,
        opened_on=row.opened_on,
        closed_on=row.closed_on,
        version=row.version,
    )


def to_check(row: models.Check) -> Check:
    """A row as the noun."""
    return Check(
        id=row.id,
        number=row.number,
        coverage_id=row.policy_id,
        patient_id=row.patient_id,
        payer_name=row.policy.payer.name,
        visit_id=row.visit_id,
        on=row.on,
        asked_as=from_json(row.asked_as, AskedAs),
        asked_at=row.asked_at,
        asked_by=row.asked_by,
        state=CheckState(row.state),
        answered_at=row.answered_at,
        result=from_json(row.result, Eligibility) if row.result else None,
        why=row.why,
    )


def to_coverage(row: Policy) -> Coverage:
    """A row as the noun."""
    subscriber = None
    if row.subscriber_family and row.subscriber_birth_date:
        subscriber = Subscriber(
            row.subscriber_family, row.subscriber_given, row.subscriber_birth_date, row.subscriber_sex or "U"
        )
    return Coverage(
        id=row.id,
        patient_id=row.patient_id,
        payer_id=row.payer_id,
        payer_name=row.payer.name,
        plan=row.plan,
        member_id=row.member_id,
        group=row.group,
        relation=Relation(row.relation),
        subscriber=subscriber,
        order=row.order,
        starts=row.starts,
        ends=row.ends,
        copay=Money(row.copay_cents),
        version=row.version,
    )
