"""Put another diagnosis code into a favourite whose code ended."""

from dataclasses import replace
from uuid import UUID

from medoffice.clinic.prescriptions.actions.rows import columns_of
from medoffice.clinic.prescriptions.models import Favourite
from medoffice.clinic.prescriptions.types.prescribing import Prescribed
from medoffice.kernel.codec import from_json, to_json
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.security.api import action, record
from medoffice.security.types import Actor
from medoffice.standards.terminology.api import bare, dotted


@action("prescriptions.recode")
def recode_favourite(*, actor: Actor, favourite_id: UUID, old: str, new: str) -> None:
    """It says the new code from now on, and the rest, with who made it, as it did.

    Raises NotFound, Refusal if it says another by now.
    """
    row = Favourite.objects.select_for_update().filter(id=favourite_id, used=True).first()
    if row is None:
        raise NotFound
    says = from_json(row.says, Prescribed)
    if dotted(bare(says.diagnosis)) != old:
        raise Refusal("changed-meanwhile", f"{row.name} no longer says {old}.", "Open the update again.")
    says = replace(says, diagnosis=new)
    columns_of(says)
    row.says = to_json(says, Prescribed)
    row.save(update_fields=["says"])
    record("prescription_favourite", row.id, old=old, new=new)
