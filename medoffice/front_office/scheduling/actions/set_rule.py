"""Set how many visits are taken at once, a day or beyond, or how long a kind takes with somebody."""

from typing import Any
from uuid import UUID

from medoffice.front_office.scheduling.actions.known_units import known_unit
from medoffice.front_office.scheduling.models import Rule
from medoffice.front_office.scheduling.queries.units import visit_type
from medoffice.kernel.refusals import Invalid
from medoffice.security.api import action, record
from medoffice.security.types import Actor

_MOST = {"at_once": 50, "over": 20, "per_day": 200, "minutes": 240}
_LEAST = {"at_once": 1, "over": 0, "per_day": 0, "minutes": 5}


@action("appointments.set_up")
def set_rule(
    *,
    actor: Actor,
    unit_id: UUID | None = None,
    kind: str = "",
    label: str = "",
    at_once: int | None = None,
    over: int | None = None,
    per_day: int | None = None,
    minutes: int | None = None,
) -> UUID:
    """Set the rule about a unit, a kind and a label of blocks; without a number it says nothing any more.

    Raises Invalid per field, NotFound for an unknown unit or kind.
    """
    said = {"at_once": at_once, "over": over, "per_day": per_day, "minutes": minutes}
    wrong = {
        name: [f"From {_LEAST[name]} to {_MOST[name]}."]
        for name, value in said.items()
        if value is not None and not _LEAST[name] <= value <= _MOST[name]
    }
    if minutes is not None and (unit_id is None or not kind or label):
        wrong["minutes"] = ["A length of its own is for a kind of visit with one provider."]
    if wrong:
        raise Invalid("odd-rule", "Some fields need another look.", "Correct them.", {"fields": wrong})
    about: dict[str, Any] = {
        "unit_id": known_unit(unit_id).id if unit_id else None,
        "visit_type_id": visit_type(kind).key if kind else None,
        "label": label.strip()[:40],
    }
    row, _ = Rule.objects.update_or_create(**about, defaults=said)
    record("schedule_rule", row.id)
    return row.id
