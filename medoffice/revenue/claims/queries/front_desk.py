"""What was refused for what the front desk had entered."""

from datetime import date
from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import Q

from medoffice.kernel.money import Money
from medoffice.kernel.reading import once
from medoffice.revenue.claims import models
from medoffice.revenue.claims.rules.front_desk import CAUSES, cause_of
from medoffice.revenue.claims.types import ClaimState, DeskDenial
from medoffice.security.api import permitted
from medoffice.security.types import Actor


@once
def desk_denials(actor: Actor, patient_id: UUID, payer_ids: frozenset[UUID], since: date) -> list[DeskDenial]:
    """Claims since a day of service that came back for what the front desk had entered, latest first, each once.

    Of a patient with any payer, and of all patients with these payers. One query; once while a page is read.
    """
    rows = models.DecisionLine.objects.filter(
        reduce(or_, (Q(reasons__contains=[[code]]) for code in CAUSES)),
        Q(decision__claim__patient_id=patient_id) | Q(decision__claim__payer_id__in=list(payer_ids)),
        decision__claim__state__in=[ClaimState.DENIED, ClaimState.REPLACED],
        decision__claim__date__gte=since,
    )
    mine = permitted(actor, "claims.read", rows, "decision__claim__patient_id", "decision__claim__encounter_id")
    found: dict[UUID, DeskDenial] = {}
    for line in mine.order_by("id").select_related("decision__claim__payer"):
        row = line.decision.claim
        if cause := cause_of(line.reasons):
            found[row.id] = DeskDenial(
                row.id, row.number, row.patient_id, row.payer_id, row.payer.name, row.date, Money(row.amount_cents),
                cause.words, cause.look_at, cause.mend, row.coverage_id, row.decided_at or row.made_at,
            )  # fmt: skip
    return sorted(found.values(), key=lambda one: (one.date, one.number), reverse=True)
