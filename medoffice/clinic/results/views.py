"""Screens of results: what waits for a sign-off, a report, the tray of what belongs to nobody yet."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST

from medoffice.clinic.results.actions.attach_message import attach_message, register_from_message
from medoffice.clinic.results.actions.follow_up import follow_up
from medoffice.clinic.results.actions.note_entry import note_entry, tell_patient
from medoffice.clinic.results.actions.return_message import return_message
from medoffice.clinic.results.actions.sign_report import sign_report
from medoffice.clinic.results.actions.take_off_chart import take_off_chart
from medoffice.clinic.results.forms import AttachForm, EntryForm, FollowForm, ReturnForm, TakeOffForm
from medoffice.clinic.results.queries import messages as kept
from medoffice.clinic.results.queries import reports as queries
from medoffice.clinic.results.queries.entries import CRITICAL_WITHIN, entries_of
from medoffice.clinic.results.queries.matching import candidates, matches
from medoffice.clinic.results.queries.silence import heard
from medoffice.clinic.results.rules.macros import MACROS
from medoffice.clinic.results.rules.silence import QUIET
from medoffice.clinic.results.rules.trend import trend_of
from medoffice.clinic.results.types import BACK, TASK, WITHDRAWN, MessageState, Said, Waiting
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_of_kinds, staff_of_user, work_on
from medoffice.records.patients.api import banner, hits_of, patients_by_id, search
from medoffice.security.api import OfficeRequest, can, require, saw, screen, seen_version, words_of
from medoffice.ui.fields import refusals_in
from medoffice.ui.lists import limit_of, rest_of

ROOM = {"room": "results"}


@screen("results.read")
def desk(request: OfficeRequest) -> HttpResponse:
    """What waits for a sign-off: critical first, then unusual, then the rest."""
    me = staff_of_user(request.actor.id)
    mine = me.id if me is not None and me.is_provider and "everybody" not in request.GET else None
    everything = queries.open_reports(request.actor, signer_id=mine)
    found = everything[: limit_of(request)]
    people = patients_by_id({one.patient_id for one in found})
    saw(request, people)
    results = queries.results_of(one.id for one in found)
    context = {
        "lines": [(one, people[one.patient_id], results.get(one.id, [])[:4]) for one in found],
        "total": len(everything),
        "mine": mine is not None,
        "provider": me is not None and me.is_provider,
        "may_match": request.may("results.match"),
        "quiet": open_of_kinds([QUIET]),
        "tray": len(kept.tray(request.actor)) if request.may("results.match") else 0,
        "rest": rest_of(request, len(found), len(everything)),
    }
    return render(request, "results/desk.html", context | ROOM)


@screen("results.read")
def laboratories(request: OfficeRequest) -> HttpResponse:
    """When each laboratory last sent something, and what waits for it."""
    found, is_open = heard()
    silent = sum(one.silent for one in found)
    context = {"labs": found, "silent": silent, "is_open": is_open, "may_set_up": request.may("orders.set_up")}
    return render(request, "results/laboratories.html", context | ROOM)


@screen("results.read")
def report(request: OfficeRequest, lab_report_id: UUID) -> HttpResponse:
    """A report: its results as they stand, unusual first, each with what it was before, and its course."""
    return _report(request, lab_report_id, EntryForm(), FollowForm())


def _report(
    request: OfficeRequest, report_id: UUID, form: EntryForm, follow: FollowForm, off: TakeOffForm | None = None
) -> HttpResponse:
    one = queries.report(report_id)
    about = (one.patient_id, one.about_id)
    require(request.actor, "results.read", *about)
    saw(request, [one.patient_id])
    results = queries.results_of([one.id]).get(one.id, [])
    before = queries.earlier_values(one, [found.code for found in results], request.actor)
    context = {
        "one": one,
        "lines": [(found, trend_of(found.words, before.get(found.code, []), found.unit)) for found in results],
        "letters": kept.said_of_letters(found.message_id for found in results),
        "entries": entries_of(one.id),
        "form": form,
        "follow": follow,
        "asked": work_on(request.actor, Ref("lab_report", one.id), TASK, BACK),
        "macros": MACROS,
        "due": one.critical_since + CRITICAL_WITHIN if one.critical_since else None,
        "now": clock.now(),
        "may_sign": can(request.actor, "results.sign", *about),
        "may_note": can(request.actor, "results.note", *about),
        "may_tell": can(request.actor, "results.tell", *about),
        "off": off or TakeOffForm(),
        "may_take_off": one.status != WITHDRAWN and can(request.actor, "results.match", *about),
        "banner": banner(request.actor, one.patient_id),
    }
    wrong = form.errors or follow.errors or (off and off.errors)
    return render(request, "results/report.html", context | ROOM, status=422 if wrong else 200)


@require_POST
@screen("results.sign")
def sign(request: OfficeRequest, lab_report_id: UUID) -> HttpResponse:
    """Seen, and the patient told if that was pressed; the next one comes."""
    sign_report(actor=request.actor, report_id=lab_report_id, seen_version=seen_version(request))
    messages.success(request, "Signed off.")
    if "tell" in request.POST:
        _tell(request, lab_report_id)
    me = staff_of_user(request.actor.id)
    following = queries.next_open(request.actor, lab_report_id, me.id if me and me.is_provider else None)
    return redirect("results:report", following) if following else redirect("results:desk")


@require_POST
@screen("results.match")
def take_off(request: OfficeRequest, lab_report_id: UUID) -> HttpResponse:
    """It is another patient's: off this chart, and into the tray again."""
    form = TakeOffForm(request.POST)
    if form.is_valid():
        with refusals_in(form):
            came = take_off_chart(
                actor=request.actor, report_id=lab_report_id, seen_version=seen_version(request),
                why=form.cleaned_data["why"],
            )  # fmt: skip
            messages.success(request, "It is off that chart. Say now whose it is.")
            return redirect("results:message", came[0]) if len(came) == 1 else redirect("results:tray")
    return _report(request, lab_report_id, EntryForm(), FollowForm(), form)


@require_POST
@screen("results.tell")
def tell(request: OfficeRequest, lab_report_id: UUID) -> HttpResponse:
    """A message to the patient that there is news."""
    _tell(request, lab_report_id)
    return redirect("results:report", lab_report_id)


def _tell(request: OfficeRequest, report_id: UUID) -> None:
    try:
        tell_patient(actor=request.actor, report_id=report_id)
    except NotFound:
        raise
    except Refusal as refusal:
        messages.error(request, f"{refusal.words} {refusal.fix}")
    else:
        messages.success(request, "The patient is told that there is news.")


@require_POST
@screen("results.note")
def note(request: OfficeRequest, lab_report_id: UUID) -> HttpResponse:
    """A remark, a call with its read-back, the patient told."""
    form = EntryForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        with refusals_in(form):
            note_entry(
                actor=request.actor, report_id=lab_report_id, what=Said(said["what"]), words=said["words"],
                whom=said["whom"], read_back=said["read_back"],
            )  # fmt: skip
            return redirect("results:report", lab_report_id)
    return _report(request, lab_report_id, form, FollowForm())


@require_POST
@screen("results.note")
def follow(request: OfficeRequest, lab_report_id: UUID) -> HttpResponse:
    """What is to come of it: a remark, a task, a visit by a day."""
    form = FollowForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        with refusals_in(form):
            follow_up(
                actor=request.actor, report_id=lab_report_id, words=said["to_do"], task=form.role(),
                days=said["days"] or 0,
            )  # fmt: skip
            messages.success(request, "It is in their work.")
            return redirect("results:report", lab_report_id)
    return _report(request, lab_report_id, EntryForm(), form)


@screen("work.do")
def whose(request: OfficeRequest, lab_report_id: UUID) -> HttpResponse:
    """To the patient whom a visit is booked for, for who may not read what was found."""
    patient_id = queries.report(lab_report_id).patient_id
    require(request.actor, "work.do", patient_id)
    return redirect("desks:patient", patient_id)


@screen("results.read", patient="patient_id")
def of_patient(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """A patient's reports, latest first."""
    found = queries.reports_of(request.actor, patient_id, limit_of(request))
    results = queries.results_of(one.id for one in found)
    context = {
        "lines": [(one, results.get(one.id, [])[:6]) for one in found],
        "banner": banner(request.actor, patient_id),
        "patient_id": patient_id,
    }
    return render(request, "results/of_patient.html", context | ROOM)


def panel(request: HttpRequest, patient_id: UUID) -> SafeString | None:
    """The way from a patient to their results, with how many wait."""
    actor = getattr(request, "actor", None)
    if actor is None or not words_of(actor)("results.read") or not can(actor, "results.read", patient_id):
        return None
    found = queries.reports_of(actor, patient_id, 5)
    return render_to_string("results/_panel.html", {"found": found, "who": patient_id}, request)


@screen("results.match")
def tray(request: OfficeRequest) -> HttpResponse:
    """What belongs to nobody yet, and what was refused."""
    everything = kept.tray(request.actor)
    found, total = everything[: limit_of(request)], len(everything)
    context = {
        "lines": found,
        "total": total,
        "refused": kept.refused(20),
        "may_read": request.may("results.read"),
        "rest": rest_of(request, len(found), total),
    }
    return render(request, "results/tray.html", context | ROOM)


@screen("results.match")
def message(request: OfficeRequest, lab_message_id: UUID) -> HttpResponse:
    """A message of the tray: whose it says it is, who that may be, and what can be done."""
    if kept.message(lab_message_id).state is not MessageState.TRAY:
        return redirect("results:tray")
    form = AttachForm(request.POST or None)
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            attach_message(
                actor=request.actor, message_id=lab_message_id, seen_version=seen_version(request),
                patient_id=form.cleaned_data["patient"], why=form.cleaned_data["why"],
            )  # fmt: skip
            messages.success(request, "Filed on the chart.")
            return redirect("results:tray")
    return _message(request, kept.waiting(request.actor, lab_message_id), form, ReturnForm())


@require_POST
@screen("results.match")
def register(request: OfficeRequest, lab_message_id: UUID) -> HttpResponse:
    """Register who it is about, and file it there."""
    form = AttachForm()
    try:
        register_from_message(
            actor=request.actor, message_id=lab_message_id, seen_version=seen_version(request),
            unless_alike="anyway" not in request.POST,
        )  # fmt: skip
    except Refusal as refusal:
        if refusal.code not in ("maybe-registered", "not-enough", "not-acceptable"):
            raise
        found = kept.waiting(request.actor, lab_message_id)
        return _message(request, found, form, ReturnForm(), refusal=refusal)
    messages.success(request, "Registered, and filed on the new chart.")
    return redirect("results:tray")


@require_POST
@screen("results.match")
def give_back(request: OfficeRequest, lab_message_id: UUID) -> HttpResponse:
    """It is none of ours."""
    form = ReturnForm(request.POST)
    if form.is_valid():
        with refusals_in(form):
            return_message(
                actor=request.actor, message_id=lab_message_id, seen_version=seen_version(request),
                told=form.cleaned_data["told"],
            )  # fmt: skip
            messages.success(request, "Given back.")
            return redirect("results:tray")
    return _message(request, kept.waiting(request.actor, lab_message_id), AttachForm(), form)


def _message(
    request: OfficeRequest, found: Waiting, form: AttachForm, back: ReturnForm, refusal: Refusal | None = None
) -> HttpResponse:
    likely = matches(found.whose, candidates(found.whose))[:8]
    off = kept.came_off_of(found.message.id)
    hits = {hit.id: hit for hit in hits_of(request.actor, [one.patient_id for one in likely])}
    saw(request, hits)
    chosen = str(form["patient"].value() or "")
    context = {
        "found": found,
        "likely": sorted(
            ((hits[one.patient_id], one, one.patient_id in off) for one in likely if one.patient_id in hits),
            key=lambda each: each[2],
        ),
        "form": form,
        "chosen": next((hit for hit in hits.values() if str(hit.id) == chosen), None),
        "back": back,
        "refusal": refusal,
        "may_register": request.may("patients.register"),
    }
    wrong = form.errors or back.errors or refusal
    return render(request, "results/message.html", context | ROOM, status=422 if wrong else 200)


@screen("results.match")
def refused(request: OfficeRequest, lab_message_id: UUID) -> HttpResponse:
    """A message that was refused: what stood against it."""
    found = kept.message(lab_message_id)
    if found.state is not MessageState.REFUSED:
        return redirect("results:tray")
    return render(request, "results/refused.html", {"found": found} | ROOM)


@require_POST
@screen("results.match")
def find(request: OfficeRequest) -> HttpResponse:
    """Whose it may be, as typed."""
    asked = request.POST.get("q", "").strip()
    hits = search(request.actor, asked)
    saw(request, {hit.id for hit in hits})
    return render(request, "results/_found.html", {"hits": hits, "asked": asked})
