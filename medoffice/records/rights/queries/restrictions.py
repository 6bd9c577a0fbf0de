"""Reads of restrictions: one, those of a patient, what waits for an answer, what stands against telling somebody."""

from collections.abc import Collection, Iterable, Mapping
from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import payers
from medoffice.records.coverage.api import coverages_of
from medoffice.records.patients.api import permitted_people, tokens
from medoffice.records.rights import models
from medoffice.records.rights.rules.restrictions import is_meant
from medoffice.records.rights.types import Named, Restriction, Standing
from medoffice.security.api import permitted, require
from medoffice.security.types import Actor

WORD = "rights.note"


def restriction(actor: Actor, restriction_id: UUID) -> Restriction:
    """A restriction that somebody may see. Raises NotFound. One query, and those of ``require``."""
    row = models.Restriction.objects.filter(id=restriction_id).first()
    if row is None:
        raise NotFound
    require(actor, WORD, row.patient_id)
    return to_restriction(row)


def restrictions_of(actor: Actor, patient_id: UUID) -> list[Restriction]:
    """A patient's restrictions, latest first. Two queries."""
    rows = permitted(actor, WORD, models.Restriction.objects.filter(patient_id=patient_id))
    return [to_restriction(row) for row in rows.order_by("-made_at", "-id")]


def open_restrictions(actor: Actor, limit: int) -> list[Restriction]:
    """What waits for an answer, longest first. Two queries."""
    rows = permitted(actor, WORD, models.Restriction.objects.filter(standing=Standing.OPEN))
    return [to_restriction(row) for row in rows.order_by("made_at", "id")[:limit]]


def against(going: Collection[tuple[UUID, str]]) -> Mapping[tuple[UUID, str], str]:
    """Why something of these patients may not go to these names: a restriction that holds now. One query."""
    now, found = clock.now(), {}
    rows = models.Restriction.objects.filter(patient_id__in={who for who, _ in going}, standing=Standing.AGREED)
    for row in rows.select_related("patient").order_by("id"):
        one, own = to_restriction(row), words_of_name(f"{row.patient.given} {row.patient.family}")
        for who, name in going:
            meant = who == one.patient_id and is_meant(words_of_name(one.to_name), words_of_name(name), own)
            if meant and one.holds(now):
                found[who, name] = f"{one.number}: the office agreed not to tell {one.to_name} ({one.what})."
    return found


def restrictions_answered(actor: Actor, patient_ids: Iterable[UUID]) -> Mapping[UUID, Restriction]:
    """Of each of these patients the restriction that was answered last. Two queries."""
    rows = models.Restriction.objects.filter(patient_id__in=set(patient_ids)).exclude(answered_at=None)
    found = permitted(actor, WORD, rows).order_by("answered_at", "id")
    return {row.patient_id: to_restriction(row) for row in found}


def holding_of(patient_id: UUID) -> list[Restriction]:
    """The restrictions of a patient that hold now, first agreed first. One query."""
    now = clock.now()
    rows = models.Restriction.objects.filter(patient_id=patient_id, standing=Standing.AGREED).order_by("id")
    return [one for row in rows if (one := to_restriction(row)).holds(now)]


def whom_known(patient_id: UUID) -> dict[str, tuple[str, str]]:
    """Whom a restriction can name for sure, by key: the name, and as people choose it. Three queries.

    Those who speak for the patient, the plans of the patient, then the office's other payers.
    """
    theirs = {one.payer_id for one in coverages_of(patient_id)}
    people = {
        f"{Named.PERSON}-{one.id.hex}": (one.name, f"{one.name}, {one.relation}".strip(", "))
        for one in permitted_people(patient_id)
    }
    plans = sorted(payers(), key=lambda one: (one.id not in theirs, one.name))
    return people | {
        f"{Named.PAYER}-{one.id.hex}": (one.name, f"{one.name}, {'their plan' if one.id in theirs else 'a payer'}")
        for one in plans
    }


def words_of_name(name: str) -> list[str]:
    """The words of a name, folded, each by itself. No query."""
    return tokens(*name.split())


def to_restriction(row: models.Restriction) -> Restriction:
    """A row as the noun."""
    return Restriction(
        id=row.id,
        number=row.number,
        patient_id=row.patient_id,
        to_name=row.to_name,
        what=row.what,
        why=row.why,
        identity=row.identity,
        came_on=row.came_on,
        standing=Standing(row.standing),
        answered_why=row.answered_why,
        answered_by=row.answered_by,
        answered_at=row.answered_at,
        ended_why=row.ended_why,
        ended_by=row.ended_by,
        ended_at=row.ended_at,
        lifted_until=row.lifted_until,
        lifted_why=row.lifted_why,
        lifted_by=row.lifted_by,
        made_by=row.made_by,
        made_at=row.made_at,
        version=row.version,
        named=Named(row.named),
    )
