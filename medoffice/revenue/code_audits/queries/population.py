"""The visits an audit may draw from."""

from medoffice.records.encounters.api import seen_between
from medoffice.revenue.code_audits.rules.sampling import fits
from medoffice.revenue.code_audits.types import Sampling
from medoffice.revenue.coding.api import coded_of_visits, coders_by_name
from medoffice.revenue.coding.types import CodedEncounter
from medoffice.security.types import Actor


def coders(actor: Actor) -> list[str]:
    """Who released codes by now, but for oneself. One query."""
    return [one for one in coders_by_name() if one != actor.name]


def population(actor: Actor, said: Sampling) -> list[CodedEncounter]:
    """Released visits that fit, coded by another, of which the actor may know.

    Four queries, and those of the labels.
    """
    visits = {one.id: one for one in seen_between(actor, "code_audits.audit", said.first, said.last)}
    codes = coded_of_visits(list(visits))
    others = (one for one in codes.values() if one.coder != actor.name)
    return [one for one in others if fits(said, one, visits[one.encounter_id].provider_id)]
