"""What stands beside a patient's name on every page of clinical people: the allergies."""

from uuid import UUID

from medoffice.clinic.charting.queries.chart import charts_of, incoming_of
from medoffice.clinic.charting.rules.allergies import allergies_told
from medoffice.clinic.charting.types import ListKind
from medoffice.kernel.reading import once
from medoffice.records.patients.types.people import BannerFact
from medoffice.security.api import can
from medoffice.security.types import Actor

WORD = "lists.banner"


def allergies_beside(actor: Actor, patient_id: UUID) -> tuple[BannerFact, ...]:
    """The allergies of a patient as somebody may know them; nothing for who does not treat.

    Three queries, and the labels'. Where some came in with a document and nobody looked, it is not said that there are
    none. What a label keeps from them is left out, as on the chart itself; where only what is
    kept holds, nothing is said: neither that there are none nor that nobody asked, for neither is so.
    """
    return _told(actor, patient_id) if can(actor, WORD, patient_id) else ()


@once
def _told(actor: Actor, patient_id: UUID) -> tuple[BannerFact, ...]:
    chart = charts_of(actor, [patient_id], WORD, kinds=(ListKind.ALLERGY,))[patient_id]
    waits = incoming_of(actor, patient_id) if ListKind.ALLERGY in chart.hidden else []
    return allergies_told(chart, sum(one.kind is ListKind.ALLERGY for one in waits))
