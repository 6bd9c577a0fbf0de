"""Questions to the provider: asked from the desk on words of the note, answered on the provider's own screen."""

from functools import partial
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from medoffice.clinic.charting.api import note_of
from medoffice.kernel.refusals import Invalid, NotFound
from medoffice.kernel.trace import Ref
from medoffice.practice.api import staff_member
from medoffice.records.encounters.api import encounter
from medoffice.records.patients.api import banner
from medoffice.revenue.coding.actions.answer_query import answer_query
from medoffice.revenue.coding.actions.ask_provider import ask_provider
from medoffice.revenue.coding.actions.code_diagnosis import code_diagnosis
from medoffice.revenue.coding.actions.withdraw_query import withdraw_query
from medoffice.revenue.coding.forms import AnswerCodeForm, AnswerForm, AskForm
from medoffice.revenue.coding.queries import asked, codings
from medoffice.revenue.coding.rules.asking import TEMPLATES
from medoffice.revenue.coding.types import Evidence
from medoffice.revenue.coding.views.acting import done_or_shown
from medoffice.revenue.coding.views.desk import desk_of
from medoffice.security.api import OfficeRequest, back, require, saw, screen
from medoffice.ui.fields import refusals_in


@screen("coding.code")
def ask(request: OfficeRequest, encounter_id: UUID) -> HttpResponse:
    """Ask the provider of a visit; ``start`` and ``end`` of the address choose words of the note beforehand."""
    found, codes = encounter(encounter_id), codings.coded(encounter_id)
    require(request.actor, "coding.code", found.patient_id, encounter_id)
    require(request.actor, "chart.read", found.patient_id, encounter_id)
    written = note_of(encounter_id)
    if codes is None or written is None or not written.signed:
        raise NotFound
    saw(request, [found.patient_id])
    form = AskForm(request.POST or None, initial=_chosen(request, written.text))
    if form.is_bound and form.is_valid():
        typed = form.cleaned_data
        with refusals_in(form):
            ask_provider(
                actor=request.actor,
                coding_id=codes.id,
                template=typed["template"],
                evidence=Evidence(Ref("note", written.id), typed["start"], typed["end"], form.chosen_words()),
                detail=typed["detail"],
            )
            return redirect("coding:visit", encounter_id=encounter_id)
    start, end = form["start"].value(), form["end"].value()
    context = {
        "visit": found,
        "provider": staff_member(found.provider_id),
        "banner": banner(request.actor, found.patient_id),
        "note": written,
        "codes": codes,
        "form": form,
        "chosen": {"start": start or "", "end": end or "", "quote": form["quote"].value() or ""},
        "room": "coding",
    }
    return render(request, "coding/ask.html", context, status=422 if form.errors else 200)


def _chosen(request: OfficeRequest, text: str) -> dict[str, object]:
    """The words that the address names, if they are words of the note."""
    typed = [request.GET.get(name, "") for name in ("start", "end")]
    if not all(one.isascii() and one.isdecimal() and len(one) < 8 for one in typed):
        return {}
    start, end = map(int, typed)
    return {"start": start, "end": end, "quote": text[start:end]} if start < end <= len(text) else {}


@screen("coding.answer")
def answer(request: OfficeRequest, query_id: UUID) -> HttpResponse:
    """A coder's question, on its words; the answer is signed into the chart."""
    found = asked.provider_query(query_id)
    require(request.actor, "coding.answer", found.patient_id, found.encounter_id)
    require(request.actor, "chart.read", found.patient_id, found.encounter_id)
    saw(request, [found.patient_id])
    visit, codes = encounter(found.encounter_id), codings.coding(found.coding_id)
    form = AnswerForm(request.POST or None)
    form.offer(TEMPLATES[found.template])
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            typed = form.cleaned_data
            answer_query(actor=request.actor, query_id=query_id, choice=typed["choice"], words=typed["words"])
            return redirect("coding:answer", query_id=query_id)
    written = note_of(found.encounter_id)
    context = {
        "visit": visit,
        "provider": staff_member(visit.provider_id),
        "banner": banner(request.actor, found.patient_id),
        "note": written,
        "codes": codes,
        "asked": found,
        "marks": [(found.start, found.end, "asked")],
        "form": form,
        "room": "charting",
    }
    return render(request, "coding/answer.html", context, status=422 if form.errors else 200)


@require_POST
@screen("coding.code")
def withdraw(request: OfficeRequest, query_id: UUID) -> HttpResponse:
    """Take a question back."""
    withdraw_query(actor=request.actor, query_id=query_id)
    return back(request, "/coding/")


@require_POST
@screen("coding.code")
def code(request: OfficeRequest, query_id: UUID) -> HttpResponse:
    """Add a diagnosis on the provider's answer."""
    found, form = asked.provider_query(query_id), AnswerCodeForm(request.POST)
    require(request.actor, "coding.code", found.patient_id, found.encounter_id)

    def rest() -> None:
        if not form.is_valid():
            raise Invalid("code-missing", "Choose a code.", "")
        evidence, typed = asked.answer_evidence(query_id), form.cleaned_data["answered"]
        code_diagnosis(actor=request.actor, coding_id=found.coding_id, code=typed, evidence=evidence)

    return done_or_shown(request, rest, partial(desk_of, request, found.encounter_id))
