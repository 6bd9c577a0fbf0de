"""Keep what the office prescribes often."""

from uuid import UUID

from medoffice.clinic.prescriptions.actions.rows import columns_of
from medoffice.clinic.prescriptions.models import Favourite
from medoffice.clinic.prescriptions.types.prescribing import Prescribed
from medoffice.kernel import clock
from medoffice.kernel.codec import to_json
from medoffice.kernel.refusals import Invalid
from medoffice.security.api import action, record
from medoffice.security.types import Actor

LONGEST = 80


@action("prescriptions.favour")
def keep_favourite(*, actor: Actor, name: str, says: Prescribed) -> UUID:
    """Keep it under a name; the same name again says the new thing. Raises Invalid for what cannot be prescribed."""
    called = " ".join(name.split())
    if not 0 < len(called) <= LONGEST:
        raise Invalid(
            "favourite-nameless", "Call it something.", "", {"fields": {"name": [f"1 to {LONGEST} letters."]}}
        )
    columns_of(says)
    told = {"says": to_json(says, Prescribed), "used": True, "made_by": actor.name, "made_at": clock.now()}
    row, _ = Favourite.objects.update_or_create(name=called, defaults=told)
    record("prescription_favourite", row.id)
    return row.id
