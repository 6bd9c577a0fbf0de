"""What of a chart goes into a draft: terms a recogniser is told before it hears, and what does not agree afterwards."""

from functools import reduce
from uuid import UUID

from medoffice.clinic.charting.api import chart_of
from medoffice.clinic.charting.types import ListKind, Told
from medoffice.clinic.dictation.queries.learning import learned_of
from medoffice.clinic.dictation.rules.charts import ChartFacts, medicine_of
from medoffice.clinic.dictation.rules.learning import hints_of
from medoffice.clinic.dictation.types.learning import Hints
from medoffice.records.patients.api import patients_by_id
from medoffice.security.api import actor_of, can, users
from medoffice.security.types import Actor

_Entry = tuple[ListKind, Told]
KINDS = (ListKind.MEDICATION, ListKind.PROBLEM, ListKind.ALLERGY)


def hints_for(patient_id: UUID, encounter_id: UUID, author_id: UUID) -> Hints:
    """Medicines, problems, allergies that hold, the most useful first: only what all who may type it may know.

    So a draft never says a word of what is kept from somebody who types it. Behind them the words of its author's
    corrections, which are no patient's.
    """
    return hints_of([told.words for _, told in _common(patient_id, encounter_id)], learned_of(author_id))


def facts_for(patient_id: UUID, encounter_id: UUID) -> ChartFacts:
    """What a report may contradict, as far as all who may type it may know it."""
    return _facts(patient_id, _common(patient_id, encounter_id))


def facts_known_to(actor: Actor, patient_id: UUID) -> ChartFacts:
    """What a report may contradict, as far as somebody may know it."""
    return _facts(patient_id, _told(actor, patient_id))


def _facts(patient_id: UUID, entries: list[_Entry]) -> ChartFacts:
    of: dict[ListKind, list[Told]] = {kind: [told for one, told in entries if one is kind] for kind in KINDS}
    who = patients_by_id([patient_id]).get(patient_id)
    sex = "" if who is None or who.pronouns else {"F": "female", "M": "male"}.get(who.sex, "")
    return ChartFacts(
        tuple(medicine_of(one.words, one.details.get("dose", "")) for one in of[ListKind.MEDICATION]),
        tuple(one.words for one in of[ListKind.PROBLEM]), tuple(one.words for one in of[ListKind.ALLERGY]), sex,
    )  # fmt: skip


def _common(patient_id: UUID, encounter_id: UUID) -> list[_Entry]:
    """What holds on the lists and all who may type about this visit may know."""
    people = [actor for user in users() if user.active and (actor := actor_of(user.id)) is not None]
    known = [_told(one, patient_id) for one in people if can(one, "dictation.type", patient_id, encounter_id)]
    if not known:
        return []
    common = reduce(set.intersection, ({told.words for _, told in found} for found in known))
    return [(kind, told) for kind, told in known[0] if told.words in common]


def _told(actor: Actor, patient_id: UUID) -> list[_Entry]:
    if not can(actor, "lists.read", patient_id):
        return []
    lists = chart_of(actor, patient_id).lists
    held = [(kind, one) for kind in KINDS for one in lists.get(kind, ())]
    return [(kind, one.told) for kind, one in held if one.told.status == "active" and not one.struck]
