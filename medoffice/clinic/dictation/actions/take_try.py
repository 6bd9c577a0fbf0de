"""Take up a try of the recogniser."""

from uuid import UUID

from medoffice.clinic.dictation.models import DictationHearing, DictationHearingTry
from medoffice.clinic.dictation.rules.trying import SET_ANEW
from medoffice.kernel import clock
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("dictation.draft")
def take_try(*, actor: Actor, try_id: UUID) -> bool:
    """Before its sound goes anywhere; whether it is still to be heard. One of what was set before is not."""
    del actor
    row = DictationHearingTry.objects.select_for_update(of=("self",)).select_related("hearing").get(id=try_id)
    if row.ended_at is not None:
        return False
    of, newest = row.hearing, DictationHearing.objects.order_by("-id").first()
    meant = newest is not None and newest.id == of.id
    if meant:
        row.taken_at = clock.now()
    else:
        row.ended_at, row.trouble = clock.now(), SET_ANEW
    row.save()
    asked = of.address if meant else ""
    record("dictation_hearing_try", row.id, recogniser=of.recogniser, asked=asked, model=of.model)
    return meant
