"""Define a kind of visit, or change its length."""

from medoffice.front_office.scheduling.models import VisitType
from medoffice.front_office.scheduling.queries.units import groups_known
from medoffice.kernel.refusals import Invalid
from medoffice.practice.api import key_for
from medoffice.records.encounters.types import EncounterClass
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("appointments.set_up")
def define_visit_type(
    *,
    actor: Actor,
    key: str = "",
    name: str,
    minutes: int,
    encounter_class: str = "office",
    takes_copay: bool = True,
    needs: tuple[str, ...] = (),
    fasting: bool = False,
) -> None:
    """Define or redefine, by the key or else by the name; booked appointments keep their length and what they hold.

    Raises Invalid per field.
    """
    wrong = {}
    if not name.strip():
        wrong["name"] = ["This is needed."]
    if not 5 <= minutes <= 240:
        wrong["minutes"] = ["A visit lasts 5 to 240 minutes."]
    if encounter_class not in set(EncounterClass):
        wrong["encounter_class"] = ["Choose one of the kinds."]
    missing = sorted(set(needs) - set(groups_known())) if needs else []
    if missing:
        wrong["needs"] = [f"Nothing of the group {', '.join(missing)} can be booked."]
    if wrong:
        raise Invalid("odd-visit-type", "Some fields need another look.", "Correct them.", {"fields": wrong})
    known = dict(VisitType.objects.values_list("name", "key"))
    key = key or known.get(name.strip()) or key_for(name, set(known.values()), "visit")
    VisitType.objects.update_or_create(
        key=key,
        defaults={
            "name": name.strip(),
            "minutes": minutes,
            "encounter_class": encounter_class,
            "takes_copay": takes_copay,
            "needs": list(needs),
            "fasting": fasting,
        },
    )
    record("visit_type", None, key=key)
