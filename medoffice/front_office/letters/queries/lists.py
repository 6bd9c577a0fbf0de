"""The lists that letters and postcards can go to which this room knows itself; other rooms register theirs."""

from uuid import UUID

from medoffice.front_office.letters.offers import lists
from medoffice.front_office.letters.types.letters import LetterList
from medoffice.front_office.outreach.api import away_for, board
from medoffice.front_office.scheduling.api import appointments_on
from medoffice.front_office.scheduling.types import AppointmentState
from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import office_zone, today_here
from medoffice.records.patients.api import search
from medoffice.security.types import Actor

MOST = 1000
AWAY_MONTHS = 18
_GONE = {AppointmentState.CANCELLED, AppointmentState.LATE_CANCEL, AppointmentState.MOVED}


def letter_lists() -> list[LetterList]:
    """The lists that letters can go to, in the order they were registered. No query."""
    return list(lists.values())


def letter_list(key: str) -> LetterList:
    """One of them. Raises NotFound. No query."""
    found = lists.get(key)
    if found is None:
        raise NotFound
    return found


def own_lists() -> list[LetterList]:
    """Who is due, who comes today, who was not here for long, and whoever a search finds. No query."""
    return [
        LetterList("recalls", "Recalls: who is due", _due),
        LetterList("today", "Today's schedule", _today),
        LetterList("away", f"Not seen for {AWAY_MONTHS} months", _away),
        LetterList("search", "Patients found by a search", _found, "Name, birth date, phone or MRN"),
    ]


def _due(actor: Actor, _: str) -> list[UUID]:
    return [one.patient_id for one in board(actor, limit=MOST)]


def _today(actor: Actor, _: str) -> list[UUID]:
    booked = appointments_on(actor, None, today_here(), office_zone().key)
    return [one.patient_id for one in booked if one.state not in _GONE]


def _away(actor: Actor, _: str) -> list[UUID]:
    return [who for who, _ in away_for(actor, AWAY_MONTHS, MOST)]


def _found(actor: Actor, typed: str) -> list[UUID]:
    return [one.id for one in search(actor, typed, MOST)]
