"""Reading a reply: yes, no, stop, start, or something a person must read."""

import re

from medoffice.front_office.outreach.types.messages import Answer

# Those of STOP and START are words that carriers listen to themselves (source: unverified).
_WORDS = {
    Answer.STOP: {"stop", "stopall", "unsubscribe", "end", "quit", "optout", "alto", "parar", "baja"},
    Answer.START: {"start", "unstop", "alta"},
    Answer.YES: {"c", "y", "yes", "confirm", "confirmed", "ok", "okay", "1", "si", "sí", "confirmo", "confirmar"},
    Answer.NO: {"x", "n", "no", "cancel", "cancelled", "canceled", "2", "cancelar", "cancelo"},
}
_POLITE = {"please", "thanks", "thank", "you", "por", "favor", "gracias"}


def read_reply(text: str) -> Answer:
    """What a reply means. Only the word alone counts, with or without thanks: "not yes" is read by a person."""
    words = [word for word in re.findall(r"[^\W_]+", text.casefold()) if word not in _POLITE]
    if len(words) == 2 and words[0] == "opt" and words[1] == "out":
        return Answer.STOP
    if len(set(words)) != 1:
        return Answer.ASK
    return next((answer for answer, known in _WORDS.items() if words[0] in known), Answer.ASK)
