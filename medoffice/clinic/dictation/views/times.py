"""How the time of a dictation stands, as screens show it."""

from medoffice.clinic.dictation.rules.due import level
from medoffice.clinic.dictation.rules.moving import OPEN
from medoffice.clinic.dictation.types.dictations import Dictation, Level
from medoffice.kernel import clock

_TONES = {Level.FINE: "", Level.SOON: "warn", Level.LATE: "bad"}


def time_of(one: Dictation) -> tuple[str, str]:
    """How its time stands, and the tone of that; nothing for what is no longer open."""
    if one.state not in OPEN:
        return "", ""
    now = clock.now()
    minutes = round(abs((one.due_at - now).total_seconds()) / 60)
    long = f"{minutes} min" if minutes < 90 else f"{round(minutes / 60)} h"
    late = now >= one.due_at
    return (f"{long} late" if late else f"in {long}"), _TONES[level(one.sent_at, one.due_at, now)]
