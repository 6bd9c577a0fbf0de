"""Reads of the renewal desk: what is open, one request, what the protocol says of it."""

import tomllib
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from uuid import UUID

from medoffice.clinic.charting.api import chart_of
from medoffice.clinic.charting.types import ListKind
from medoffice.clinic.prescriptions import models
from medoffice.clinic.prescriptions.queries.prescriptions import prescriptions_of
from medoffice.clinic.prescriptions.queries.safety import HOLDS
from medoffice.clinic.prescriptions.rules.protocol import Protocol, points, protocol_from
from medoffice.clinic.prescriptions.types.prescribing import Prescription, Schedule, State
from medoffice.clinic.prescriptions.types.renewals import Asking, Facts, Point, Renewal, Stands, Way
from medoffice.front_office.scheduling.api import appointments_of
from medoffice.front_office.scheduling.types import OPEN
from medoffice.kernel import clock
from medoffice.kernel.codec import from_json
from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import office_zone, today_here
from medoffice.records.encounters.api import encounters_of_patient
from medoffice.records.encounters.types import Stage
from medoffice.security.api import can, permitted, require
from medoffice.security.types import Actor
from medoffice.standards.terminology.api import ingredient, ingredients_in

READ = "renewals.read"
NOT_SEEN = frozenset({Stage.LEFT, Stage.MISTAKEN})
_DATA = Path(__file__).resolve().parents[1] / "data"
_ORDER = [Stands.READY, Stands.NEW, Stands.APPROVED, Stands.DENIED, Stands.WITHDRAWN]


def renewal(actor: Actor, renewal_id: UUID) -> Renewal:
    """A request the actor may know. Raises NotFound. One query, and the labels'."""
    row = models.Renewal.objects.filter(id=renewal_id).first()
    if row is None:
        raise NotFound
    require(actor, READ, row.patient_id, row.encounter_id)
    return _renewal(row)


def open_renewals(actor: Actor) -> list[Renewal]:
    """Whatever is not answered: for who signs what is to decide first, for others what is to prepare; oldest first.

    One query, and the labels'.
    """
    rows = models.Renewal.objects.filter(answered_at=None).exclude(stands=Stands.WITHDRAWN).order_by("asked_at", "id")
    found = [_renewal(row) for row in permitted(actor, READ, rows)]
    order = _ORDER if can(actor, "prescriptions.sign") else [Stands.NEW, Stands.APPROVED, Stands.DENIED, Stands.READY]
    return sorted(found, key=lambda one: order.index(one.stands))


def renewals_of(actor: Actor, patient_id: UUID) -> list[Renewal]:
    """A patient's requests, the latest first. One query, and the labels'."""
    rows = models.Renewal.objects.filter(patient_id=patient_id).order_by("-asked_at", "-id")
    return [_renewal(row) for row in permitted(actor, READ, rows)]


def renewed_by(actor: Actor, patient_id: UUID, medicine: str) -> Prescription | None:
    """The latest signed prescription of the same ingredients; of the strength that was said first, where one was.

    One query, and the labels'. None where nothing is known of the medicine, or it was not prescribed here.
    """
    names = set(ingredients_in(medicine))
    found = [
        one
        for one in prescriptions_of(actor, patient_id)
        if names and one.state is State.SIGNED and set(map(ingredient, one.says.substances)) == names
    ]
    same = [one for one in found if one.says.medicine.casefold() == medicine.strip().casefold()]
    return next(iter(same or found), None)


def points_of(actor: Actor, patient_id: UUID, medicine: str, prescription_id: UUID | None) -> list[Point]:
    """What the protocol says of a medicine to be given again, by what the actor may know of the chart. Ten queries."""
    today = today_here()
    known = prescriptions_of(actor, patient_id)
    before = next((one for one in known if one.id == prescription_id), None)
    names = tuple(map(ingredient, before.says.substances)) if before else ingredients_in(medicine)
    chart, visits = chart_of(actor, patient_id), encounters_of_patient(actor, patient_id, 30)
    taken = [one.told.words for one in chart.lists[ListKind.MEDICATION] if one.told.status in HOLDS and not one.struck]
    listed = any(set(names) & set(ingredients_in(words)) or words.lower() == medicine.lower() for words in taken)
    seen = [one.date for one in visits if one.date <= today and one.stage not in NOT_SEEN]
    booked = [one for one in appointments_of(actor, patient_id) if one.state in OPEN and one.starts > clock.now()]
    ahead = [one.starts.astimezone(office_zone()).date() for one in booked]
    measured: dict[str, date] = {}
    for one in chart.lists[ListKind.MEASURED]:
        if len(one.told.began) == len("2026-01-01") and not one.struck:
            words, day = one.told.words.lower(), date.fromisoformat(one.told.began)
            measured[words] = max(day, measured.get(words, day))
    facts = Facts(
        today=today,
        last_visit=max(seen, default=None),
        next_visit=min(ahead, default=None),
        on_the_list=listed,
        known=bool(names),
        ours=before is not None,
        schedule=before.says.schedule if before else Schedule.UNKNOWN,
        signed_on=before.signed_at.date() if before and before.signed_at else None,
        lasts=_lasts(before),
        ingredients=names,
        measured=measured,
    )
    return points(facts, protocol_on(today))


def protocol_on(day: date) -> Protocol:
    """The protocol that holds on a day."""
    held = [one for one in _protocols() if one.since <= day]
    return (held or _protocols())[-1]


@cache
def _protocols() -> list[Protocol]:
    return protocol_from(tomllib.loads((_DATA / "protocol.toml").read_text(encoding="utf-8")))


def _lasts(before: Prescription | None) -> date | None:
    """Until when what was signed is enough, refills and all; None for what was ended."""
    if before is None or before.signed_at is None or before.state is not State.SIGNED:
        return None
    return before.signed_at.date() + timedelta(days=before.says.days_supply * (before.says.refills + 1))


def _renewal(row: models.Renewal) -> Renewal:
    return Renewal(
        id=row.id,
        number=row.number,
        patient_id=row.patient_id,
        encounter_id=row.encounter_id,
        asking=Asking(row.medicine, Way(row.way), row.asker, row.pharmacy, row.answer_to, row.note),
        stands=Stands(row.stands),
        prescription_id=row.prescription_id,
        made_id=row.made_id,
        asked_at=row.asked_at,
        asked_by=row.asked_by,
        prepared_by=row.prepared_by,
        points=tuple(from_json(row.points, list[Point])),
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        why=row.why,
        answered_at=row.answered_at,
        answered_by=row.answered_by,
        answered=row.answered,
        version=row.version,
    )


def of_ids(found: Iterable[Renewal]) -> set[UUID]:
    """Whose they are."""
    return {one.patient_id for one in found}
