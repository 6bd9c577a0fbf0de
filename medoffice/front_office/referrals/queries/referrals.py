"""Reads of referrals: one with its story, those of a patient or a visit, what is open; the directory."""

from collections.abc import Collection, Iterable
from uuid import UUID

from django.db.models import Q, QuerySet

from medoffice.front_office.referrals import models
from medoffice.front_office.referrals.offers import loops, part_sources
from medoffice.front_office.referrals.rules.moving import holder_of
from medoffice.front_office.referrals.rules.pacing import danger
from medoffice.front_office.referrals.types import Direction, Event, Loop, Part, Performer, Priority, Referral, State
from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import office_zone, providers, staff_of_user, today_here
from medoffice.practice.types import Address
from medoffice.records.encounters.api import encounters_of_patient
from medoffice.records.patients.api import primary_provider
from medoffice.security.api import kept, permitted, require
from medoffice.security.types import Actor

SEND = "referrals.send"


def referral(actor: Actor, referral_id: UUID) -> Referral:
    """A referral that somebody may see. Raises NotFound. One query, and as many as ``require``."""
    row = _rows().filter(id=referral_id).first()
    if row is None:
        raise NotFound
    require(actor, "referrals.read", row.patient_id, row.encounter_id)
    return to_referral(row)


def events_of(referral_id: UUID) -> list[Event]:
    """The story of a referral, first to last. One query."""
    rows = models.ReferralEvent.objects.filter(referral_id=referral_id).order_by("id")
    return [Event(row.what, row.words, row.at, row.by) for row in rows]


def referrals_of(actor: Actor, patient_id: UUID) -> list[Referral]:
    """A patient's referrals, the open ones first, then the latest. One query."""
    rows = permitted(actor, "referrals.read", _rows().filter(patient_id=patient_id)).order_by("-made_at", "-id")
    return sorted(map(to_referral, rows), key=lambda one: not one.open)


def referrals_to_send(actor: Actor) -> list[tuple[Referral, str]]:
    """Ours that have not gone out, and who signed the letter of each ("" for nobody yet). One query."""
    rows = _rows().select_related("letter").filter(direction=Direction.OUT, state=State.TO_SEND)
    found = permitted(actor, "referrals.read", rows).order_by("made_at", "id")
    return [(to_referral(row), row.letter.signed_by if row.letter else "") for row in found]


def referrals_of_visit(actor: Actor, encounter_id: UUID) -> list[Referral]:
    """What was referred at a visit. One query."""
    rows = permitted(actor, "referrals.read", _rows().filter(encounter_id=encounter_id)).order_by("made_at", "id")
    return [to_referral(row) for row in rows]


def reports_of_open(document_ids: Iterable[UUID]) -> set[UUID]:
    """Which of these documents are the report of a referral that is not closed. One query."""
    rows = models.Referral.objects.filter(report_id__in=list(document_ids)).exclude(state=State.CLOSED)
    return set(rows.values_list("report_id", flat=True))


def waiting_for_report(actor: Actor, patient_id: UUID) -> list[Referral]:
    """A patient's referrals that went and have no report, those that wait longest first. One query."""
    states = [State.SENT, State.ACKNOWLEDGED, State.SCHEDULED]
    rows = _rows().filter(patient_id=patient_id, direction=Direction.OUT, state__in=states)
    return [to_referral(row) for row in permitted(actor, "referrals.read", rows).order_by("made_at", "id")]


def sent_here(actor: Actor, patients: Collection[UUID]) -> dict[UUID, Referral]:
    """Of these patients, who was sent here and by whom: the latest that is open. One query."""
    rows = _rows().filter(patient_id__in=patients, direction=Direction.IN).exclude(state=State.CLOSED)
    found = permitted(actor, "referrals.read", rows).order_by("made_at", "id")
    return {row.patient_id: to_referral(row) for row in found}


def open_referrals(actor: Actor) -> list[Referral]:
    """Every open referral, the most dangerous first, then by the day they are due. One query."""
    rows = permitted(actor, "referrals.read", _rows().exclude(state=State.CLOSED))
    today = today_here()
    found = map(to_referral, rows.order_by("due_on", "made_at", "id"))
    return sorted(found, key=lambda one: -danger(one.priority, one.due_on, today))


def waits_for_us(one: Referral) -> bool:
    """Whether its next step is overdue and nobody has asked lately. No query."""
    today = today_here()
    return one.due_on is not None and one.due_on < today and (one.quiet_until is None or one.quiet_until <= today)


def performers(*, used: bool = True) -> list[Performer]:
    """Outside providers by name; all of them, or those that are still used. One query."""
    rows = models.Performer.objects.order_by("name", "id")
    return [to_performer(row) for row in (rows.filter(used=True) if used else rows)]


def performers_like(typed: str, limit: int = 12) -> list[Performer]:
    """Outside providers of whom every typed word is in the name, practice, specialty, town or NPI. One query."""
    rows = models.Performer.objects.filter(used=True)
    for word in typed.split()[:6]:
        there = [Q(**{f"{field}__icontains": word}) for field in ("name", "practice", "specialty", "city", "npi")]
        rows = rows.filter(there[0] | there[1] | there[2] | there[3] | there[4])
    return [to_performer(row) for row in rows.order_by("name", "id")[:limit]]


def performer(performer_id: UUID) -> Performer:
    """An outside provider. Raises NotFound. One query."""
    row = models.Performer.objects.filter(id=performer_id).first()
    if row is None:
        raise NotFound
    return to_performer(row)


def parts_for(actor: Actor, one: Referral) -> list[tuple[str, Part]]:
    """What of the chart may go with it, by the key it is chosen with; what a label keeps from going is not there."""
    found = [
        (f"{key}:{part.id}", part)
        for key, source in part_sources.items()
        for part in source.offered(actor, one.patient_id, one.encounter_id)
    ]
    closed = kept(actor, SEND, [(one.patient_id, part.about) for _, part in found])
    return [(key, part) for key, part in found if (one.patient_id, part.about) not in closed]


def who_refers(actor: Actor, patient_id: UUID, encounter_id: UUID | None) -> UUID | None:
    """Whose referral it is unless somebody says another: whoever asks if they are a provider, who saw the patient at
    the visit, who looks after the patient, who saw them last. None rather than somebody who does not know them.
    """
    known, me = {one.id for one in providers()}, staff_of_user(actor.id)
    visits = encounters_of_patient(actor, patient_id)
    asked = [
        me.id if me else None,
        next((one.provider_id for one in visits if one.id == encounter_id), None),
        primary_provider(patient_id),
        visits[0].provider_id if visits else None,
    ]
    return next((one for one in asked if one in known), None)


def all_loops(actor: Actor) -> list[Loop]:
    """Whatever was asked for and has not come back, of every room, the most dangerous first, then the oldest."""
    found = [loop for read in loops.values() for loop in read(actor)]
    return sorted(found, key=lambda one: (-one.danger, one.since))


def loops_of(found: Iterable[Referral], url: str) -> list[Loop]:
    """Open referrals as loops; ``url`` is where one is, with ``{}`` for its id. No query."""
    today, zone = today_here(), office_zone()
    return [
        Loop(
            what=f"{one.performer.specialty}: {one.performer.name}",
            lane=one.state.value if one.direction is Direction.OUT else "sent to us",
            patient_id=one.patient_id,
            since=one.made_at.astimezone(zone).date(),
            due_on=one.due_on,
            holder=holder_of(one.direction, one.state, one.performer.name),
            url=url.format(one.id),
            danger=danger(one.priority, one.due_on, today),
        )
        for one in found
    ]


def to_performer(row: models.Performer) -> Performer:
    """A row as the noun."""
    return Performer(
        row.id,
        row.name,
        row.practice,
        row.specialty,
        row.npi,
        row.phone,
        row.fax,
        Address(row.line1, row.city, row.state, row.zip, row.line2),
        row.used,
        row.version,
    )


def to_referral(row: models.Referral) -> Referral:
    """A row as the noun."""
    return Referral(
        id=row.id,
        number=row.number,
        direction=Direction(row.direction),
        patient_id=row.patient_id,
        encounter_id=row.encounter_id,
        performer=to_performer(row.performer),
        requester_id=row.requester_id,
        diagnosis=row.diagnosis,
        question=row.question,
        priority=Priority(row.priority),
        authorization=row.authorization,
        state=State(row.state),
        state_since=row.state_since,
        due_on=row.due_on,
        quiet_until=row.quiet_until,
        visit_on=row.visit_on,
        letter_id=row.letter_id,
        report_id=row.report_id,
        made_by=row.made_by,
        made_at=row.made_at,
    )


def _rows() -> QuerySet[models.Referral]:
    return models.Referral.objects.select_related("performer")
