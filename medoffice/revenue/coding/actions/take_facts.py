"""Take the diagnoses of some days away as a table, for a registry."""

from datetime import date

from medoffice.revenue.coding.queries.facts import diagnoses_between
from medoffice.revenue.coding.types import DiagnosisFact
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("coding.take")
def take_facts(*, actor: Actor, first: date, last: date, begins: str = "") -> list[DiagnosisFact]:
    """What was released of these days and codes, as far as it may leave by this actor; the trail says of whom."""
    found = list(diagnoses_between(actor, first, last, begins=begins, word="coding.take"))
    record(subjects={one.patient_id for one in found}, rows=len(found), begins=begins)
    return found
