"""What outreach offers to others: its kinds of work, its check, its panels, its place in the rail."""

from uuid import UUID

from django.urls import reverse

from medoffice.front_office.calls.api import register_sender
from medoffice.front_office.calls.types import Call, Sender
from medoffice.front_office.outreach.actions.heed import heed_broken, heed_freed
from medoffice.front_office.outreach.actions.send_after_call import send_after_call
from medoffice.front_office.outreach.actions.settling import settle_preferences
from medoffice.front_office.outreach.queries.messages import outreach_check
from medoffice.front_office.outreach.queries.missed import missed_fact
from medoffice.front_office.outreach.types.messages import MailFailed
from medoffice.front_office.outreach.views.messages import of_patient, of_thing
from medoffice.front_office.outreach.views.waitlist import fill_panel
from medoffice.front_office.scheduling.types import HoldBroken, TimeFreed
from medoffice.kernel.checks import register_check
from medoffice.kernel.facts import Delivery, fact, listen
from medoffice.kernel.trace import Ref
from medoffice.kernel.worlds.grants import register_append_only
from medoffice.practice.api import register_work_kind
from medoffice.practice.types import WorkKind
from medoffice.records.patients.api import register_banner_fact, register_card_cause, register_merging
from medoffice.security.types import PROGRAM, Actor, Role
from medoffice.ui.navigation import Command, NavItem, register_command, register_navigation
from medoffice.ui.panels import register_panel


def _message_url(ref: Ref) -> str:
    return reverse("outreach:message", args=[ref.id])


def _reply_url(ref: Ref) -> str:
    return reverse("outreach:heard" if ref.kind == "outreach_heard" else "outreach:message", args=[ref.id])


def _door_url(ref: Ref) -> str:  # noqa: ARG001 - there is one
    return reverse("outreach:box")


def _time_url(ref: Ref) -> str:
    return reverse("outreach:fill" if ref.kind == "appointment" else "outreach:offer", args=[ref.id])


def _heed_freed(delivery: Delivery) -> None:
    heed_freed(actor=PROGRAM, appointment_id=delivery.fact.appointment_id)


def _heed_broken(delivery: Delivery) -> None:
    heed_broken(actor=PROGRAM, hold_id=delivery.fact.hold_id)


def _send_after_call(actor: Actor, taken: Call, answer: str) -> None:
    send_after_call(actor=actor, taken=taken, answer=answer)


listen(TimeFreed, _heed_freed)
listen(HoldBroken, _heed_broken)


def _missed_url(ref: Ref) -> str:
    return reverse("outreach:missed", args=[ref.id])


def _absence_url(ref: Ref) -> str:
    return reverse("outreach:absence", args=[ref.id])


register_work_kind(WorkKind("reschedule", "visits to move", Role.RECEPTIONIST, 2, _absence_url))


def _asked_url(ref: Ref) -> str:
    return reverse("outreach:asked", args=[ref.id])


def _asked_card_url(_patient: UUID, asked_id: UUID) -> str:
    return _asked_url(Ref("asked", asked_id))


register_card_cause("asked", "asked for a visit on the web", "outreach.answer_asked", _asked_card_url)
register_work_kind(WorkKind("self-booking", "asked for on the web", Role.RECEPTIONIST, 2, _asked_url))
register_work_kind(WorkKind("missed", "missed visit", Role.RECEPTIONIST, 24, _missed_url))
fact(MailFailed)
register_banner_fact("missed", missed_fact)
register_work_kind(WorkKind("time-free", "a free time", Role.RECEPTIONIST, 1, _time_url))
register_append_only("outreach_message_event")
register_append_only("outreach_heard")
register_append_only("outreach_recall_attempt")
register_check("outreach", outreach_check)
register_merging("outreach", settle_preferences)
register_work_kind(WorkKind("phone-task", "call a patient", Role.RECEPTIONIST, 4, _message_url))
register_work_kind(WorkKind("reply", "a patient's answer", Role.RECEPTIONIST, 2, _reply_url))
register_work_kind(WorkKind("gateway-down", "texts do not go out", Role.RECEPTIONIST, 1, _door_url))
register_panel("patient", of_patient)
register_panel("appointment", fill_panel)
register_panel("appointment", of_thing)
register_panel("call", of_thing)
register_sender(Sender("outreach.send", _send_after_call))
register_navigation(NavItem("outreach", "Outreach", "outreach:box", "outreach.read", 22))
for _command in (
    Command("Waitlist", "outreach:waitlist", "outreach.waitlist"),
    Command("Recalls: who is due", "outreach:recalls", "outreach.recall", words="recall, health maintenance"),
    Command("Somebody is absent: move their visits", "outreach:absences", "outreach.reschedule"),
    Command("Visits asked for on the web", "outreach:requests", "outreach.answer_asked"),
    Command("What patients may book by themselves", "outreach:self-booking", "outreach.set_up"),
    Command("Patients not seen for long", "outreach:long-away", "outreach.recall"),
    Command("Recall rules", "outreach:recall-rules", "outreach.set_up"),
    Command("Letters to print", "outreach:letters", "outreach.read"),
    Command("Texts to patients", "outreach:texts", "outreach.set_up"),
    Command("Reminders: when patients are reminded", "outreach:reminders", "outreach.set_up"),
    Command("Missed visits: fees and follow-up", "outreach:missed-policy", "outreach.set_up"),
    Command("Quiet hours, and whether texts go out", "outreach:settings", "outreach.set_up"),
):
    register_command(_command)
