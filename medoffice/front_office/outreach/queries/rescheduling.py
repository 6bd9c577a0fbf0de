"""Reads of absences whose visits are moved: each with its visits, where they stand, and where they could go."""

from collections.abc import Iterable
from uuid import UUID

from medoffice.front_office.outreach import models
from medoffice.front_office.outreach.rules.rescheduling import propose, stands
from medoffice.front_office.outreach.types.messages import Channel, MessageState, Purpose
from medoffice.front_office.outreach.types.visits import Line, LineState, Reschedule
from medoffice.front_office.scheduling.api import appointments_by_id, find_next
from medoffice.front_office.scheduling.types import Appointment, Search, Slot
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import providers
from medoffice.security.types import Actor

MANY = 60  # free times looked at for each kind: more than a day holds


def absences_open() -> list[Reschedule]:
    """Those of which something is left, latest first. One query."""
    return [_noun(row) for row in models.Reschedule.objects.filter(closed_at=None).order_by("-made_at", "-id")]


def rescheduling(batch_id: UUID) -> Reschedule:
    """An absence. Raises NotFound. One query."""
    row = models.Reschedule.objects.filter(id=batch_id).first()
    if row is None:
        raise NotFound
    return _noun(row)


def lines_of(actor: Actor, batch: Reschedule, *, proposing: bool) -> list[Line]:
    """The visits of an absence as far as the actor may know of them, by their old time.

    Four queries; with proposals, those of ``find_next`` twice for each kind that is left.
    """
    ids = list(models.RescheduleLine.objects.filter(batch_id=batch.id).values_list("appointment_id", flat=True))
    visits = appointments_by_id(actor, ids)
    moved = {one.moved_to for one in visits.values() if one.moved_to}
    then, told = appointments_by_id(actor, moved), _told(moved)
    states = {one.id: stands(one, *told.get(one.moved_to, (None, ""))) for one in visits.values()}
    left = [one for one in visits.values() if states[one.id] is LineState.LEFT]
    free = _proposals(batch, left) if proposing else {}
    lines = [
        Line(one, then.get(one.moved_to) if one.moved_to else None, states[one.id], free.get(one.id, ()))
        for one in visits.values()
    ]
    return sorted(lines, key=lambda line: (line.visit.starts, line.visit.id))


def _told(moved: Iterable[UUID]) -> dict[UUID | None, tuple[MessageState | None, str]]:
    """Of each new visit how the message about it stands; a call that nobody made yet is not told."""
    rows = models.Message.objects.filter(about_id__in=list(moved), purpose=Purpose.MOVED).order_by("id")
    found: dict[UUID | None, tuple[MessageState | None, str]] = {}
    for row in rows:
        by_hand = row.channel == Channel.PHONE and row.state == MessageState.HANDED
        found[row.about_id] = (None if by_hand else MessageState(row.state), row.answer)
    return found


def _proposals(batch: Reschedule, left: Iterable[Appointment]) -> dict[UUID, tuple[Slot, ...]]:
    visits = list(left)
    kinds = {one.visit_type for one in visits}
    rest = tuple(one.id for one in providers() if one.id != batch.provider_id)
    from_ = max(batch.starts, clock.now())
    own = {kind: find_next(Search(kind, (batch.provider_id,)), max(batch.ends, from_), MANY) for kind in kinds}
    others = {kind: find_next(Search(kind, rest), from_, MANY) if rest else [] for kind in kinds}
    return propose(visits, own, others)


def _noun(row: models.Reschedule) -> Reschedule:
    return Reschedule(
        row.id,
        row.provider_id,
        row.starts,
        row.ends,
        row.why,
        row.made_by,
        row.made_at,
        row.closed_at is not None,
    )
