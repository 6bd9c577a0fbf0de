"""The recorder: its script asks to begin, to go on, and has seconds kept; a person sends what was recorded, or not."""

from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from medoffice.clinic.dictation.actions.begin_take import begin_take
from medoffice.clinic.dictation.actions.drop_take import drop_take
from medoffice.clinic.dictation.actions.go_on_take import go_on_take
from medoffice.clinic.dictation.actions.keep_chunk import keep_chunk
from medoffice.clinic.dictation.actions.send_take import send_take
from medoffice.clinic.dictation.forms.sending import ChunkForm, GoOnForm, ReadersForm, SeenForm, TakeForm
from medoffice.clinic.dictation.queries.takes import open_take, sound_of_span
from medoffice.clinic.dictation.rules.audio import look_at
from medoffice.clinic.dictation.rules.takes import as_seen, spans_of
from medoffice.clinic.dictation.types.dictations import AudioTrouble, Priority
from medoffice.clinic.dictation.types.takes import Way
from medoffice.clinic.dictation.views.queue import send_page
from medoffice.clinic.dictation.views.sound import ranged
from medoffice.front_office.referrals.api import performers
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.records.encounters.api import visit_shown
from medoffice.security.api import OfficeRequest, screen
from medoffice.ui.fields import refusals_in


@require_POST
@screen("dictation.send")
def record(request: OfficeRequest, encounter_id: UUID) -> HttpResponse:
    """Begin, or go on with what was not sent. The answer is for the script: which take, which stretch."""
    visit_shown(request, "dictation.send", encounter_id)
    form = GoOnForm(request.POST)
    there = open_take(request.actor, encounter_id)
    if not form.is_valid():
        return JsonResponse({"words": "Open the page again to record."}, status=422)
    said = form.cleaned_data
    try:
        if there is not None and said["take"] == there.id:
            way = Way(said["way"] or Way.ON)
            stretch = go_on_take(
                actor=request.actor, take_id=there.id, way=way, at_ms=said["at"] or 0, seen=form.known()
            )  # fmt: skip
            return JsonResponse({"take": str(there.id), "stretch": stretch})
        take = begin_take(actor=request.actor, encounter_id=encounter_id)
    except Refusal as refusal:
        return _refused(refusal)
    return JsonResponse({"take": str(take), "stretch": 1})


@require_POST
@screen("dictation.send")
def chunk(request: OfficeRequest, encounter_id: UUID) -> HttpResponse:
    """Keep a few seconds; the answer says which come next, and whether another window has gone on since."""
    visit_shown(request, "dictation.send", encounter_id)
    form = ChunkForm(request.POST, request.FILES)
    if not form.is_valid():
        return JsonResponse({"words": "This piece of the recording could not be read."}, status=422)
    said = form.cleaned_data
    try:
        following = keep_chunk(
            actor=request.actor, take_id=said["take"], stretch=said["stretch"], number=said["number"],
            data=bytes(said["sound"].read()), ms=said["ms"],
        )  # fmt: skip
    except Refusal as refusal:
        return _refused(refusal)
    there = open_take(request.actor, encounter_id)
    return JsonResponse({"next": following, "here": there is not None and len(there.stretches) == said["stretch"]})


@require_POST
@screen("dictation.send")
def finish(request: OfficeRequest, encounter_id: UUID) -> HttpResponse:
    """Send what was recorded."""
    form, readers = TakeForm(request.POST), ReadersForm(request.POST, performers())
    if form.is_valid() and readers.is_valid():
        said = form.cleaned_data
        with refusals_in(form):
            made = send_take(
                actor=request.actor, take_id=said["take"], kind=said["kind"], priority=Priority(said["priority"]),
                note=said["note"], copies=readers.cleaned_data["copy"],
            )  # fmt: skip
            return redirect("dictation:dictation", made)
    return send_page(request, encounter_id, form, readers)


@require_POST
@screen("dictation.send")
def drop(request: OfficeRequest, encounter_id: UUID) -> HttpResponse:
    """Throw away what was recorded."""
    there = open_take(request.actor, encounter_id)
    if there is None or request.POST.get("take") != str(there.id):
        raise Invalid("no-take", "There is nothing here to throw away.", "Open the page again.")
    drop_take(actor=request.actor, take_id=there.id)
    return redirect("dictation:send", encounter_id)


@screen("dictation.send")
def heard(request: OfficeRequest, encounter_id: UUID, part: int) -> HttpResponse:
    """The sound of one piece of what was recorded, as the page showed it, to whoever recorded it."""
    visit_shown(request, "dictation.send", encounter_id)
    there, form = open_take(request.actor, encounter_id), SeenForm(request.GET)
    if there is None or not form.is_valid():
        raise NotFound
    known = form.known()
    spans = there.spans if known is None else spans_of(as_seen(there.stretches, known))
    if not 1 <= part <= len(spans):
        raise NotFound
    data = sound_of_span(there.id, spans[part - 1], there.stretches)
    found = look_at(data)
    if isinstance(found, AudioTrouble):
        raise NotFound
    return ranged(request, len(data), found.media_type, lambda first, last: data[first : last + 1])


def _refused(refusal: Refusal) -> HttpResponse:
    """Why not; where a piece is missing, the number of the one that comes next."""
    told = {"words": f"{refusal.words} {refusal.fix}".strip()}
    known = {"next": refusal.detail["next"]} if "next" in refusal.detail else {}
    return JsonResponse({**told, **known}, status=refusal.status)
