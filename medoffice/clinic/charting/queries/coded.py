"""Whose problem lists name certain codes."""

from collections.abc import Collection

from medoffice.clinic.charting import models
from medoffice.clinic.charting.queries.chart import charts_of
from medoffice.clinic.charting.rules.kinds import ICD10, KINDS
from medoffice.clinic.charting.types import ListKind, Version
from medoffice.security.api import permitted
from medoffice.security.types import Actor
from medoffice.standards.terminology.api import bare


def problems_coded(actor: Actor, codes: Collection[str]) -> list[Version]:
    """The problems that are not over and have one of these codes, as the actor may know them, by code and patient.

    A code that was taken without its point is that code, too. Five queries, and those of the labels.
    """
    written = {*codes, *filter(None, map(bare, codes))}
    rows = models.ListEntry.objects.filter(kind=ListKind.PROBLEM, system=ICD10, code__in=written)
    people = set(permitted(actor, "lists.read", rows).values_list("patient_id", flat=True))
    charts = charts_of(actor, people, "lists.read", kinds=(ListKind.PROBLEM,))
    every = (one for chart in charts.values() for one in chart.lists.get(ListKind.PROBLEM, ()))
    over = KINDS[ListKind.PROBLEM].ends
    wanted = [one for one in every if one.told.code in written and one.told.status != over and not one.struck]
    return sorted(wanted, key=lambda one: (one.told.code, one.patient_id))
