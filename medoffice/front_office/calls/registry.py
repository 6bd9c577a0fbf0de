"""What calls offer to later rooms: their kinds of work, their place in the chain, their screens and reports."""

from uuid import UUID

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString

from medoffice.front_office.calls.actions.miss_rings import WORK
from medoffice.front_office.calls.actions.set_phone_door import seal_door_again
from medoffice.front_office.calls.queries.calls import call, call_numbered, calls_of
from medoffice.kernel.refusals import NotFound
from medoffice.kernel.rotation import register_resealing
from medoffice.kernel.trace import Ref, Step, finders, tracers
from medoffice.kernel.worlds.grants import register_append_only
from medoffice.kernel.worlds.reports import register_report
from medoffice.practice.api import register_work_kind
from medoffice.practice.types import WorkKind
from medoffice.records.patients.api import register_card_cause
from medoffice.security.types import Role
from medoffice.ui.navigation import Command, NavItem, register_command, register_navigation
from medoffice.ui.panels import register_panel


def _url(ref: Ref) -> str:
    return reverse("calls:call", args=[ref.id])


def _promise_url(ref: Ref) -> str:
    return reverse("calls:promise", args=[ref.id])


def _ring_url(ref: Ref) -> str:
    return f"{reverse('calls:new')}?ring={ref.id}"


def _hand_off_url(ref: Ref) -> str:  # noqa: ARG001 - a page for all of them
    return reverse("calls:on-call")


def _trace(call_id: UUID) -> Step | None:
    try:
        taken = call(call_id)
    except NotFound:
        return None
    return Step(
        ref=Ref("call", taken.id),
        stage="call",
        title=f"Call {taken.number}",
        words=taken.reason,
        at=taken.started_at,
        who=taken.taken_by,
        url=_url(Ref("call", taken.id)),
        details=(("caller", f"{taken.caller} ({taken.relation or 'self'})"), ("outcome", taken.outcome or "open")),
        subject=taken.patient_id,
        visit=taken.id,
        opens="encounters.reason",
    )


def _find(text: str) -> Ref | None:
    found = call_numbered(text.upper())
    return Ref("call", found) if found else None


def _of_patient(request: HttpRequest, patient_id: UUID) -> SafeString | None:
    """The calls about a patient on their page; of those kept out of the chart only that they were."""
    actor = getattr(request, "actor", None)
    found = calls_of(actor, patient_id, 8) if actor else []
    return render_to_string("calls/_of_patient.html", {"calls": found}, request) if found else None


def _card_url(_patient: UUID, call_id: UUID) -> str:
    return reverse("calls:call", args=[call_id])


register_card_cause("call", "on the telephone", "calls.read", _card_url)
tracers.register("call", _trace)
finders.register("call", _find)
register_work_kind(WorkKind("call", "call back", Role.RECEPTIONIST, 2, _url))
register_work_kind(WorkKind(WORK, "missed ring", Role.RECEPTIONIST, 2, _ring_url))
register_work_kind(WorkKind("promise", "promise", Role.RECEPTIONIST, 2, _promise_url))
register_work_kind(WorkKind("hand-off", "hand-off to read back", Role.RECEPTIONIST, 1, _hand_off_url))
register_append_only("call_event")
register_resealing(seal_door_again)
register_panel("patient", _of_patient)
register_navigation(NavItem("calls", "Calls", "calls:log", "calls.read", 12))
register_command(Command("Take a call", "calls:new", "calls.take", "Alt+c"))
register_command(Command("Cards: hours, directions, preparations", "calls:cards", "calls.read"))
register_command(Command("On call and hand-off", "calls:on-call", "calls.read"))
register_command(Command("Answering service", "calls:answering", "calls.bring_in"))
register_command(Command("How the telephone is answered", "calls:figures", "calls.figures"))
register_command(Command("Telephone system", "calls:phone-system", "calls.set_up"))
register_report(
    "calls_by_day",
    "Calls of a day by kind and outcome: how many, touched how soon (minutes, mean), closed after they were due",
    "SELECT (started_at AT TIME ZONE 'UTC')::date AS day, kind, outcome_key AS outcome, count(*) AS calls,"
    " round(avg(extract(epoch FROM touched_at - started_at)) / 60)::bigint AS minutes_to_touch,"
    " count(*) FILTER (WHERE ended_at > due_at) AS late FROM public.call GROUP BY 1, 2, 3",
)
