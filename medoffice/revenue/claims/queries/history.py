"""Who is billed first for a visit, and what that payer made of services before."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from medoffice.front_office.check_in.api import arrival_of
from medoffice.kernel.money import Money
from medoffice.records.coverage.api import case, coverages_on
from medoffice.records.coverage.types import Case, Coverage
from medoffice.records.encounters.types import Encounter
from medoffice.revenue.claims import models
from medoffice.revenue.claims.rules.odds import Answered
from medoffice.revenue.claims.rules.payments import PREDETERMINATION
from medoffice.revenue.claims.rules.reasons import Reason
from medoffice.revenue.coding.api import coded_of_visits
from medoffice.revenue.coding.types import CodedEncounter
from medoffice.security.api import labelled
from medoffice.security.types import Label

MOST = 400  # lines of a code that are looked at, the latest
_REVERSAL = "22"


def billed_first(visit: Encounter) -> Coverage | Case | None:
    """The policy or the case a visit is billed to first; None where the patient pays, and tells no plan of it.

    At most four queries.
    """
    arrived = arrival_of(visit.id)
    if arrived is not None and arrived.case_id is not None:
        return case(arrived.case_id)
    policies = coverages_on(visit.patient_id, visit.date)
    return policies[0] if policies and not labelled([visit.id], Label.RESTRICTED) else None


def answered_before(payer_id: UUID, codes: Collection[str], since: date) -> list[Answered]:
    """What a payer first said to lines of these codes in claims to it as the first payer, of services since a day.

    The latest four hundred lines of each code. Counts are made of them; whose they are is not said. Two queries a
    code, and three.
    """
    found = list[models.DecisionLine]()
    for code in sorted(codes):
        lines = models.ClaimLine.objects.filter(code=code, claim__payer_id=payer_id, claim__date__gte=since)
        lines = lines.filter(claim__order=1, claim__frequency="1").order_by("-claim__date", "-id")
        latest = list(lines.values_list("id", flat=True)[:MOST])
        rows = models.DecisionLine.objects.filter(line_id__in=latest)
        rows = rows.exclude(decision__status__in=[_REVERSAL, PREDETERMINATION]).select_related("line__claim")
        found += rows.order_by("line_id", "id").distinct("line_id")
    visits = coded_of_visits({row.line.claim.encounter_id for row in found})
    return [_answered(row, visits) for row in found]


def _answered(row: models.DecisionLine, visits: dict[UUID, CodedEncounter]) -> Answered:
    codes, pointers = visits.get(row.line.claim.encounter_id), row.line.pointers
    first = next((one.code for one in codes.diagnoses if one.position == pointers[0]), "") if codes and pointers else ""
    return Answered(
        code=row.line.code,
        modifiers=frozenset(row.line.modifiers),
        units=row.line.units,
        diagnosis=first,
        charge=Money(row.charge_cents),
        paid=Money(row.paid_cents),
        reasons=tuple(Reason(group, reason, Money(cents)) for group, reason, cents in row.reasons),
    )
