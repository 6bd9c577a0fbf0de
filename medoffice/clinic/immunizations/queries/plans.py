"""Reads of the schedule: which release speaks, what is noted for it, what it says of a patient."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from uuid import UUID

from medoffice.clinic.charting.api import charts_of
from medoffice.clinic.charting.types import ListKind
from medoffice.clinic.immunizations import models
from medoffice.clinic.immunizations.rules.planning import counted, ends, lacking, old_from, person_of, undated
from medoffice.clinic.immunizations.types import Fact, Plan
from medoffice.kernel.checks import Checked
from medoffice.kernel.findings import Finding, Severity
from medoffice.kernel.reading import once
from medoffice.practice.api import today_here
from medoffice.records.patients.api import patient, patients_by_id
from medoffice.records.patients.types.people import Patient
from medoffice.security.api import kept, require
from medoffice.security.types import Actor
from medoffice.standards.cdsi.api import advise, shipped, unpacked
from medoffice.standards.cdsi.types import Schedule


@once
def schedule() -> Schedule:
    """The release that speaks: the latest of the office's, else the one the program comes with. One query, or two."""
    key = models.ScheduleRelease.objects.order_by("-released", "-id").values_list("id", "released").first()
    if key is None or key[1] < shipped().released:
        return shipped()
    return _taken(key[0])


@lru_cache(maxsize=4)
def _taken(release_id: UUID) -> Schedule:
    return unpacked(bytes(models.ScheduleRelease.objects.get(id=release_id).content))


def facts_of(actor: Actor, patient_id: UUID) -> tuple[Fact, ...]:
    """What is noted of a patient for the schedule and holds, in words, as far as the actor may know of it. As
    ``facts_by_patient``.
    """
    return facts_by_patient(actor, [patient_id])[patient_id][0]


def facts_by_patient(actor: Actor, patients: Iterable[UUID]) -> dict[UUID, tuple[tuple[Fact, ...], bool]]:
    """What is noted of each and holds, as far as the actor may know; and whether there is more. One query, and those of
    the labels where something is noted.
    """
    wanted = list(patients)
    rows = list(models.ScheduleFact.objects.filter(patient_id__in=wanted).order_by("id"))
    closed = kept(actor, "vaccines.read", {(row.patient_id, row.encounter_id) for row in rows}) if rows else {}
    last = {
        who: {row.code: row for row in rows if row.patient_id == who and (who, row.encounter_id) not in closed}
        for who in wanted
    }
    shut = {who for who, _ in closed}
    return {who: (_held(found.values()), who in shut) for who, found in last.items()}


def _held(rows: Iterable[models.ScheduleFact]) -> tuple[Fact, ...]:
    held = sorted((row for row in rows if row.holds), key=lambda row: row.words.lower())
    return tuple(Fact(row.code, row.words, row.since, row.by, row.at, row.encounter_id) for row in held)


def plan_of(actor: Actor, patient_id: UUID, today: date) -> Plan:
    """What the schedule says of a patient on a day, by the doses that the actor may know of.

    Raises as ``require`` under ``vaccines.read``. Three queries, and those of the list of immunizations and of labels.
    """
    require(actor, "vaccines.read", patient_id)
    return _plans(actor, {patient_id: patient(patient_id)}, today)[patient_id]


def lacking_of(actor: Actor, patients: Iterable[UUID], today: date) -> dict[UUID, int]:
    """How many vaccines each of these lacks on a day, of whom the actor may know and who lacks one.

    Five queries and those of the labels, whatever the number; none for none.
    """
    wanted = set(patients)
    closed = kept(actor, "vaccines.read", [(who, None) for who in wanted]) if wanted else {}
    seen = [who for who in wanted if (who, None) not in closed]
    plans = _plans(actor, patients_by_id(seen), today) if seen else {}
    counts = {who: len(lacking(one.advice)) for who, one in plans.items() if not one.deceased}
    return {who: count for who, count in counts.items() if count}


def _plans(actor: Actor, people: Mapping[UUID, Patient], today: date) -> dict[UUID, Plan]:
    release, noted = schedule(), facts_by_patient(actor, people)
    charts = charts_of(actor, people, "vaccines.read", kinds=[ListKind.IMMUNIZATION])
    plans = {}
    for who, one in people.items():
        chart, (facts, more) = charts[who], noted[who]
        doses, unread = counted(chart.lists.get(ListKind.IMMUNIZATION, ()), release)
        plans[who] = Plan(
            patient_id=who,
            today=today,
            advice=advise(release, person_of(release, one.birth_date, one.sex, doses, facts), today),
            facts=facts,
            unread=tuple(unread),
            hidden=more or ListKind.IMMUNIZATION in chart.hidden,
            deceased=one.deceased_on is not None,
            undated=undated(release, facts),
            old=ends(release, today),
        )
    return plans


def schedule_check() -> list[Checked]:
    """The schedule that speaks knows the seasons of today, and will for a while."""
    release, told = schedule(), ends(schedule(), today_here())
    found = (
        [Finding("schedule-old", release.version, f"{told} Take in the next one.", Severity.WARNING)] if told else []
    )
    words = f"CDSi {release.version} of {release.released:%m/%d/%Y}, to {old_from(release):%m/%d/%Y}"
    return [Checked("vaccine-schedule", "the schedule of vaccines knows today's seasons", words, tuple(found))]
