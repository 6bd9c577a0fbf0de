"""What is sent to the patient of a call when it is closed."""

from medoffice.front_office.calls.offers import senders
from medoffice.front_office.calls.queries.telling import card_filled
from medoffice.front_office.calls.types import DONE, Call
from medoffice.kernel.refusals import Invalid, NotFound
from medoffice.practice.api import today_here
from medoffice.records.patients.api import patient
from medoffice.security.types import Actor

LONGEST = 900  # letters; a message has room for the office's name and telephone beside them


def send(actor: Actor, taken: Call, what: str) -> None:
    """Word that it is done, or a card in the patient's language. Raises Invalid for what cannot be sent."""
    sender = senders.get("message")
    if taken.patient_id is None or sender is None:
        raise _unsent("There is nobody to send it to.")
    sender.send(actor, taken, "" if what == DONE else _words(what, patient(taken.patient_id).language))


def _words(what: str, language: str) -> str:
    try:
        card, _ = card_filled(what, language, today_here())
    except NotFound as error:
        raise _unsent("There is no such card.") from error
    if len(card.text) > LONGEST:
        raise _unsent(f"This card is longer than a message may be ({LONGEST} letters): print it.")
    return card.text


def _unsent(why: str) -> Invalid:
    return Invalid("not-sendable", why, "Close it without sending.", {"fields": {"send": [why]}})
