"""What the schedule says of a patient: its page, its line at a visit and in the chart, what is noted for it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST

from medoffice.clinic.immunizations.actions.note_fact import note_fact
from medoffice.clinic.immunizations.forms import FactForm
from medoffice.clinic.immunizations.queries.plans import plan_of, schedule
from medoffice.clinic.immunizations.rules.planning import NOW, asked_for, due_now, far, in_order, lacking
from medoffice.clinic.immunizations.types import Plan
from medoffice.practice.api import today_here
from medoffice.records.encounters.api import encounters_of_patient
from medoffice.records.encounters.types import OVER, Encounter, Stage
from medoffice.records.patients.api import banner
from medoffice.security.api import OfficeRequest, can, saw, screen
from medoffice.standards.cdsi.answers import OfGroup
from medoffice.standards.cdsi.api import SOURCE
from medoffice.ui.fields import refusals_in

ROOM = {"room": "vaccines"}
KEYS = "123456789"


@screen("vaccines.read")
def plan(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """What is due, what each dose counted for, what is noted for the schedule."""
    return _page(request, patient_id, FactForm())


@require_POST
@screen("vaccines.note")
def fact(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """Note that something holds of the patient, or no more."""
    form = FactForm(request.POST)
    if form.is_valid():
        with refusals_in(form):
            note_fact(actor=request.actor, patient_id=patient_id, **form.cleaned_data)
            return redirect("immunizations:plan", patient_id)
    return _page(request, patient_id, form)


def chart_panel(request: HttpRequest, patient_id: UUID) -> SafeString | None:
    """In the chart and on the patient's page: what is due, and the way to all of it."""
    actor = getattr(request, "actor", None)
    if actor is None or not can(actor, "vaccines.read", patient_id):
        return None
    found = plan_of(actor, patient_id, today_here())
    if found.deceased:
        return None
    context = due_line(found)
    return render_to_string("immunizations/_due.html", context, request)


def due_line(found: Plan) -> dict[str, object]:
    """What a line says of what is due."""
    return {"due": due_now(found.advice), "lacks": len(lacking(found.advice)), "plan": found}


def _page(request: OfficeRequest, patient_id: UUID, form: FactForm) -> HttpResponse:
    found = plan_of(request.actor, patient_id, today_here())
    saw(request, [patient_id])
    groups = in_order(found.advice.groups)
    visits = encounters_of_patient(request.actor, patient_id, 5)
    visit = _open_visit(request, visits)
    form.offer(asked_for(schedule()), visits, visit or _visit_today(visits))
    context = {
        "plan": found,
        "lacks": len(lacking(found.advice)),
        "now": _with_keys([one for one in groups if one.due in NOW], visit),
        "later": [one for one in groups if one.next.dates and one.due not in NOW and not far(one, found.today)],
        "others": [one for one in groups if not one.next.dates],
        "far": [one for one in groups if far(one, found.today)],
        "names": schedule().products,
        "visit": visit,
        "source": SOURCE,
        "form": form if can(request.actor, "vaccines.note", patient_id) else None,
        "banner": banner(request.actor, patient_id),
    }
    return render(request, "immunizations/plan.html", context | ROOM, status=422 if form.errors else 200)


def _with_keys(due: list[OfGroup], visit: Encounter | None) -> list[tuple[OfGroup, str]]:
    keys = KEYS if visit else ""
    return [(one, keys[at : at + 1]) for at, one in enumerate(due)]


def _visit_today(visits: list[Encounter]) -> Encounter | None:
    """The last visit of today, also when it is over: what is noted now was most likely said there."""
    return next((one for one in visits if one.date == today_here() and one.stage is not Stage.MISTAKEN), None)


def _open_visit(request: OfficeRequest, visits: list[Encounter]) -> Encounter | None:
    """The visit of today at which something can be given."""
    here = (one for one in visits if one.date == today_here() and one.stage not in OVER)
    return next((one for one in here if can(request.actor, "vaccines.give", one.patient_id, one.id)), None)
