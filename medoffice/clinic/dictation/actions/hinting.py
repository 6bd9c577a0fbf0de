"""What of a chart goes into a draft: terms a recogniser is told before it hears, and what does not agree afterwards."""

import re
from datetime import timedelta
from functools import reduce
from uuid import UUID

from medoffice.clinic.charting.api import chart_of
from medoffice.clinic.charting.types import ListKind, Told
from medoffice.clinic.dictation.queries.learning import learned_of
from medoffice.clinic.dictation.rules.charts import ChartFacts, medicine_of
from medoffice.clinic.dictation.rules.learning import hints_of
from medoffice.clinic.dictation.types.learning import Hints
from medoffice.clinic.orders.api import orders_of
from medoffice.front_office.referrals.api import referrals_of
from medoffice.kernel import clock
from medoffice.practice.api import office_zone
from medoffice.records.encounters.api import encounter
from medoffice.records.patients.api import patients_by_id
from medoffice.security.api import actor_of, can, users
from medoffice.security.types import PROGRAM, Actor
from medoffice.standards.terminology.api import is_listed

_Entry = tuple[ListKind, Told]
LATELY = timedelta(days=180)  # for so long a medicine that was stopped is spoken of; of our own making
_WORD = re.compile(r"[A-Za-z]+")
KINDS = (ListKind.MEDICATION, ListKind.PROBLEM, ListKind.ALLERGY)


def hints_for(patient_id: UUID, encounter_id: UUID, author_id: UUID) -> Hints:
    """Medicines, also those stopped lately, problems, allergies: only what all who may type it may know.

    So a draft never says a word of what is kept from somebody who types it. Then what the visit is for, what was
    ordered at it, whom the patient was referred to at it: whoever may type about a visit may know these. Behind them
    the words of its author's corrections, which are no patient's.
    """
    since = (clock.today(office_zone()) - LATELY).isoformat()
    of_lists = [told.words for _, told in _common(patient_id, encounter_id, since)]
    return hints_of([*of_lists, *_of_visit(patient_id, encounter_id)], learned_of(author_id))


def facts_for(patient_id: UUID, encounter_id: UUID) -> ChartFacts:
    """What a report may contradict, as far as all who may type it may know it."""
    return _facts(patient_id, _common(patient_id, encounter_id))


def facts_known_to(actor: Actor, patient_id: UUID) -> ChartFacts:
    """What a report may contradict, as far as somebody may know it."""
    return _facts(patient_id, _told(actor, patient_id))


def _of_visit(patient_id: UUID, encounter_id: UUID) -> list[str]:
    """The words of medicine of what a visit is for, its orders, and whom the patient was referred to at it."""
    reason = [word for word in _WORD.findall(encounter(encounter_id).reason) if is_listed(word)]
    orders = [one.words for one in orders_of(encounter_id)]
    doctors = [one.performer.name for one in referrals_of(PROGRAM, patient_id) if one.encounter_id == encounter_id]
    return [*reason, *orders, *(name.partition(",")[0] for name in doctors)]


def _facts(patient_id: UUID, entries: list[_Entry]) -> ChartFacts:
    of: dict[ListKind, list[Told]] = {kind: [told for one, told in entries if one is kind] for kind in KINDS}
    who = patients_by_id([patient_id]).get(patient_id)
    sex = "" if who is None or who.pronouns else {"F": "female", "M": "male"}.get(who.sex, "")
    return ChartFacts(
        tuple(medicine_of(one.words, one.details.get("dose", "")) for one in of[ListKind.MEDICATION]),
        tuple(one.words for one in of[ListKind.PROBLEM]), tuple(one.words for one in of[ListKind.ALLERGY]), sex,
    )  # fmt: skip


def _common(patient_id: UUID, encounter_id: UUID, since: str = "") -> list[_Entry]:
    """What holds on the lists, or was taken ``since`` then, and all who may type about this visit may know."""
    people = [actor for user in users() if user.active and (actor := actor_of(user.id)) is not None]
    known = [_told(one, patient_id, since) for one in people if can(one, "dictation.type", patient_id, encounter_id)]
    if not known:
        return []
    common = reduce(set.intersection, ({told.words for _, told in found} for found in known))
    return [(kind, told) for kind, told in known[0] if told.words in common]


def _told(actor: Actor, patient_id: UUID, since: str = "") -> list[_Entry]:
    if not can(actor, "lists.read", patient_id):
        return []
    lists = chart_of(actor, patient_id).lists
    there = [(kind, one.told) for kind in KINDS for one in lists.get(kind, ()) if not one.struck]
    return [(kind, told) for kind, told in there if told.status == "active" or _stopped(kind, told, since)]


def _stopped(kind: ListKind, told: Told, since: str) -> bool:
    """Whether it is a medicine whose taking ended on this day or later, as far as its date is told."""
    return bool(since and told.ended) and kind is ListKind.MEDICATION and told.ended >= since[: len(told.ended)]
