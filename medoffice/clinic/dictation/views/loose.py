"""Recordings that came by a folder: what waits, one with its sound, where it belongs, or away with it;
and files that were none."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from medoffice.clinic.dictation.actions.drop_loose import drop_loose
from medoffice.clinic.dictation.actions.place_loose import place_loose
from medoffice.clinic.dictation.actions.settle_refused import settle_refused
from medoffice.clinic.dictation.forms.sending import DropForm, PlaceForm, ReadersForm
from medoffice.clinic.dictation.queries.loose import loose_recording, loose_recordings, refused_recordings
from medoffice.clinic.dictation.queries.playing import played
from medoffice.clinic.dictation.rules.naming import visit_in
from medoffice.clinic.dictation.types.dictations import Priority
from medoffice.clinic.dictation.types.loose import LooseRecording
from medoffice.clinic.dictation.types.takes import told
from medoffice.clinic.dictation.views.hands import player_of
from medoffice.clinic.dictation.views.sound import played_to
from medoffice.front_office.referrals.api import performers
from medoffice.kernel.refusals import NotFound
from medoffice.records.encounters.api import encounter, encounter_numbered
from medoffice.records.patients.api import patient
from medoffice.security.api import OfficeRequest, can, saw, screen, write_seen
from medoffice.ui.fields import refusals_in


@screen("dictation.place")
def waiting(request: OfficeRequest) -> HttpResponse:
    """What waits for somebody to say what visit it is about."""
    lines = [(one, told(round((one.audio.seconds or 0) * 1000))) for one in loose_recordings()]
    context = {"lines": lines, "refused": refused_recordings(), "room": "dictation"}
    return render(request, "dictation/waiting.html", context)


@require_POST
@screen("dictation.place")
def seen_to(request: OfficeRequest, refused_id: UUID) -> HttpResponse:
    """Somebody has seen to a file that was refused."""
    settle_refused(actor=request.actor, refused_id=refused_id)
    return redirect("dictation:waiting")


@screen("dictation.place")
def loose(request: OfficeRequest, loose_id: UUID) -> HttpResponse:
    """One of them; placed by the number of its visit, with who gets a copy."""
    form = PlaceForm(request.POST or None, initial={"number": visit_in(loose_recording(loose_id).name)})
    readers = ReadersForm(request.POST or None, performers())
    if form.is_bound and form.is_valid() and readers.is_valid():
        said = form.cleaned_data
        with refusals_in(form):
            made = place_loose(
                actor=request.actor, loose_id=loose_id, number=said["number"], kind=said["kind"],
                priority=Priority(said["priority"]), note=said["note"], copies=readers.cleaned_data["copy"],
            )  # fmt: skip
            return redirect("dictation:dictation", made)
    return _page(request, loose_id, form, DropForm(), readers)


@require_POST
@screen("dictation.place")
def drop(request: OfficeRequest, loose_id: UUID) -> HttpResponse:
    """Throw it away."""
    form = DropForm(request.POST)
    if form.is_valid():
        with refusals_in(form):
            drop_loose(actor=request.actor, loose_id=loose_id, why=form.cleaned_data["why"])
            return redirect("dictation:waiting")
    return _page(request, loose_id, PlaceForm(), form, ReadersForm(None, performers()))


@screen("dictation.place")
def heard(request: OfficeRequest, loose_id: UUID) -> HttpResponse:
    """Its sound."""
    one = loose_recording(loose_id)
    if one.settled:
        raise NotFound
    write_seen(request.actor, "dictation.place", [], object_kind="loose recording", object_id=one.id)
    return played_to(request, one.sha256, one.audio.media_type, one.size)


def _player(request: OfficeRequest, one: LooseRecording, long: str) -> dict[str, object]:
    (as_,) = played([(one.sha256, one.audio.media_type, one.size)])
    sounds = [(reverse("dictation:loose-sound", args=[one.id]), 0, long)] if as_.sha256 else []
    return player_of(request, sounds, [as_] if as_.why else [])


def _page(
    request: OfficeRequest, loose_id: UUID, form: PlaceForm, drops: DropForm, readers: ReadersForm
) -> HttpResponse:
    one = loose_recording(loose_id)
    long = told(round((one.audio.seconds or 0) * 1000))
    visit_id = encounter_numbered(str(form["number"].value() or "").strip().upper())
    visit = encounter(visit_id) if visit_id else None
    if visit and not can(request.actor, "dictation.send", visit.patient_id, visit.id):
        visit = None
    saw(request, [visit.patient_id] if visit else [])
    context = {
        "visit": visit,
        "who": patient(visit.patient_id).name if visit else None,
        "one": one,
        "long": long,
        **_player(request, one, long),
        "form": form,
        "drops": drops,
        "readers": readers,
        "room": "dictation",
    }
    return render(
        request, "dictation/loose.html", context, status=422 if form.errors or drops.errors or readers.errors else 200
    )
