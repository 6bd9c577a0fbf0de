"""How somebody works the player."""

from medoffice.clinic.dictation.models import DictationHand
from medoffice.clinic.dictation.types.hands import USUAL, Act, Hand
from medoffice.security.types import Actor


def hand_of(actor: Actor) -> Hand:
    """Their own keys, else the usual ones. One query."""
    row = DictationHand.objects.filter(person_id=actor.id).first()
    if row is None:
        return Hand(USUAL)
    return Hand({act: str(row.keys.get(act.value, "")) for act in Act}, row.back_ms, row.percent, row.version)
