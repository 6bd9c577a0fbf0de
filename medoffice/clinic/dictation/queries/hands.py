"""How somebody works the player."""

from medoffice.clinic.dictation.models import DictationHand
from medoffice.clinic.dictation.types.hands import USUAL, Act, Hand
from medoffice.security.types import Actor


def hand_of(actor: Actor) -> Hand:
    """Their own keys, else the usual ones. One query."""
    row = DictationHand.objects.filter(person_id=actor.id).first()
    if row is None:
        return Hand(USUAL)
    keys = {act: str(row.keys.get(act.value, "")) for act in Act}
    return Hand(keys, row.back_ms, row.percent, row.pass_percent, row.version)
