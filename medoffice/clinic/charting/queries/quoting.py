"""The lists as letters quote them: each entry in words, with what goes along with it."""

from collections.abc import Collection, Sequence

from medoffice.clinic.charting.queries.beside import going_with, lines_of
from medoffice.clinic.charting.queries.chart import charts_of
from medoffice.clinic.charting.rules.kinds import KINDS
from medoffice.clinic.charting.types import ListKind
from medoffice.front_office.letters.types.templates import About, FieldType, MergeField, Value, Values
from medoffice.security.api import can
from medoffice.security.types import Actor

_QUOTED = {
    "chart.allergies": ListKind.ALLERGY,
    "chart.medications": ListKind.MEDICATION,
    "chart.problems": ListKind.PROBLEM,
}
FIELDS = tuple(
    MergeField(
        name,
        FieldType.LIST,
        f"the patient's {KINDS[kind].title.lower()}, as the chart has them",
        (MergeField("words", FieldType.TEXT, "an entry, with the amendment beside it"),),
    )
    for name, kind in _QUOTED.items()
)


def read_lists(actor: Actor, abouts: Sequence[About], names: Collection[str]) -> list[Values]:
    """What the lists of each patient say, for who reads them or gives a chart to others; without what may not leave.

    As ``charts_of`` and ``going_with``.
    """
    wanted = {name: kind for name, kind in _QUOTED.items() if name in names}
    people = {one.patient_id for one in abouts} if wanted else set()
    may = [who for who in people if can(actor, "lists.read", who) or can(actor, "summaries.export", who)]
    charts = charts_of(actor, may, "letters.send") if may else {}
    along = going_with(*charts.values()) if charts else {}
    found: list[Values] = []
    for one in abouts:
        chart, values = charts.get(one.patient_id), dict[str, Value]()
        for name, kind in wanted.items():
            if chart and (lines := lines_of(chart, kind, along)):
                values[name] = tuple({"words": line} for line in lines)
        found.append(values)
    return found
