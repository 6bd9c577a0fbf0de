"""Define a kind of visit, or change its length."""

from medoffice.front_office.scheduling.models import VisitType
from medoffice.kernel.refusals import Invalid
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("appointments.set_up")
def define_visit_type(
    *, actor: Actor, key: str, name: str, minutes: int, encounter_class: str = "office", takes_copay: bool = True
) -> None:
    """Define or redefine; booked appointments keep their length. Raises Invalid for a length outside 5 to 240."""
    if not 5 <= minutes <= 240:
        raise Invalid("odd-length", "A visit lasts 5 to 240 minutes.", "Correct the length.")
    VisitType.objects.update_or_create(
        key=key,
        defaults={
            "name": name,
            "minutes": minutes,
            "encounter_class": encounter_class,
            "takes_copay": takes_copay,
        },
    )
    record("visit_type", None, key=key)
