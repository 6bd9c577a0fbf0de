"""Labels and legal holds of documents, and what is past its retention."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from medoffice.practice.api import today_here
from medoffice.records.documents.actions.destroying import ask_destruction, destroy_file, keep_file
from medoffice.records.documents.actions.holding import end_hold, hold_chart, hold_document
from medoffice.records.documents.actions.label_document import label_document, unlabel_document
from medoffice.records.documents.forms import HoldForm, LabelForm
from medoffice.records.documents.queries import documents as queries
from medoffice.records.documents.queries.holds import holds_to_see
from medoffice.records.documents.queries.retention import past_retention
from medoffice.records.documents.views.pages import sheet
from medoffice.records.patients.api import patients_by_id
from medoffice.security.api import OfficeRequest, acts_of_their_own, can, saw, screen
from medoffice.ui.fields import refusals_in


@require_POST
@screen("labels.visit")
def label(request: OfficeRequest, document_id: UUID) -> HttpResponse:
    """It is confidential, from now on; whoever may not see it then is led to the list."""
    found = queries.document(request.actor, document_id)
    form = LabelForm(request.POST, auto_id="label_%s")
    if form.is_valid():
        with refusals_in(form):
            label_document(actor=request.actor, document_id=document_id, **form.filled())
    if form.errors:
        return sheet(request, document_id, form)
    messages.success(request, "It is confidential from now on.")
    if found.patient_id and not can(request.actor, "documents.read", found.patient_id, found.about):
        return redirect("documents:of-patient", found.patient_id)
    return redirect("documents:show", document_id)


@require_POST
@screen("labels.end")
def unlabel(request: OfficeRequest, document_id: UUID) -> HttpResponse:
    """A label of it ends."""
    unlabel_document(
        actor=request.actor,
        document_id=document_id,
        label_id=_one(request, "label"),
        why=request.POST.get("why", ""),
    )
    return redirect("documents:show", document_id)


@require_POST
@screen("documents.hold")
def hold(request: OfficeRequest, document_id: UUID) -> HttpResponse:
    """It is under legal hold, or with ``whole`` the whole chart it is on."""
    found = queries.document(request.actor, document_id)
    form = HoldForm(request.POST, auto_id="hold_%s")
    form.ask(today_here())
    if form.is_valid():
        with refusals_in(form):
            if form.cleaned_data["whole"] and found.patient_id:
                hold_chart(actor=request.actor, patient_id=found.patient_id, **form.filled())
            else:
                hold_document(actor=request.actor, document_id=document_id, **form.filled())
            return redirect("documents:show", document_id)
    return sheet(request, document_id, form)


@screen("documents.hold")
def holds(request: OfficeRequest) -> HttpResponse:
    """Every hold in force: whose, why, until when, by whom; one ends here with a reason."""
    if request.method == "POST":
        end_hold(actor=request.actor, hold_id=_one(request, "hold"), why=request.POST.get("why", ""))
        messages.success(request, "The hold has ended.")
        return redirect("documents:holds")
    found = holds_to_see(request.actor)
    people = patients_by_id({one.patient_id for one in found})
    saw(request, people)
    lines = [(one, people[one.patient_id]) for one in found]
    return render(request, "documents/holds.html", {"lines": lines, "room": "documents"})


@screen("documents.purge")
def past(request: OfficeRequest) -> HttpResponse:
    """What is past its retention: what may go, what waits for a second look, what stays and why."""
    found = past_retention(request.actor)
    people = patients_by_id({who for one in found for who in one.patients})
    saw(request, people)
    lines = [(one, [people[who] for who in one.patients]) for one in found]
    context = {
        "to_do": sum(1 for one in found if one.asked or not one.stops),
        "waits": [pair for pair in lines if pair[0].asked],
        "free": [pair for pair in lines if not pair[0].asked and not pair[0].stops],
        "stays": [pair for pair in lines if not pair[0].asked and pair[0].stops],
        "me": request.actor.id,
        "may_set_up": request.may("documents.set_up"),
        "room": "documents",
    }
    return render(request, "documents/past.html", context)


@require_POST
@screen("documents.purge")
def ask(request: OfficeRequest) -> HttpResponse:
    """Ask to destroy what was chosen, each by itself."""
    chosen = _all(request, "file")
    with acts_of_their_own():
        for file_id in chosen:
            ask_destruction(actor=request.actor, file_id=file_id)
    if not chosen:
        messages.error(request, "Choose at least one.")
    return redirect("documents:past")


@require_POST
@screen("documents.purge")
def decide(request: OfficeRequest) -> HttpResponse:
    """The second look: destroy what was chosen, each by itself, or keep it with a reason."""
    chosen, stays = _all(request, "asked"), request.POST.get("verdict") == "keep"
    with acts_of_their_own():
        for one in chosen:
            if stays:
                keep_file(actor=request.actor, destruction_id=one, why=request.POST.get("why", ""))
            else:
                destroy_file(actor=request.actor, destruction_id=one)
    if chosen:
        messages.success(request, f"{len(chosen)} {'kept' if stays else 'destroyed'}.")
    else:
        messages.error(request, "Choose at least one.")
    return redirect("documents:past")


def _all(request: OfficeRequest, name: str) -> list[UUID]:
    return [one for text in request.POST.getlist(name)[:500] if (one := _uuid(text))]


def _one(request: OfficeRequest, name: str) -> UUID:
    return _uuid(request.POST.get(name, "")) or UUID(int=0)


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
