"""Reads of whom a call is about: who they are to the caller, who may be told, who lives with them."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from medoffice.front_office.calls.queries.calls import calls_of
from medoffice.front_office.calls.rules.telling import may_be_told
from medoffice.front_office.calls.types import Call, Lists, Told
from medoffice.practice.api import today_here
from medoffice.records.disclosures.api import objections
from medoffice.records.patients.api import banner, household, patient, permitted_people, permitting, search, years_of
from medoffice.records.patients.types.people import Banner, Patient, PatientHit, PermittedPerson
from medoffice.security.types import Actor


@dataclass(frozen=True, slots=True)
class About:
    """Whom a call is about, for the one at the telephone."""

    banner: Banner
    who: Patient
    permitted: list[PermittedPerson]
    family: list[PatientHit]
    calls: list[Call]


def about(actor: Actor, patient_id: UUID) -> About:
    """The patient with who may be told, who lives with them, and their last calls.

    Raises NotFound, or Unopened if the record opens with a reason. Seven queries, and those of the banner's facts.
    """
    shown = banner(actor, patient_id)
    who = patient(patient_id)
    family = [one for one in household(actor, who.household_id) if one.id != patient_id]
    return About(shown, who, permitted_people(patient_id), family, calls_of(actor, patient_id, 5))


def told_of(taken: Call, known: Lists) -> Told:
    """Whether the caller may be told about the patient of the call. Two queries, none without a patient."""
    if taken.patient_id is None:
        return Told(may=False, words="It is not said whom the call is about.")
    return told_about(taken, known, patient(taken.patient_id), permitted_people(taken.patient_id))


def told_about(taken: Call, known: Lists, who: Patient, permitted: Iterable[PermittedPerson]) -> Told:
    """Whether the caller may be told about this patient, who permits these. At most one query.

    Whom the office agreed not to tell is not told, whoever permits it.
    """
    relation = known.relations.get(taken.relation.strip().lower().replace(" ", "_") or "self")
    names = [(one.name, one.relation) for one in permitted]
    told = may_be_told(taken.caller, relation, who.name.spoken_form, years_of(who, today_here()), names)
    themselves = relation is not None and relation.standing == "self"
    against = objections([(who.id, taken.caller)]) if told.may and not themselves else {}
    return Told(may=False, words=" ".join(against.values())) if against else told


@dataclass(frozen=True, slots=True)
class Caller:
    """Somebody a call may be about; ``speaks`` names who calls for them from that number."""

    hit: PatientHit
    speaks: str = ""


def callers(actor: Actor, typed: str) -> list[Caller]:
    """Those a call may be about, as typed: patients, and those for whom somebody with that number may speak.

    Six queries at most.
    """
    found = [Caller(hit) for hit in search(actor, typed)]
    known = {one.hit.id for one in found}
    spoken = [Caller(hit, f"{name}, {how}") for hit, name, how in permitting(actor, typed) if hit.id not in known]
    return found + spoken
