"""Labels and legal holds of documents, and what is past its retention."""

from collections.abc import Callable, Collection
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.practice.api import today_here
from medoffice.records.documents.actions.destroying import ask_destruction, destroy_file, keep_file
from medoffice.records.documents.actions.holding import end_hold, hold_chart, hold_document
from medoffice.records.documents.actions.label_document import label_document, unlabel_document
from medoffice.records.documents.forms import HoldChartForm, HoldForm, LabelForm
from medoffice.records.documents.queries import documents as queries
from medoffice.records.documents.queries.holds import holds_to_see
from medoffice.records.documents.queries.retention import past_retention
from medoffice.records.documents.rules.deciding import cannot_decide
from medoffice.records.documents.views.pages import sheet
from medoffice.records.patients.api import patients_by_id
from medoffice.security.api import OfficeRequest, acts_of_their_own, can, saw, screen
from medoffice.ui.fields import refusals_in

_DECIDED = "It was decided meanwhile, or does not wait."


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
    """Every hold in force: whose, why, until when, by whom; one ends here with a reason, and a chart is held."""
    if "hold" in request.POST:
        end_hold(actor=request.actor, hold_id=_one(request, "hold"), why=request.POST.get("why", ""))
        messages.success(request, "The hold has ended.")
        return redirect("documents:holds")
    form = HoldChartForm(request.POST or None, auto_id="chart_%s")
    form.ask(today_here())
    if form.is_valid():
        with refusals_in(form):
            hold_chart(actor=request.actor, patient_id=form.cleaned_data["patient"], **form.filled())
            messages.success(request, "The chart is held.")
            return redirect("documents:holds")
    found = holds_to_see(request.actor)
    people = patients_by_id({one.patient_id for one in found})
    saw(request, people)
    lines = [(one, people[one.patient_id]) for one in found]
    return render(
        request,
        "documents/holds.html",
        {"lines": lines, "form": form, "room": "documents"},
        status=422 if form.errors else 200,
    )


@screen("documents.purge")
def past(request: OfficeRequest) -> HttpResponse:
    """What is past its retention: what may go, what waits for a second look, what stays and why."""
    return _past(request)


def _past(request: OfficeRequest, chosen: Collection[UUID] = (), why: str = "", wrong: str = "") -> HttpResponse:
    """The sheet, with what was ticked and typed where that was not taken, and what was wrong with it."""
    found = past_retention(request.actor)
    people = patients_by_id({who for one in found for who in one.patients})
    saw(request, people)
    lines = [(one, [people[who] for who in one.patients]) for one in found]
    context = {
        "to_do": sum(1 for one in found if one.asked or not one.stops),
        "waits": [pair for pair in lines if pair[0].asked],
        "free": [pair for pair in lines if not pair[0].asked and not pair[0].stops],
        "stays": [pair for pair in lines if not pair[0].asked and pair[0].stops],
        "chosen": chosen,
        "why": why,
        "wrong": wrong,
        "me": request.actor.id,
        "may_set_up": request.may("documents.set_up"),
        "room": "documents",
    }
    return render(request, "documents/past.html", context, status=422 if wrong else 200)


@require_POST
@screen("documents.purge")
def ask(request: OfficeRequest) -> HttpResponse:
    """Ask to destroy what was chosen, each by itself."""
    chosen = _all(request, "file")
    if not chosen:
        return _past(request, wrong="Choose at least one.")
    asked, wrong = _each(chosen, lambda one: ask_destruction(actor=request.actor, file_id=one))
    if asked:
        messages.success(request, f"{asked} asked for. Another person looks a second time.")
    if wrong:
        messages.error(request, wrong)
    return redirect("documents:past")


@require_POST
@screen("documents.purge")
def decide(request: OfficeRequest) -> HttpResponse:
    """The second look: keep what was chosen with a reason, or, asked once more, destroy it; each by itself."""
    chosen, why = _all(request, "asked"), request.POST.get("why", "").strip()
    stays = request.POST.get("verdict") == "keep"
    if wrong := cannot_decide(len(chosen), why, keeps=stays):
        return _past(request, chosen, why, wrong)
    if not stays and "sure" not in request.POST:
        return _sure(request, chosen)
    if stays:
        done, wrong = _each(chosen, lambda one: keep_file(actor=request.actor, destruction_id=one, why=why))
    else:
        done, wrong = _each(chosen, lambda one: destroy_file(actor=request.actor, destruction_id=one))
    if done:
        messages.success(request, f"{done} {'kept' if stays else 'destroyed'}.")
    if wrong:
        messages.error(request, wrong)
    return redirect("documents:past")


def _sure(request: OfficeRequest, chosen: Collection[UUID]) -> HttpResponse:
    """What would be destroyed, named once more: it cannot be undone."""
    found = [one for one in past_retention(request.actor) if one.asked and one.asked.id in chosen]
    if not found:
        messages.error(request, _DECIDED)
        return redirect("documents:past")
    people = patients_by_id({who for one in found for who in one.patients})
    saw(request, people)
    lines = [(one, [people[who] for who in one.patients]) for one in found]
    context = {"lines": lines, "pages": sum(one.pages for one in found), "room": "documents"}
    return render(request, "documents/sure.html", context)


def _each(chosen: Collection[UUID], act: Callable[[UUID], object]) -> tuple[int, str]:
    """Do it to each by itself, whatever becomes of the others: how many were done, and why the others were not."""
    done, wrong = 0, dict[str, int]()
    with acts_of_their_own():
        for one in chosen:
            try:
                act(one)
                done += 1
            except NotFound:
                wrong[_DECIDED] = wrong.get(_DECIDED, 0) + 1
            except Refusal as refusal:
                told = f"{refusal.words} {refusal.fix}".strip()
                wrong[told] = wrong.get(told, 0) + 1
    return done, " ".join(f"{count} not: {words}" for words, count in wrong.items())


def _all(request: OfficeRequest, name: str) -> list[UUID]:
    return [one for text in request.POST.getlist(name)[:500] if (one := _uuid(text))]


def _one(request: OfficeRequest, name: str) -> UUID:
    return _uuid(request.POST.get(name, "")) or UUID(int=0)


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
