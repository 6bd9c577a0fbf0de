"""The office's side of forms: handing them out, and what was signed."""

from uuid import UUID

import qrcode
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST

from medoffice.front_office.check_in.types import Arriving
from medoffice.front_office.forms import queries
from medoffice.front_office.forms.actions.end_link import end_link
from medoffice.front_office.forms.actions.hand_forms import hand_forms
from medoffice.front_office.scheduling.api import appointment
from medoffice.records.encounters.api import encounter
from medoffice.records.patients.api import banner, said_by
from medoffice.security.api import OfficeRequest, back, can, require, saw, screen


@require_POST
@screen("forms.hand")
def hand(request: OfficeRequest, appointment_id: UUID) -> HttpResponse:
    """The link as an address and as a picture to photograph; it is shown once."""
    booked = appointment(appointment_id)
    token = hand_forms(actor=request.actor, appointment_id=appointment_id)
    saw(request, [booked.patient_id])
    address = request.build_absolute_uri(reverse("forms:at", args=[token]))
    code = qrcode.QRCode(border=2)
    code.add_data(address)
    rows = code.get_matrix()
    dark = [(x, y) for y, row in enumerate(rows) for x, on in enumerate(row) if on]
    context = {
        "booked": booked,
        "address": address,
        "path": " ".join(f"M{x} {y}h1v1h-1z" for x, y in dark),
        "size": len(rows),
        "banner": banner(request.actor, booked.patient_id),
        "room": "front",
    }
    return render(request, "forms/hand.html", context)


@require_POST
@screen("forms.hand")
def end(request: OfficeRequest, appointment_id: UUID) -> HttpResponse:
    """The device is back at the desk."""
    end_link(actor=request.actor, appointment_id=appointment_id)
    return back(request, reverse("desks:check-in", args=[appointment_id]))


@screen("forms.read")
def paper(request: OfficeRequest, filled_id: UUID) -> HttpResponse:
    """The page as it was signed."""
    found = queries.filled(filled_id)
    require(request.actor, "forms.read", found.patient_id, found.appointment_id)
    saw(request, [found.patient_id])
    inline = {"Content-Disposition": f'inline; filename="form-{found.key}-{found.version}.pdf"'}
    return HttpResponse(queries.page_of(found), content_type="application/pdf", headers=inline)


@screen("forms.read")
def answers(request: OfficeRequest, filled_id: UUID) -> HttpResponse:
    """What a patient answered, and what became of what they said of themselves."""
    found = queries.filled(filled_id)
    require(request.actor, "forms.read", found.patient_id, found.appointment_id)
    saw(request, [found.patient_id])
    said = [one for one in said_by(found.patient_id, decided=True) if one.source_id == found.id]
    context = {
        "found": found,
        "lines": list(_lines(found.response.get("item"), 0)),
        "said": said,
        "banner": banner(request.actor, found.patient_id),
    }
    return render(request, "forms/answers.html", context)


def check_in_panel(request: HttpRequest, arriving: Arriving) -> SafeString | None:
    """The forms a visit still needs, the link that is out, and what was signed for it."""
    booked, actor = arriving.booked, getattr(request, "actor", None)
    if actor is None or not can(actor, "forms.hand", booked.patient_id):
        return None
    signed = [one for one in queries.filled_by(actor, booked.patient_id) if one.appointment_id == booked.id]
    context = {
        "booked": booked,
        "due": queries.due_at([booked])[booked.id],
        "out": queries.handed_for(booked.id),
        "signed": signed,
        "here": request.path,
    }
    if not (context["due"] or context["out"] or signed):
        return None
    return render_to_string("forms/_check_in.html", context, request)


def patient_panel(request: HttpRequest, patient_id: UUID) -> SafeString | None:
    """What a patient signed."""
    actor = getattr(request, "actor", None)
    if actor is None or not can(actor, "forms.read", patient_id):
        return None
    found = queries.filled_by(actor, patient_id)
    return render_to_string("forms/_signed.html", {"signed": found}, request) if found else None


def visit_panel(request: HttpRequest, encounter_id: UUID) -> SafeString | None:
    """The same in the chart."""
    return patient_panel(request, encounter(encounter_id).patient_id)


def _lines(items: object, depth: int) -> list[tuple[int, str, str]]:
    """Depth, words and answer of each item of a FHIR response."""
    found: list[tuple[int, str, str]] = []
    for one in items if isinstance(items, list) else ():
        given = [_shown(value) for value in one.get("answer", ())]
        found.append((depth, str(one.get("text", "")), ", ".join(given)))
        found += _lines(one.get("item"), depth + 1)
    return found


def _shown(value: dict[str, object]) -> str:
    told = next(iter(value.values()), "")
    if isinstance(told, bool):
        return "Yes" if told else "No"
    return str(told.get("display", told.get("code", ""))) if isinstance(told, dict) else str(told)
