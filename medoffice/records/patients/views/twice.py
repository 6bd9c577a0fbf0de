"""Screens of records that may be one person's: the queue, side by side, one record, and two again."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST

from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.records.patients.actions.ask_later import ask_later
from medoffice.records.patients.actions.merge_patients import merge_patients
from medoffice.records.patients.actions.tell_apart import tell_apart
from medoffice.records.patients.actions.unmerge_patients import unmerge_patients
from medoffice.records.patients.forms import SameForm
from medoffice.records.patients.queries import people as queries
from medoffice.records.patients.queries.asked import asked_pair, pairs_to_decide
from medoffice.records.patients.queries.duplicates import like_patient
from medoffice.records.patients.queries.merges import added_by, merges_of
from medoffice.records.patients.queries.sides import side_by_side
from medoffice.records.patients.types.card import TOLD
from medoffice.records.patients.types.merging import MERGED_FIELDS, MergeRow
from medoffice.security.api import OfficeRequest, back, can, require, saw, screen, seen_version


@screen("patients.tell_apart")
def twice(request: OfficeRequest) -> HttpResponse:
    """The pairs that may be one person, likeliest first; the first that may be looked at leads on."""
    found = pairs_to_decide(request.actor)
    first = next((pair for pair in found if not pair.closed), None)
    if first is not None:
        return redirect("patients:twice-pair", first.id)
    saw(request, {hit.id for pair in found for hit in (pair.one, pair.other)})
    return render(request, "patients/twice.html", {"pairs": found})


@screen("patients.tell_apart")
def twice_pair(request: OfficeRequest, pair_id: UUID) -> HttpResponse:
    """One pair side by side, beside those that wait: one person, two, or later."""
    asked = asked_pair(pair_id)
    for one in (asked.one, asked.other):
        require(request.actor, "patients.tell_apart", one)
    found = pairs_to_decide(request.actor)
    saw(request, {hit.id for pair in found for hit in (pair.one, pair.other)} | {asked.one, asked.other})
    context = {"pairs": found, "asked": asked, **side_by_side(request.actor, asked.one, asked.other)}
    return render(request, "patients/twice.html", context)


@require_POST
@screen("patients.tell_apart")
def twice_different(request: OfficeRequest, pair_id: UUID) -> HttpResponse:
    """They are two people: never asked again."""
    tell_apart(actor=request.actor, pair_id=pair_id)
    return redirect("patients:twice")


@require_POST
@screen("patients.tell_apart")
def twice_later(request: OfficeRequest, pair_id: UUID) -> HttpResponse:
    """Asked again tomorrow."""
    ask_later(actor=request.actor, pair_id=pair_id)
    return redirect("patients:twice")


@screen("patients.merge", patient="patient_id")
def same(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """Who may be the same person as this patient, and what was merged into them before."""
    form = SameForm(request.POST or None)
    if form.is_bound and form.is_valid():
        other = queries.find_by_mrn(form.cleaned_data["mrn"].strip().upper())
        if other and other != patient_id:
            return redirect("patients:merge", patient_id, other)
        form.add_error("mrn", "There is no other patient with this number.")
    found = like_patient(request.actor, patient_id)
    saw(request, {hit.id for hit in found})
    context = {
        "banner": queries.banner(request.actor, patient_id),
        "alike": list(zip("123456789", found, strict=False)),
        "merges": merges_of(patient_id),
        "form": form,
    }
    return render(request, "patients/same.html", context, status=422 if form.errors else 200)


@screen("patients.merge", patient="patient_id")
def merge(request: OfficeRequest, patient_id: UUID, other_id: UUID) -> HttpResponse:
    """Both records side by side: which stays, field by field whose value is kept, and what each has below."""
    require(request.actor, "patients.merge", other_id)
    saw(request, {other_id})
    refusal: Refusal | None = None
    picks = {name[5:]: str(value) for name, value in request.POST.items() if name.startswith("pick_")}
    if request.method == "POST":
        try:
            merge_patients(
                actor=request.actor,
                survivor_id=patient_id,
                merged_id=other_id,
                seen=seen_version(request, "seen"),
                seen_merged=seen_version(request, "seen_merged"),
                picks=picks,
            )
            done = merges_of(patient_id)[0]
            told = "It can be taken apart again: on the patient's page, Registered twice."
            messages.success(request, f"{done.merged} is a part of {done.survivor} now. {told}")
            return back(request, reverse("desks:patient", args=[patient_id]))
        except Refusal as found:
            if found.status == NotFound.status:
                raise
            refusal = found
    leads = request.POST.get("next", request.GET.get("next", ""))
    context = {"refusal": refusal, "next": leads, **side_by_side(request.actor, patient_id, other_id, picks)}
    return render(request, "patients/merge.html", context, status=409 if refusal else 200)


@screen("patients.merge", patient="patient_id")
def unmerge(request: OfficeRequest, patient_id: UUID, merge_id: UUID) -> HttpResponse:
    """Take a merge apart: what came since stays, unless somebody says that it goes."""
    row = next((one for one in merges_of(patient_id) if one.id == merge_id), None)
    if row is None:
        raise NotFound
    if row.undone_at:
        messages.info(request, f"{row.merged} and {row.survivor} were taken apart already, by {row.undone_by}.")
        return redirect("patients:same", row.survivor_id)
    refusal: Refusal | None = None
    also = request.POST.getlist("also")
    if request.method == "POST":
        try:
            left = unmerge_patients(actor=request.actor, merge_id=merge_id, also=also)
            messages.success(request, _apart_told(row, left, told=can(request.actor, "patients.told", patient_id)))
            return redirect("patients:same", row.survivor_id)
        except Refusal as found:
            refusal = found
    context = {"banner": queries.banner(request.actor, row.survivor_id), "merge": row, "refusal": refusal}
    context |= {"added": added_by(merge_id), "also": also}
    return render(request, "patients/unmerge.html", context, status=409 if refusal else 200)


def _apart_told(merge: MergeRow, left: list[str], *, told: bool) -> str:
    """That they are two again, each by its number, and which fields were left as somebody changed them since."""
    words = f"{merge.merged} and {merge.survivor} are two records again."
    named = {name for name in left if name in MERGED_FIELDS and (told or name not in TOLD)}
    names = ", ".join(sorted(MERGED_FIELDS[name].lower() for name in named))
    return f"{words} Left as changed since: {names}. Look whether it belongs there." if names else words


def same_panel(request: HttpRequest, patient_id: UUID) -> SafeString | None:
    """The way to another record of the same person, on the page of a patient."""
    may = getattr(request, "may", None)
    if not may or not may("patients.merge"):
        return None
    return render_to_string("patients/_same.html", {"who": patient_id}, request)
