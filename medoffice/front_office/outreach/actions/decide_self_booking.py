"""Decide what patients may book by themselves."""

from dataclasses import asdict

from medoffice.front_office.outreach.models import SelfBooking as Row
from medoffice.front_office.outreach.types.visits import SelfBooking
from medoffice.front_office.scheduling.api import visit_types
from medoffice.kernel.refusals import Invalid
from medoffice.kernel.versions import save_changes
from medoffice.practice.api import providers
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("outreach.set_up")
def decide_self_booking(*, actor: Actor, wanted: SelfBooking) -> None:
    """From now on; ``wanted.version`` is the one that was seen. Raises Invalid per field, Conflict."""
    wrong = {}
    if set(wanted.kinds) - {kind.key for kind in visit_types()} or (wanted.on and not wanted.kinds):
        wrong["kinds"] = ["Choose kinds of visits."]
    if set(wanted.provider_ids) - {one.id for one in providers()} or (wanted.on and not wanted.provider_ids):
        wrong["provider_ids"] = ["Choose providers."]
    if wrong:
        raise Invalid("odd-self-booking", "Some fields need another look.", "Correct them.", {"fields": wrong})
    row, _ = Row.objects.get_or_create(only=True, defaults={"version": 0})
    typed = {**asdict(wanted), "kinds": list(wanted.kinds), "provider_ids": list(wanted.provider_ids)}
    seen = typed.pop("version")
    _, changed = save_changes(row, typed, seen_version=seen, by=actor.name)
    record("outreach_self_booking", fields=changed)
