"""Say with which keys or pedals one works the player."""

from medoffice.clinic.dictation.models import DictationHand
from medoffice.clinic.dictation.rules.hands import BACK_MOST, FASTEST, SLOWEST, wrong_keys
from medoffice.clinic.dictation.types.hands import Hand
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("dictation.shorten")
def set_hand(*, actor: Actor, hand: Hand) -> None:
    """From now on, wherever one signs in. Raises Invalid per field."""
    wrong = {act.value: [words] for act, words in wrong_keys(hand.keys).items()}
    if not 0 <= hand.back_ms <= BACK_MOST:
        wrong["seconds"] = ["From 0 to 5 seconds."]
    if not SLOWEST <= hand.percent <= FASTEST:
        wrong["percent"] = ["From 50 to 200."]
    if wrong:
        raise Invalid("hand-odd", "Some fields need another look.", "", {"fields": wrong})
    told = {"keys": hand.shown, "back_ms": hand.back_ms, "percent": hand.percent, "set_at": clock.now()}
    row, _ = DictationHand.objects.update_or_create(person_id=actor.id, defaults=told)
    record("dictation_hand", row.id)
