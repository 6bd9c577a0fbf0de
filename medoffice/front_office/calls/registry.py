"""What calls offer to later rooms: their kind of work and their place in the chain."""

from uuid import UUID

from django.urls import reverse

from medoffice.front_office.calls.queries import call, call_numbered
from medoffice.kernel.refusals import NotFound
from medoffice.kernel.trace import Ref, Step, finders, tracers
from medoffice.practice.api import register_work_kind
from medoffice.practice.types import WorkKind
from medoffice.security.types import Role


def _url(ref: Ref) -> str:
    return reverse("scheduling:call", args=[ref.id])


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


tracers.register("call", _trace)
finders.register("call", _find)
register_work_kind(WorkKind("call", "call back", Role.RECEPTIONIST, 2, _url))
