"""A device begins to fill the forms of a link; from then on no other does."""

import secrets

from medoffice.front_office.forms.models import Link
from medoffice.front_office.forms.queries import link_row, token_hash
from medoffice.kernel.refusals import Refusal
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("forms.hand", shown_once=True)
def begin_link(*, actor: Actor, token: str) -> str:
    """Returns the device's secret, kept as a hash. Raises Refusal if the link has ended or another device has begun."""
    row = Link.objects.select_for_update().get(id=link_row(token).id)
    if row.device_hash:
        raise Refusal("another-device", "This was begun on another device.", "Ask at the desk for another link.")
    secret = secrets.token_urlsafe(24)
    row.device_hash = token_hash(secret)
    row.save(update_fields=["device_hash"])
    record("form link", row.id, subjects=[row.patient_id])
    return secret
