"""Keep the speed at which one hears danger words, as it was made faster or slower there."""

from medoffice.clinic.dictation.models import DictationHand
from medoffice.clinic.dictation.queries.hands import hand_of
from medoffice.clinic.dictation.rules.hands import FASTEST, SLOWEST
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("dictation.shorten")
def set_pass_pace(*, actor: Actor, percent: int) -> None:
    """From now on, wherever one signs in; keys and all else stay. The version goes on, so an open page of keys that
    shows the speed before does not put it back in silence. Raises Invalid for what is no speed.
    """
    if not SLOWEST <= percent <= FASTEST:
        raise Invalid("pace-odd", "From 50 to 200.", "", {"fields": {"pass_percent": ["From 50 to 200."]}})
    hand = hand_of(actor)
    usual = {"keys": hand.shown, "back_ms": hand.back_ms, "percent": hand.percent}
    row, new = DictationHand.objects.select_for_update().get_or_create(
        person_id=actor.id, defaults={**usual, "pass_percent": percent, "set_at": clock.now()}
    )
    if not new and row.pass_percent != percent:
        row.pass_percent, row.set_at = percent, clock.now()
        row.version += 1
        row.save(update_fields=["pass_percent", "set_at", "version"])
    record("dictation_hand", row.id)
