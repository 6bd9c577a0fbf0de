"""Reads of lists of medicines: what is loaded, and what stands beside a medicine. Not loaded is never covered."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q

from medoffice.kernel.refusals import NotFound
from medoffice.records.coverage.api import coverages_on
from medoffice.records.coverage.types import Coverage
from medoffice.revenue.authorizations import models
from medoffice.revenue.authorizations.rules.matching import fitting, listing_of, words_in
from medoffice.revenue.authorizations.types import Beside, Drug, Formulary, FormularyRow, Listing


def formularies() -> list[Formulary]:
    """Every list that was taken in, by payer and plan, the latest first. One query."""
    rows = models.Formulary.objects.select_related("payer").order_by("payer__name", "plan", "-starts", "-id")
    return [_to_formulary(row) for row in rows]


def formulary(formulary_id: UUID) -> Formulary:
    """One of them. Raises NotFound. One query."""
    row = models.Formulary.objects.select_related("payer").filter(id=formulary_id).first()
    if row is None:
        raise NotFound
    return _to_formulary(row)


def lines_of(formulary_id: UUID, sought: str = "") -> list[FormularyRow]:
    """The lines of a list in its order, those that name what is sought. One query."""
    rows = models.FormularyLine.objects.filter(formulary_id=formulary_id).order_by("place")
    if sought:
        rows = rows.filter(Q(name__icontains=sought) | Q(rxnorm=sought) | Q(ndc=sought.replace("-", "")))
    return [_to_row(row) for row in rows]


def holding(every: Iterable[Formulary], payer_id: UUID, plan: str, on: date) -> Formulary | None:
    """The list that holds for a plan of a payer on a day: that of the plan before that of all plans, the latest one."""
    begun = [one for one in every if one.payer_id == payer_id and one.starts <= on]
    for wanted in dict.fromkeys((plan.strip().lower(), "")):
        found = [one for one in begun if one.plan.lower() == wanted]
        if found:
            return max(found, key=lambda one: (one.starts, one.taken_at, str(one.id)))
    return None


def beside(patient_id: UUID, drug: Drug, on: date) -> list[Beside]:
    """What the lists say of a medicine under each policy that is in force, primary first.

    Two queries, and one for each policy whose list is loaded. No policy: no line.
    """
    policies = coverages_on(patient_id, on)
    every = formularies() if policies else []
    return [_beside(one, holding(every, one.payer_id, one.plan, on), drug) for one in policies]


def _beside(policy: Coverage, one: Formulary | None, drug: Drug) -> Beside:
    if one is None:
        return Beside(policy.payer_name, policy.plan, policy.order, Listing.NOT_LOADED)
    lines = tuple(fitting(drug, _near(one.id, drug)))
    return Beside(policy.payer_name, policy.plan, policy.order, listing_of(lines), one, lines)


def _near(formulary_id: UUID, drug: Drug) -> list[FormularyRow]:
    """The lines that may speak of a medicine: those that begin with a word of it, or have a code of it."""
    codes = [code.replace("-", "") for _, code in drug.codes if code]
    named = Q(first__in=set(words_in(drug.words))) | Q(rxnorm__in=codes) | Q(ndc__in=codes)
    rows = models.FormularyLine.objects.filter(named, formulary_id=formulary_id).order_by("place")
    return [_to_row(row) for row in rows]


def _to_formulary(row: models.Formulary) -> Formulary:
    return Formulary(
        row.id, row.payer_id, row.payer.name, row.plan, row.starts, row.source, row.lines, row.taken_at, row.taken_by
    )


def _to_row(row: models.FormularyLine) -> FormularyRow:
    return FormularyRow(
        row.name, row.rxnorm, row.ndc, row.tier, row.authorization, row.step, row.limit, tuple(row.alternatives)
    )
