"""The screens of outreach: something on each, made through the actions."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol
from uuid import UUID

from medoffice.exchange.simulators.gateway.api import write_back
from medoffice.front_office.outreach.api import (
    add_recalls,
    add_to_waitlist,
    ask_for_visit,
    board,
    decide_fee,
    decide_self_booking,
    hear_all,
    missed_with_fee,
    note_attempt,
    offer_time,
    offers_of,
    queue_message,
    set_missed_policy,
    set_recall_rule,
    set_reminder,
    start_reschedule,
)
from medoffice.front_office.outreach.types.messages import Purpose
from medoffice.front_office.outreach.types.recalls import Basis, Tried
from medoffice.front_office.outreach.types.visits import Person, SelfBooking
from medoffice.front_office.outreach.types.waitlist import Urgency
from medoffice.front_office.scheduling.api import (
    appointment,
    book,
    cancel,
    find_free,
    mark_no_show,
    set_template,
    week_of,
)
from medoffice.kernel import facts
from medoffice.kernel.money import Money
from medoffice.kernel.trace import Ref, effects_of
from medoffice.practice.api import work_items
from medoffice.records.patients.tests.makers import make_patient
from medoffice.revenue.claims.tests.makers import Place
from medoffice.security.api import actor_named
from medoffice.security.types import PROGRAM

LONG = ("Okonkwo-Featherstonehaugh de la Fuente", "Adaeze Maria Immaculata")


class Add(Protocol):
    """How a screen is added: who opens it, its route, what its address holds."""

    def __call__(self, who: str, route: str, *args: object, query: str = "") -> None:
        """Add it."""


def outreach(add: Add, place: Place, morning: datetime) -> None:
    """A message that goes as a text, one that somebody says on the telephone, a letter, a reply nobody can place."""
    quist = make_patient("Quist", "Otto", phone="(217) 555-0101")
    visits = [
        book(
            actor=PROGRAM,
            patient_id=who,
            provider_id=place.office.provider_id,
            site_id=place.office.site_id,
            starts=morning,
            visit_type="sick",
            reason="cough",
            walk_in=True,
        )
        for who in (quist, make_patient("Nguyễn", "Hoa"))
    ]
    said = {"when": "Wednesday at 9:00 AM", "provider": "Dr Okafor", "site": "Bridge Street"}
    sent = [
        queue_message(
            actor=PROGRAM,
            patient_id=appointment(visit).patient_id,
            purpose=Purpose.REMINDER,
            about=Ref("appointment", visit),
            key=f"reminder {visit}",
            values=said,
            visit_id=visit,
        )
        for visit in visits
    ]
    write_back("217-555-0166", "Who is this?", morning)
    hear_all(actor=PROGRAM)
    add("lind", "outreach:box")
    add("lind", "outreach:box", query="?state=queued")
    for message in sent:
        add("lind", "outreach:message", message)
    add("lind", "outreach:letters")
    add("lind", "outreach:preference", quist)
    reply = next(one for one in work_items(actor_named("lind")) if one.kind == "reply")
    add("lind", "outreach:heard", reply.ref.id)
    add("petrov", "outreach:texts", query="?text=reminder.es.usual")
    add("petrov", "outreach:settings")
    _waitlist(add, place, quist)
    _on_the_web(add, place)
    _missed(add, place, quist, morning)
    _recalls(add, quist)
    set_reminder(actor=PROGRAM, name="The day before", days_before=1, valid_from=date(2026, 1, 5))
    add("petrov", "outreach:reminders")


def _waitlist(add: Add, place: Place, quist: UUID) -> None:
    """Two who wait, a visit of Wednesday whose time would suit them, an offer that is open."""
    office, wednesday = place.office, datetime(2026, 11, 25, 15, tzinfo=UTC)
    blocks = week_of((0, 1, 2, 3, 4), ((time(8), time(17)),))
    set_template(
        actor=PROGRAM, unit_id=office.provider_id, site_id=office.site_id, blocks=blocks, valid_from=date(2026, 1, 5)
    )
    visit = book(
        actor=PROGRAM,
        patient_id=quist,
        provider_id=office.provider_id,
        site_id=office.site_id,
        starts=wednesday,
        visit_type="sick",
        reason="cough",
    )
    waits = [
        add_to_waitlist(
            actor=PROGRAM,
            patient_id=make_patient("Okonkwo-Featherstonehaugh de la Fuente", "Adaeze Maria Immaculata"),
            kind="sick",
        ),
        add_to_waitlist(
            actor=PROGRAM,
            patient_id=make_patient("Amaro", "Lucía", phone="(217) 555-0144"),
            kind="sick",
            urgency=Urgency.URGENT,
            why="after surgery",
            weekdays=(1, 2),
        ),
    ]
    starts = wednesday + timedelta(hours=2)
    offer_time(
        actor=PROGRAM,
        provider_id=office.provider_id,
        site_id=office.site_id,
        starts=starts,
        ends=starts + timedelta(minutes=20),
        waiter_ids=(waits[1],),
    )
    add("lind", "outreach:waitlist")
    add("lind", "outreach:wait", quist)
    add("lind", "outreach:fill", visit)
    add("lind", "scheduling:appointment", visit)
    batch = start_reschedule(
        actor=PROGRAM,
        provider_id=office.provider_id,
        starts=datetime(2026, 11, 25, 6, tzinfo=UTC),
        ends=datetime(2026, 11, 26, 6, tzinfo=UTC),
        why="ill",
    )
    add("lind", "outreach:absences")
    add("lind", "outreach:absence", batch)
    add("lind", "outreach:offer", offers_of(waits)[waits[1]][0].id)


def _on_the_web(add: Add, place: Place) -> None:
    """Somebody asks for a visit on the public page."""
    rules = SelfBooking(on=True, kinds=("sick",), provider_ids=(place.office.provider_id,), lead_hours=2)
    decide_self_booking(actor=PROGRAM, wanted=rules)
    slot = find_free("sick", datetime(2026, 11, 30, 15, tzinfo=UTC), limit=1)[0]
    person = Person("Okonkwo", "Ada", date(1985, 3, 14), "217-555-0155", "", "en")
    ask_for_visit(
        actor=PROGRAM,
        person=person,
        known=True,
        kind="sick",
        provider_id=slot.provider_id,
        site_id=slot.site_id,
        starts=slot.starts,
        address="203.0.113.9",
    )
    asked = next(one for one in work_items(actor_named("lind")) if one.kind == "self-booking")
    add("lind", "outreach:requests")
    add("lind", "outreach:asked", asked.ref.id)
    add("petrov", "outreach:self-booking")
    add("lind", "outreach:self-booked", query="?in=es")
    add("lind", "outreach:self-book", query="?in=es")


def _missed(add: Add, place: Place, quist: UUID, morning: datetime) -> None:
    """A visit nobody came to, with a fee to be decided; one cancelled late, whose fee is on the account."""
    gone = book(
        actor=PROGRAM,
        patient_id=quist,
        provider_id=place.office.provider_id,
        site_id=place.office.site_id,
        starts=morning,
        visit_type="sick",
        reason="cough",
    )
    set_missed_policy(actor=PROGRAM, valid_from=date(2026, 1, 5), no_show_fee=Money(2_500), late_fee=Money(1_000))
    mark_no_show(actor=PROGRAM, appointment_id=gone)
    facts.deliver()
    followed = next(one for one in work_items(actor_named("lind")) if one.kind == "missed")
    add("lind", "outreach:missed", followed.ref.id)
    slot = find_free("sick", morning + timedelta(hours=1), limit=1)[0]
    late = book(
        actor=PROGRAM,
        patient_id=quist,
        provider_id=slot.provider_id,
        site_id=slot.site_id,
        starts=slot.starts,
        visit_type="sick",
        reason="knee",
    )
    cancel(actor=PROGRAM, appointment_id=late, why="no car")
    facts.deliver()
    (asked,) = [one for one in missed_with_fee(PROGRAM) if one.appointment_id == late]
    decide_fee(actor=PROGRAM, missed_id=asked.id, take=True)
    (fee,) = [one for one in effects_of(Ref("appointment", late)) if one.kind == "charge"]
    add("lind", "outreach:missed", asked.id)
    add("chen", "billing:charge", fee.id)
    add("petrov", "outreach:missed-policy")


def _recalls(add: Add, quist: UUID) -> None:
    """Somebody who is due and was tried once, a rule, who was not seen for long."""
    add_recalls(actor=PROGRAM, patient_ids=(quist,), kind="sick", name="Blood pressure, see again")
    (due,) = board(PROGRAM)
    note_attempt(actor=PROGRAM, recall_id=due.id, outcome=Tried.LEFT_WORD, words="with her sister")
    set_recall_rule(
        actor=PROGRAM,
        name="Once a year",
        basis=Basis.VISIT,
        codes=("sick",),
        months=12,
        kind="sick",
        source="unverified",
        valid_from=date(2026, 1, 5),
    )
    add("lind", "outreach:recalls")
    add("lind", "outreach:recalls", query="?show=booked")
    add("lind", "outreach:recall", due.id)
    add("lind", "outreach:long-away", query="?months=6")
    add("petrov", "outreach:recall-rules", query="?example=1")
