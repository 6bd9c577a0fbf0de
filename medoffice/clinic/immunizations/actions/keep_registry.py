"""Say which immunization registry the office reports to."""

from medoffice.clinic.immunizations.models import ImmunizationRegistry
from medoffice.clinic.immunizations.types import ToRegistry
from medoffice.kernel import clock
from medoffice.kernel.refusals import Conflict, Invalid
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("vaccines.set_up")
def keep_registry(*, actor: Actor, to: ToRegistry, seen_version: int = 0) -> None:
    """Its name and how messages to it are addressed; only doses from here on are reported. Raises Invalid, Conflict."""
    if not to.name.strip():
        raise Invalid("name-missing", "Say its name.", "", {"fields": {"name": ["This is needed."]}})
    row = ImmunizationRegistry.objects.select_for_update().first() or ImmunizationRegistry(version=0)
    if row.version != seen_version:
        raise Conflict("changed-meanwhile", f"{row.changed_by} changed it meanwhile.", "Read it again, then change it.")
    row.name, row.used = to.name.strip()[:80], to.used
    row.application, row.facility = to.application.strip()[:40], to.facility.strip()[:40]
    row.our_facility = to.our_facility.strip()[:40]
    row.version, row.changed_by, row.changed_at = row.version + 1, actor.name, clock.now()
    row.save()
    record("immunization_registry", row.id)
