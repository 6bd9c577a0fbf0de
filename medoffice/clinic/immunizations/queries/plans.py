"""Reads of the schedule: which release speaks, what is noted for it, what it says of a patient."""

from datetime import date
from functools import lru_cache
from uuid import UUID

from medoffice.clinic.charting.api import charts_of
from medoffice.clinic.charting.types import ListKind
from medoffice.clinic.immunizations import models
from medoffice.clinic.immunizations.rules.planning import counted, person_of, undated
from medoffice.clinic.immunizations.types import Fact, Plan
from medoffice.kernel.reading import once
from medoffice.records.patients.api import patient
from medoffice.security.api import require
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


def facts_of(patient_id: UUID) -> tuple[Fact, ...]:
    """What is noted of a patient for the schedule and holds, in words. One query."""
    rows = models.ScheduleFact.objects.filter(patient_id=patient_id).order_by("id")
    last = {row.code: row for row in rows}
    held = sorted((row for row in last.values() if row.holds), key=lambda row: row.words.lower())
    return tuple(Fact(row.code, row.words, row.since, row.by, row.at) for row in held)


def plan_of(actor: Actor, patient_id: UUID, today: date) -> Plan:
    """What the schedule says of a patient on a day, by the doses that the actor may know of.

    Raises as ``require`` under ``vaccines.read``. Three queries, and those of the list of immunizations.
    """
    require(actor, "vaccines.read", patient_id)
    who, release, facts = patient(patient_id), schedule(), facts_of(patient_id)
    chart = charts_of(actor, [patient_id], "vaccines.read", kinds=[ListKind.IMMUNIZATION])[patient_id]
    doses, unread = counted(chart.lists.get(ListKind.IMMUNIZATION, ()), release)
    advice = advise(release, person_of(who.birth_date, who.sex, doses, facts), today)
    hidden = ListKind.IMMUNIZATION in chart.hidden
    died, without_day = who.deceased_on is not None, undated(release, facts)
    return Plan(patient_id, today, advice, facts, tuple(unread), hidden, died, without_day)
