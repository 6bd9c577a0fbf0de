"""Reading a reply: yes, no, stop, start, or something a person must read."""

import re
import unicodedata

from medoffice.front_office.outreach.types.messages import Answer

# Those of STOP and START are words that carriers listen to themselves (source: unverified).
_WORDS = {
    Answer.STOP: {"stop", "stopall", "unsubscribe", "end", "quit", "optout", "revoke", "alto", "parar", "baja"},
    Answer.START: {"start", "unstop", "alta"},
    Answer.YES: {"c", "y", "yes", "confirm", "confirmed", "ok", "okay", "si", "sí", "confirmo", "confirmar"},
    Answer.NO: {"x", "n", "no", "cancel", "cancelled", "canceled", "cancelar", "cancelo"},
}
_POLITE = {"please", "thanks", "thank", "you", "por", "favor", "gracias"}


def read_reply(text: str) -> Answer:
    """What a reply means. Only the word alone counts, with or without thanks: a person reads "not yes" and "yes?"."""
    said = unicodedata.normalize("NFKC", text).casefold()
    words = [word for word in re.findall(r"[^\W_]+", said) if word not in _POLITE]
    if len(words) == 2 and words[0] == "opt" and words[1] == "out":
        return Answer.STOP
    if len(set(words)) != 1:
        return Answer.ASK
    means = next((answer for answer, known in _WORDS.items() if words[0] in known), Answer.ASK)
    return Answer.ASK if "?" in said and means is not Answer.STOP else means
