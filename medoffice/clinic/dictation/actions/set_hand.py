"""Say with which keys or pedals one works the player."""

from medoffice.clinic.dictation.models import DictationHand
from medoffice.clinic.dictation.rules.hands import BACK_MOST, FASTEST, SLOWEST, wrong_keys
from medoffice.clinic.dictation.types.hands import Hand
from medoffice.kernel import clock
from medoffice.kernel.refusals import Conflict, Invalid
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("dictation.shorten")
def set_hand(*, actor: Actor, hand: Hand) -> None:
    """From now on, wherever one signs in. ``hand.version`` is the one that was seen.

    Raises Invalid per field, Conflict if it was said otherwise meanwhile, in another window.
    """
    wrong = {act.value: [words] for act, words in wrong_keys(hand.keys).items()}
    if not 0 <= hand.back_ms <= BACK_MOST:
        wrong["seconds"] = ["From 0 to 5 seconds."]
    for name, percent in (("percent", hand.percent), ("pass_percent", hand.pass_percent)):
        if not SLOWEST <= percent <= FASTEST:
            wrong[name] = ["From 50 to 200."]
    if wrong:
        raise Invalid("hand-odd", "Some fields need another look.", "", {"fields": wrong})
    told = {
        "keys": hand.shown, "back_ms": hand.back_ms, "percent": hand.percent, "pass_percent": hand.pass_percent,
        "set_at": clock.now(),
    }  # fmt: skip
    row, new = DictationHand.objects.select_for_update().get_or_create(person_id=actor.id, defaults=told)
    if hand.version != (0 if new else row.version):
        words = "You kept other keys meanwhile, in another window. Both are shown here."
        raise Conflict("changed-meanwhile", words, "Keep again what is to hold.")
    if not new:
        DictationHand.objects.filter(id=row.id).update(**told, version=row.version + 1)
    record("dictation_hand", row.id)
