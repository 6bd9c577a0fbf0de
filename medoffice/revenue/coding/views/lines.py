"""What is done to service lines at the desk: which diagnoses one is for, a modifier more, where the patient was."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from medoffice.revenue.coding.actions.give_modifier import give_modifier
from medoffice.revenue.coding.actions.point_service import point_service
from medoffice.revenue.coding.actions.say_place import say_place
from medoffice.revenue.coding.queries.codings import coding, coding_of_service
from medoffice.revenue.coding.views.acting import done_or_shown
from medoffice.revenue.coding.views.desk import desk_of
from medoffice.security.api import OfficeRequest, screen


@require_POST
@screen("coding.code")
def point(request: OfficeRequest, code_id: UUID) -> HttpResponse:
    """Point to a diagnosis by its place, or no longer."""
    typed = request.POST.get("place", "")
    place = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 3 else 0
    return _line(request, code_id, lambda: point_service(actor=request.actor, service_id=code_id, place=place))


@require_POST
@screen("coding.code")
def modifier(request: OfficeRequest, code_id: UUID) -> HttpResponse:
    """Give one more modifier."""
    typed = request.POST.get("modifier", "")[:4]
    return _line(request, code_id, lambda: give_modifier(actor=request.actor, service_id=code_id, modifier=typed))


@require_POST
@screen("coding.code")
def place(request: OfficeRequest, coding_id: UUID) -> HttpResponse:
    """Say where the patient of a visit at a distance was."""
    typed = request.POST.get("place", "")[:2]
    return done_or_shown(
        request,
        lambda: say_place(actor=request.actor, coding_id=coding_id, place=typed),
        lambda refusal: desk_of(request, coding(coding_id).encounter_id, refusal),
    )


def _line(request: OfficeRequest, code_id: UUID, act: Callable[[], object]) -> HttpResponse:
    return done_or_shown(
        request, act, lambda refusal: desk_of(request, coding_of_service(code_id).encounter_id, refusal)
    )
