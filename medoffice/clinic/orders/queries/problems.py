"""Why something may be ordered: the patient's problems that have a code."""

from uuid import UUID

from medoffice.clinic.charting.api import chart_of
from medoffice.clinic.charting.types import ListKind
from medoffice.security.api import can
from medoffice.security.types import Actor

_MOST, _HOLD = 9, ("active", "recurrence", "relapse")


def problems_coded(actor: Actor, patient_id: UUID) -> list[tuple[str, str]]:
    """The problems of the chart that hold, by ICD-10-CM code, as the actor may know them. Those of ``chart_of``."""
    if not can(actor, "lists.read", patient_id):
        return []
    found = chart_of(actor, patient_id).lists.get(ListKind.PROBLEM, ())
    held = [
        one.told for one in found if one.told.status in _HOLD and not one.struck and one.told.verification != "refuted"
    ]
    return list({one.code: (one.code, one.words) for one in held if one.system == "ICD-10-CM" and one.code}.values())[
        :_MOST
    ]
