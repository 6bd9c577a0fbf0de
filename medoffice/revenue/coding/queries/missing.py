"""The worklist of missing charges."""

from dataclasses import dataclass
from datetime import date

from medoffice.clinic.charting.api import notes_standing
from medoffice.clinic.immunizations.api import doses_given
from medoffice.clinic.orders.api import orders_of_visits
from medoffice.records.encounters.api import seen_between
from medoffice.records.encounters.types import Encounter, EncounterClass
from medoffice.revenue.coding.offers import voided
from medoffice.revenue.coding.queries.asked import asked_of
from medoffice.revenue.coding.queries.codings import coded_of_visits, services
from medoffice.revenue.coding.rules.missing import Missing, missing_of
from medoffice.security.types import Actor

_SEEN = (EncounterClass.OFFICE, EncounterClass.TELEHEALTH)


@dataclass(frozen=True, slots=True)
class Found:
    """A visit, and what is missing of it."""

    visit: Encounter
    missing: Missing


def missing_charges(actor: Actor, first: date, last: date) -> list[Found]:
    """What is missing of the visits of these days, the oldest first. Ten queries, and those of the labels."""
    visits = [one for one in seen_between(actor, "coding.code", first, last) if one.kind in _SEEN]
    ids = [one.id for one in visits]
    codes = coded_of_visits(ids)
    asked = asked_of([one.id for one in codes.values() if not one.finished])
    gone = voided(ids)
    signed, orders, doses = notes_standing(ids), orders_of_visits(ids), doses_given(ids)
    kinds = {one.key: one.kind for one in services(last)}
    found = list[Found]()
    for one in visits:
        coded = codes.get(one.id)
        waits = coded is not None and coded.id in asked
        done, void = orders.get(one.id, []), gone.get(one.id, "")
        every = missing_of(signed.get(one.id), coded, waits, done, doses[one.id], kinds, void)
        found += [Found(one, each) for each in every]
    return found
