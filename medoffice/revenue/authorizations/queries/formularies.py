"""Reads of lists of medicines: what is loaded, and what stands beside a medicine. Not loaded is never covered."""

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


def lines_of(formulary_id: UUID, sought: str = "", limit: int | None = None) -> tuple[list[FormularyRow], int]:
    """The first lines of a list in its order, those that name what is sought, and how many there are. Two queries."""
    rows = models.FormularyLine.objects.filter(formulary_id=formulary_id).order_by("place")
    if sought:
        rows = rows.filter(Q(name__icontains=sought) | Q(rxnorm=sought) | Q(ndc=sought.replace("-", "")))
    return [_to_row(row) for row in rows[:limit]], rows.count()


def holding(payer_id: UUID, plan: str, on: date) -> Formulary | None:
    """The list that holds for a plan of a payer on a day: that of the plan before that of all plans, the latest one.

    One query, and one more where the plan has no list of its own.
    """
    begun = models.Formulary.objects.select_related("payer").filter(payer_id=payer_id, starts__lte=on)
    for wanted in dict.fromkeys((plan.strip(), "")):
        row = begun.filter(plan__iexact=wanted).order_by("-starts", "-taken_at", "-id").first()
        if row is not None:
            return _to_formulary(row)
    return None


def beside(patient_id: UUID, drug: Drug, on: date) -> list[Beside]:
    """What the lists say of a medicine under each policy that is in force, primary first.

    One query, and three at most for each policy. No policy: no line.
    """
    policies = coverages_on(patient_id, on)
    return [_beside(one, holding(one.payer_id, one.plan, on), drug) for one in policies]


def _beside(policy: Coverage, one: Formulary | None, drug: Drug) -> Beside:
    said = (policy.id, policy.payer_name, policy.plan, policy.order)
    if one is None:
        return Beside(*said, Listing.NOT_LOADED)
    lines = tuple(fitting(drug, _near(one.id, drug)))
    return Beside(*said, listing_of(lines), one, lines)


def _near(formulary_id: UUID, drug: Drug) -> list[FormularyRow]:
    """The lines that may speak of a medicine: those that begin with a word of it, or have a code of it."""
    codes = [code.replace("-", "") for _, code in drug.codes if code]
    named = Q(first__in=set(words_in(drug.words))) | Q(rxnorm__in=codes) | Q(ndc__in=codes)
    rows = models.FormularyLine.objects.filter(named, formulary_id=formulary_id).order_by("place")
    return [_to_row(row) for row in rows]


def _to_formulary(row: models.Formulary) -> Formulary:
    return Formulary(
        row.id, row.payer_id, row.payer.name, row.plan, row.starts, row.source, row.lines, row.nameless, row.taken_at,
        row.taken_by,
    )  # fmt: skip


def _to_row(row: models.FormularyLine) -> FormularyRow:
    return FormularyRow(
        row.name, row.rxnorm, row.ndc, row.tier, row.authorization, row.step, row.limit, tuple(row.alternatives)
    )
