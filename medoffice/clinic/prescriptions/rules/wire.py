"""The wire: what may go by it, what an answer means, how long silence lasts, what is tried again."""

from datetime import timedelta

from medoffice.clinic.prescriptions.types.exchange import Event, Message
from medoffice.clinic.prescriptions.types.prescribing import Prescribed, Schedule
from medoffice.clinic.prescriptions.types.wire import Answer

STATUS_WITHIN, CANCEL_WITHIN = timedelta(hours=24), timedelta(hours=48)
# Ours, not any network's: what did not come through is sent anew this often, this far apart; a rejection never.
MOST_TRIES, AGAIN_AFTER = 3, timedelta(minutes=15)
NOT_THROUGH = frozenset({"600", "602"})
_FILLS = {
    "Dispensed": Event.FILLED,
    "Partially": Event.PARTLY,
    "NotDispensed": Event.NOT_FILLED,
    "Transferred": Event.TRANSFERRED,
}
_CANCELS = {"Approved": Event.CANCEL_DONE, "Denied": Event.CANCEL_DENIED}
ASKS = {
    "G": "a generic instead",
    "T": "another medicine instead",
    "D": "a look at its use with others",
    "S": "how it is meant",
    "OS": "another, since it is out of stock",
    "P": "a prior authorization",
    "U": "whether the prescriber may prescribe it",
    "RM": "what its safety program needs",
}


def not_by_wire(schedule: Schedule, address: str) -> str:
    """Why it does not go by wire; "" if it may. There is no certified line, so nothing that is or may be controlled."""
    if schedule.controlled:
        return "A controlled medicine does not go by wire: this program has no certified line"
    if schedule is Schedule.UNKNOWN:
        return "Nobody here knows this medicine, so it may be controlled; it does not go by wire"
    return "" if address else "This pharmacy takes nothing by wire"


def answered_within(message: Message) -> timedelta:
    """How long a message may be without its answer."""
    return CANCEL_WITHIN if message is Message.CANCEL else STATUS_WITHIN


def event_of(message: Message, said: str) -> Event | None:
    """What an answer is to the prescription; None for a code that nobody knows."""
    if message is Message.FILL:
        return _FILLS.get(said)
    if message is Message.CANCEL_RESPONSE:
        return _CANCELS.get(said)
    return {Message.STATUS: Event.STATUS, Message.VERIFY: Event.VERIFIED}.get(message)


def tried_again(code: str, tries: int) -> bool:
    """Whether what this error met is sent anew, under another number."""
    return code in NOT_THROUGH and tries < MOST_TRIES


def answer_of(before: Prescribed | None, made: Prescribed) -> Answer:
    """What an approval is: the same, with another number of refills or quantity, or something else in its place."""
    if before is None or (before.medicine, before.sig, before.form) != (made.medicine, made.sig, made.form):
        return Answer.REPLACED
    same = (before.refills, before.quantity, before.days_supply, before.daw)
    return Answer.APPROVED if same == (made.refills, made.quantity, made.days_supply, made.daw) else Answer.CHANGED
