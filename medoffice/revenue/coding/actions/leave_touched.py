"""Leave something as it is that names a code that ended."""

from medoffice.kernel import clock
from medoffice.revenue.coding.models import LeftAsItIs
from medoffice.revenue.coding.queries.touched import touched_at
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("coding.mend")
def leave_touched(*, actor: Actor, key: str) -> None:
    """Somebody looked at it and left it: that stands on the page of the update, and it can still be mended. Once."""
    found = touched_at(actor, key)
    told = {"left_by": actor.name, "left_at": clock.now()}
    LeftAsItIs.objects.get_or_create(kind=found.kind.value, ref=found.ref, code=found.code, defaults=told)
    people = [found.patient_id] if found.patient_id else []
    record("code_update", subjects=people, touched=found.kind.name.lower(), left=found.code, version=found.version)
