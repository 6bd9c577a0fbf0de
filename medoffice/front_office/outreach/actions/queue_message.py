"""Put a message to a patient into the out-box."""

from collections.abc import Mapping
from uuid import UUID
from zoneinfo import ZoneInfo

from medoffice.front_office.outreach.actions.writing import Wanted, write_message
from medoffice.front_office.outreach.models import Message
from medoffice.front_office.outreach.types.messages import Purpose
from medoffice.kernel.trace import Ref
from medoffice.practice.api import office_zone, site
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("outreach.send")
def queue_message(
    *,
    actor: Actor,
    patient_id: UUID,
    purpose: Purpose,
    about: Ref,
    key: str,
    values: Mapping[str, str],
    visit_id: UUID | None = None,
    site_id: UUID | None = None,
) -> UUID:
    """Say something to a patient the way they prefer; the same key again is the same message.

    ``values`` fill the text; ``at`` (when it is) and ``ends`` (until when an answer counts) are instants in ISO.
    Labels on ``visit_id`` decide how much may be said; quiet hours are those of the site's zone.
    """
    require(actor, "outreach.send", patient_id)
    known = Message.objects.filter(key=key).values_list("id", flat=True).first()
    if known is not None:
        return known
    place = site(site_id) if site_id else None
    zone = ZoneInfo(place.zone) if place else office_zone()
    wanted = Wanted(patient_id, purpose, about, key, values, zone, visit_id, place.phone if place else "")
    row = write_message(actor, wanted)
    record("outreach_message", row.id, subjects=[patient_id], purpose=purpose.value, channel=row.channel)
    return row.id
