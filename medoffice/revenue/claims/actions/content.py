"""What stands in the office's records behind a claim, and what it bills, as the rules see it."""

from collections.abc import Sequence

from medoffice.kernel.money import Money
from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import payer, practice, site, staff_member
from medoffice.records.coverage.api import case, coverage
from medoffice.records.coverage.types import Case, Coverage
from medoffice.records.encounters.api import encounter
from medoffice.records.patients.api import patient as patient_of
from medoffice.revenue.claims.actions.lines import decided_of, to_line
from medoffice.revenue.claims.models import Claim, Decision
from medoffice.revenue.claims.rules.standing import standing
from medoffice.revenue.claims.types import Behind, Billed, Earlier, EarlierLine, Who
from medoffice.revenue.coding.api import coded
from medoffice.standards.x12.types import Adjustment


def billed_by(row: Claim) -> Billed:
    """What the claim bills. One query, two for a corrected one."""
    return Billed(
        number=row.number,
        order=row.order,
        frequency=row.frequency,
        original_reference=row.replaces.payer_claim_number if row.replaces else "",
        date=row.date,
        amount=Money(row.amount_cents),
        lines=tuple(to_line(line) for line in row.lines.order_by("line")),
    )


def under_of(row: Claim) -> Coverage | Case:
    """The policy or the case that a claim rests on. One query."""
    return case(row.case_id) if row.case_id else _policy(row)


def behind(row: Claim) -> Behind:
    """The records behind it, as they are now."""
    visit, who = encounter(row.encounter_id), patient_of(row.patient_id)
    return Behind(
        office=practice(),
        site=site(visit.site_id),
        renders=staff_member(visit.provider_id),
        payer=payer(row.payer_id),
        under=under_of(row),
        who=Who(who.name, who.birth_date, who.sex, who.address),
        codes=coded(row.encounter_id),
        earlier=tuple(_earlier(decisions) for decisions in _decisions_before(row)),
    )


def _decisions_before(row: Claim) -> list[list[Decision]]:
    """The standing decisions of each payer before this one, first payer first; a claim may be answered in parts."""
    claims = Claim.objects.filter(encounter_id=row.encounter_id, order__lt=row.order).order_by("order", "id")
    by_order: dict[int, list[Decision]] = {}
    for claim in claims:
        stand = {decision.id for decision in standing(decided_of(claim))}
        rows = Decision.objects.select_related("claim__payer", "remittance").prefetch_related("lines__line")
        by_order.setdefault(claim.order, []).extend(rows.filter(id__in=stand).order_by("id"))
    return [decisions for _, decisions in sorted(by_order.items()) if decisions]


def _earlier(decisions: Sequence[Decision]) -> Earlier:
    latest = decisions[-1]
    return Earlier(
        payer=payer(latest.claim.payer_id),
        policy=_policy(latest.claim),
        order=latest.claim.order,
        claim_number=latest.payer_claim_number,
        paid=Money(sum(decision.paid_cents for decision in decisions)),
        lines=tuple(line for decision in decisions for line in _lines(decision)),
    )


def _policy(row: Claim) -> Coverage:
    if row.coverage_id is None:
        raise NotFound
    return coverage(row.coverage_id)


def _lines(decision: Decision) -> list[EarlierLine]:
    return [
        EarlierLine(
            line.line.charge_id,
            Money(line.paid_cents),
            tuple(Adjustment(group, reason, Money(cents)) for group, reason, cents in line.reasons),
            decision.remittance.date,
        )
        for line in sorted(decision.lines.all(), key=lambda line: line.id)
    ]
