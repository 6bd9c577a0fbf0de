"""Which terms of a chart a recogniser is told before it hears a recording."""

from functools import reduce
from uuid import UUID

from medoffice.clinic.charting.api import chart_of
from medoffice.clinic.charting.types import ListKind
from medoffice.security.api import actor_of, can, users
from medoffice.security.types import Actor
from medoffice.standards.dictated.hinting import hints_from

KINDS = (ListKind.MEDICATION, ListKind.PROBLEM, ListKind.ALLERGY)


def hints_for(patient_id: UUID, encounter_id: UUID) -> tuple[str, ...]:
    """Medicines, problems, allergies that hold, the most useful first: only what all who may type it may know.

    So a draft never says a word of what is kept from somebody who types it.
    """
    people = [actor for user in users() if user.active and (actor := actor_of(user.id)) is not None]
    known = [_terms(one, patient_id) for one in people if can(one, "dictation.type", patient_id, encounter_id)]
    if not known:
        return ()
    common = reduce(set.intersection, map(set, known))
    return hints_from([term for term in known[0] if term in common])


def _terms(actor: Actor, patient_id: UUID) -> list[str]:
    if not can(actor, "lists.read", patient_id):
        return []
    lists = chart_of(actor, patient_id).lists
    held = [one for kind in KINDS for one in lists.get(kind, ()) if one.told.status == "active" and not one.struck]
    return [one.told.words for one in held]
