"""Offering a time: it is held, those it suits are asked, and when nobody takes it the next ones are."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from medoffice.front_office.outreach.actions.queue_message import queue_message
from medoffice.front_office.outreach.models import Message, Offer, Waiter
from medoffice.front_office.outreach.queries.set_up import settings
from medoffice.front_office.outreach.queries.waitlist import free_time, suited, to_waiter
from medoffice.front_office.outreach.rules.quiet import first_loud
from medoffice.front_office.outreach.types.messages import MessageState, Purpose
from medoffice.front_office.outreach.types.waitlist import FreeTime, OfferState, WaitState
from medoffice.front_office.scheduling.api import hold_time, release_time, visit_type
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, open_work, site, staff_member
from medoffice.security.types import PROGRAM, Actor

SAYS = "offered to the waitlist"


def offer_to(actor: Actor, waiters: Sequence[Waiter], free: FreeTime) -> list[Offer]:
    """Hold a time for those who are asked now, and ask each; quiet hours do not count. Raises as ``hold_time``."""
    now, decided = clock.now(), settings()
    asked = first_loud(now, decided.quiet_from, decided.quiet_to, ZoneInfo(site(free.site_id).zone))
    until = min(asked + timedelta(minutes=decided.hold_minutes), free.starts)
    first = waiters[0]
    hold_id = hold_time(
        actor=actor,
        kind=first.visit_type_id,
        provider_id=free.provider_id,
        site_id=free.site_id,
        starts=free.starts,
        until=until,
        says=SAYS,
    )
    made = []
    for waiter in waiters:
        row = Offer.objects.create(
            waiter=waiter,
            hold_id=hold_id,
            provider_id=free.provider_id,
            site_id=free.site_id,
            starts=free.starts,
            ends=free.ends,
            state=OfferState.OPEN,
            made_at=now,
            until=until,
        )
        _ask(actor, row)
        made.append(row)
    return made


def pass_on(actor: Actor, last: Offer) -> None:
    """Nobody took a time that is still to come: ask the next whom it suits; if there is none, a person is told."""
    release_time(actor=actor, hold_id=last.hold_id)
    if last.starts <= clock.now():
        return
    free = free_time(last.provider_id, last.site_id, last.starts, last.ends)
    for match in suited(PROGRAM, free, 3):
        try:
            offer_to(actor, [Waiter.objects.get(id=match.waiter.id)], free)
            return
        except Refusal:
            continue
    say_free(actor, last.id, free)


def close_offer(actor: Actor, offer_id: UUID, state: OfferState) -> bool:
    """An open offer ends so; the last of its hold passes the time on. False if it had ended before."""
    row = held_offer(offer_id)
    if row.state != OfferState.OPEN:
        return False
    end_offer(row, state)
    finish_work_about(actor=actor, ref=Ref("outreach_offer", row.id), outcome=state.value)
    if not Offer.objects.filter(hold_id=row.hold_id, state__in=[OfferState.OPEN, OfferState.ACCEPTED]).exists():
        pass_on(actor, row)
    return True


def held_offer(offer_id: UUID) -> Offer:
    """An offer, with all others behind its hold locked until the action ends."""
    hold_id = Offer.objects.values_list("hold_id", flat=True).get(id=offer_id)
    rows = Offer.objects.select_for_update(of=("self",)).filter(hold_id=hold_id).order_by("id")
    return next(row for row in rows.select_related("waiter") if row.id == offer_id)


def end_offer(row: Offer, state: OfferState) -> None:
    """What became of it."""
    row.state, row.ended_at = state, clock.now()
    row.save(update_fields=["state", "ended_at", "appointment"])


def say_too_late(actor: Actor, row: Offer) -> None:
    """Somebody else has the time; whoever was asked is told, and stays on the list."""
    end_offer(row, OfferState.TOO_LATE)
    finish_work_about(actor=actor, ref=Ref("outreach_offer", row.id), outcome="taken by another")
    if not _was_asked(row):
        return
    queue_message(
        actor=actor,
        patient_id=row.waiter.patient_id,
        purpose=Purpose.TOO_LATE,
        about=Ref("outreach_offer", row.id),
        key=f"too late {row.id}",
        values={"at": row.starts.isoformat()},
        site_id=row.site_id,
    )


def say_free(actor: Actor, about: UUID, free: FreeTime) -> None:
    """A time is free again and nobody is asked: a person may fill it."""
    open_work(
        actor=actor,
        kind="time-free",
        title=f"Free: {free.at:%a %m/%d %-I:%M %p}, {staff_member(free.provider_id).name}. Nobody on the list took it.",
        ref=Ref("outreach_offer", about),
        due_at=free.starts,
        key=f"{free.provider_id} {free.starts.isoformat()}",
    )


def _was_asked(row: Offer) -> bool:
    """Whether the offer ever left the office; what nobody read needs no second word."""
    return Message.objects.filter(about_id=row.id, purpose=Purpose.OFFER).exclude(state=MessageState.QUEUED).exists()


def _ask(actor: Actor, row: Offer) -> None:
    waiter = to_waiter(row.waiter)
    queue_message(
        actor=actor,
        patient_id=waiter.patient_id,
        purpose=Purpose.OFFER,
        about=Ref("outreach_offer", row.id),
        key=f"offer {row.id}",
        values={
            "at": row.starts.isoformat(),
            "ends": row.until.isoformat(),
            "provider": staff_member(row.provider_id).name,
            "site": site(row.site_id).name,
            "kind": visit_type(waiter.kind).name,
        },
        visit_id=waiter.instead_of,
        site_id=row.site_id,
    )


def still_waiting(waiter_ids: Sequence[UUID]) -> list[Waiter]:
    """Those of these who wait, locked, in the order they are given."""
    rows = Waiter.objects.select_for_update().filter(id__in=list(waiter_ids), state=WaitState.WAITING).order_by("id")
    found = {row.id: row for row in rows}
    return [found[one] for one in waiter_ids if one in found]
