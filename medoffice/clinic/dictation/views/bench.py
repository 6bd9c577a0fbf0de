"""The workbench: one screen to hear and type a dictation without the mouse, and what it asks meanwhile."""

import json
from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from medoffice.clinic.charting.api import chart_of
from medoffice.clinic.charting.types import ListKind
from medoffice.clinic.dictation.actions.claim_dictation import claim_dictation
from medoffice.clinic.dictation.actions.drop_short_form import drop_short_form
from medoffice.clinic.dictation.actions.finish_dictation import finish_dictation
from medoffice.clinic.dictation.actions.hinting import facts_known_to
from medoffice.clinic.dictation.actions.keep_short_form import keep_short_form
from medoffice.clinic.dictation.actions.keep_text import keep_text
from medoffice.clinic.dictation.actions.mark_blank import mark_blank
from medoffice.clinic.dictation.actions.put_drafts import put_drafts
from medoffice.clinic.dictation.actions.rows import refuse_moved
from medoffice.clinic.dictation.actions.settle_doubts import settle_doubts
from medoffice.clinic.dictation.actions.spelling import unlisted_in
from medoffice.clinic.dictation.forms.typing import FinishForm, KeepForm, ShortFormForm
from medoffice.clinic.dictation.queries import dictations as asked
from medoffice.clinic.dictation.queries.copies import copies_of, heard_open, meant_by
from medoffice.clinic.dictation.queries.drafts import drafts_of
from medoffice.clinic.dictation.queries.paces import kinds, usual_sections
from medoffice.clinic.dictation.queries.styles import style
from medoffice.clinic.dictation.queries.typed import blanks_of, normal_texts, short_forms, typed_of
from medoffice.clinic.dictation.rules.charts import disagreements
from medoffice.clinic.dictation.rules.drafting import offers_for, same_as, why_doubtful
from medoffice.clinic.dictation.rules.keeping import doubtful
from medoffice.clinic.dictation.rules.sections import lacking
from medoffice.clinic.dictation.types.dictations import BlankReason, Dictation, Settle, State
from medoffice.clinic.dictation.views.answers import Shut, refused
from medoffice.clinic.dictation.views.passing import pass_of, told_of_pass
from medoffice.clinic.dictation.views.sound import player_with
from medoffice.clinic.dictation.views.times import time_of
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.records.patients.api import banner
from medoffice.security.api import OfficeRequest, acts_of_their_own, can, saw, screen, seen_version
from medoffice.security.types import Actor
from medoffice.standards.dictated.formatting import format_report
from medoffice.standards.dictated.looking_up import terms_like
from medoffice.ui.fields import refusals_in

PEEK = {ListKind.ALLERGY: "Allergies", ListKind.MEDICATION: "Medicines", ListKind.PROBLEM: "Problems"}


@require_POST
@screen("dictation.type")
def take_next(request: OfficeRequest) -> HttpResponse:
    """Take the first that waits: STAT before all, then what is due first."""
    waits = (one for one in asked.open_dictations(request.actor) if one.state is State.QUEUED)
    found = next((one for one in waits if can(request.actor, "dictation.type", one.patient_id, one.encounter_id)), None)
    if found is None:
        return redirect("dictation:desk")
    claim_dictation(actor=request.actor, dictation_id=found.id, seen_version=found.version)
    return redirect(reverse("dictation:bench", args=[found.id]) + "?begin=1")


@screen("dictation.type")
def bench(request: OfficeRequest, dictation_id: UUID) -> HttpResponse:
    """Hear and type; sent with F10, it is finished."""
    one = asked.dictation(request.actor, dictation_id, "dictation.type")
    if one.state is not State.TYPING or one.owner_id != request.actor.id:
        return redirect("dictation:dictation", dictation_id)
    form = FinishForm(request.POST or None)
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            finish_dictation(actor=request.actor, dictation_id=dictation_id, seen_version=seen_version(request))
            return redirect("dictation:desk")
    saw(request, [one.patient_id])
    typed, drafts = typed_of(one.id), drafts_of(one.id)
    heard = heard_open(one, typed.text)
    shorts = {short.short: short.words for short in sorted(short_forms(request.actor), key=lambda short: short.mine)}
    context = {
        "one": one,
        "form": form,
        "typed": typed,
        "copies": copies_of([one.id]).get(one.id, []),
        "heard": heard,
        "meant": meant_by(heard),
        "told": json.dumps(_told(request.actor, one)),
        "drafts": drafts,
        "kind": kinds().get(one.kind, one.kind),
        "time": time_of(one),
        **pass_of(request.actor, one.id, typed),
        **player_with(request, one.id, asked.recordings_of(one.id)),
        "peek": _peek(request, one),
        "shorts": shorts,
        "shorts_told": json.dumps(shorts),
        "reasons": list(BlankReason),
        "begins_at_once": "begin" in request.GET and (not typed.text or (typed.version == 2 and drafts.put)),
        "banner": banner(request.actor, one.patient_id),
        "room": "dictation",
    }
    return render(request, "dictation/bench.html", context, status=422 if form.errors else 200)


@require_POST
@screen("dictation.type")
def keep(request: OfficeRequest, dictation_id: UUID) -> HttpResponse:
    """Keep what is typed; with a reason, a blank of it; what was heard again. The answer is for the script."""
    form = KeepForm(request.POST)
    one = asked.dictation(request.actor, dictation_id, "dictation.type")
    if not form.is_valid():
        raise Invalid("not-kept", "This could not be kept.", "Open the page again.")
    said = form.cleaned_data
    try:
        with acts_of_their_own():
            keep_text(
                actor=request.actor, dictation_id=dictation_id, text=request.POST.get("text", ""),
                seen_version=said["text_version"], at_ms=said["at_ms"],
                seen_visit=said["visit"],
            )  # fmt: skip
            if said["settle"]:
                settle_doubts(
                    actor=request.actor, dictation_id=dictation_id, which=Settle(said["settle"]),
                    offset=said["offset"] or 0,
                )  # fmt: skip
            if said["reason"]:
                mark_blank(
                    actor=request.actor, dictation_id=dictation_id, offset=said["offset"] or 0,
                    reason=BlankReason(said["reason"]), at_ms=said["at_ms"],
                )  # fmt: skip
    except Refusal as refusal:
        return refused(refusal)
    saw(request, [one.patient_id])
    return JsonResponse(_told(request.actor, one), Shut)


@require_POST
@screen("dictation.type")
def put_draft(request: OfficeRequest, dictation_id: UUID) -> HttpResponse:
    """What the recogniser made stands behind what is typed."""
    put_drafts(actor=request.actor, dictation_id=dictation_id)
    return redirect("dictation:bench", dictation_id)


@require_POST
@screen("dictation.type")
def formatted(request: OfficeRequest, dictation_id: UUID) -> HttpResponse:
    """The text as the formatter would have it, and what is to be looked at, by the chart too; nothing is kept."""
    one = asked.dictation(request.actor, dictation_id, "dictation.type")
    form = KeepForm(request.POST)
    if not form.is_valid():
        raise Invalid("not-formatted", "This could not be formatted.", "Open the page again.")
    try:
        refuse_moved(one.number, one.encounter_id, form.cleaned_data["visit"])
    except Refusal as refusal:
        return refused(refusal)
    saw(request, [one.patient_id])
    made = format_report(request.POST.get("text", ""), style()[0], normals=normal_texts())
    asked_of_chart = disagreements(made.text, facts_known_to(request.actor, one.patient_id))
    looked_at = (*made.flags, *asked_of_chart, *unlisted_in(one.patient_id, made.text))
    flags = [{"kind": flag.kind.value, "place": flag.place, "words": flag.words} for flag in looked_at]
    return JsonResponse({"text": made.text, "flags": flags}, Shut)


@require_POST
@screen("dictation.type")
def terms(request: OfficeRequest) -> HttpResponse:
    """Words of medicine that begin or sound like what is typed."""
    return render(request, "dictation/_terms.html", {"found": terms_like(request.POST.get("q", ""))})


@screen("dictation.shorten")
def shorts(request: OfficeRequest) -> HttpResponse:
    """What may be typed for longer words: one's own and the office's."""
    form = ShortFormForm(request.POST or None)
    form.ask(office=request.may("dictation.set_up"))
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            keep_short_form(actor=request.actor, **form.cleaned_data)
            return redirect("dictation:shorts")
    context = {
        "form": form,
        "lines": short_forms(request.actor),
        "may_office": request.may("dictation.set_up"),
        "room": "dictation",
    }
    return render(request, "dictation/shorts.html", context, status=422 if form.errors else 200)


@require_POST
@screen("dictation.shorten")
def drop_short(request: OfficeRequest, short_id: UUID) -> HttpResponse:
    """It is offered no more."""
    drop_short_form(actor=request.actor, short_id=short_id)
    return redirect("dictation:shorts")


def _told(actor: Actor, one: Dictation) -> dict[str, object]:
    """What the script of the screen knows of the text: its version, where each word was said, which are doubtful."""
    typed, drafts = typed_of(one.id), drafts_of(one.id)
    doubts = doubtful(typed.words)
    open_ones = [blank for blank in blanks_of(one.id, typed) if not blank.answered]
    place = {word.id: at for at, word in enumerate(typed.words)}
    return {
        "version": typed.version,
        "lacking": lacking(typed.text, usual_sections(one.kind)),
        "times": [[word.start_ms, word.end_ms] for word in typed.words],
        "doubtful": doubts,
        "why": {at: why_doubtful(typed.words[at]) for at in doubts},
        "offers": {at: offers_for(typed.words[at]) for at in doubts},
        "same": {at: places for at in doubts if len(places := same_as(typed.words, at)) > 1},
        "unheard": [[draft.begins + a, draft.begins + b] for draft in drafts.made for a, b in draft.unheard],
        "ready": drafts.ready,
        "awaited": drafts.awaited,
        "pass": told_of_pass(actor, one.id, typed),
        "blanks": [{"word": place[blank.word_id], "says": blank.reason.says} for blank in open_ones],
    }


def _peek(request: OfficeRequest, one: Dictation) -> list[tuple[str, list[str]]]:
    """What the chart says that a dictation often speaks of; nothing for who may not read it."""
    if not can(request.actor, "lists.read", one.patient_id):
        return []
    chart = chart_of(request.actor, one.patient_id)
    return [
        (
            title,
            [entry.told.words for entry in chart.lists.get(kind, ()) if _holds(entry.told.status, entry.struck)],
        )
        for kind, title in PEEK.items()
    ]


def _holds(status: str, struck: bool) -> bool:
    return status == "active" and not struck
