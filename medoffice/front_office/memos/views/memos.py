"""Screens of memos: mine, a new one, a thread; and those about a patient."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST

from medoffice.front_office.memos.actions.answer_memo import answer_memo
from medoffice.front_office.memos.actions.end_memo import end_memo
from medoffice.front_office.memos.actions.pass_memo_on import pass_memo_on
from medoffice.front_office.memos.actions.read_memo import read_memo
from medoffice.front_office.memos.actions.write_memo import write_memo
from medoffice.front_office.memos.forms import AnswerForm, MemoForm, PassForm
from medoffice.front_office.memos.queries import memos as asked
from medoffice.front_office.memos.types import Wants
from medoffice.records.patients.api import banner, patients_by_id
from medoffice.security.api import OfficeRequest, can, saw, screen
from medoffice.ui.fields import refusals_in
from medoffice.ui.lists import limit_of, rest_of


@screen("memos.read")
def desk(request: OfficeRequest) -> HttpResponse:
    """The threads of the person at the screen, latest first."""
    found, total = asked.my_threads(request.actor, limit_of(request))
    people = patients_by_id({one.patient_id for one in found if one.patient_id})
    saw(request, people)
    context = {
        "lines": [(one, people.get(one.patient_id or one.id)) for one in found],
        "unread": sum(one.unread for one in found),
        "total": total,
        "rest": rest_of(request, len(found), total),
        "room": "memos",
    }
    return render(request, "memos/desk.html", context)


@screen("memos.write")
def new(request: OfficeRequest) -> HttpResponse:
    """A memo about no patient."""
    return _new(request, None)


@screen("memos.write", patient="patient_id")
def new_about(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """A memo about a patient."""
    return _new(request, patient_id)


def _new(request: OfficeRequest, patient_id: UUID | None) -> HttpResponse:
    form = MemoForm(request.POST or None)
    form.offer(request.actor)
    if patient_id is None:
        del form.fields["clinical"]
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            said = form.cleaned_data
            made = write_memo(
                actor=request.actor, to=form.reader(), subject=said["subject"], body=said["body"],
                wants=Wants(said["wants"]), patient_id=patient_id, clinical=said.get("clinical", False),
                due_at=said["due"],
            )  # fmt: skip
            return redirect("memos:thread", made)
    shown = banner(request.actor, patient_id) if patient_id else None
    context = {"form": form, "banner": shown, "patient_id": patient_id, "room": "memos"}
    return render(request, "memos/new.html", context, status=422 if form.errors else 200)


@screen("memos.read")
def thread(request: OfficeRequest, thread_id: UUID) -> HttpResponse:
    """What was written, and what can be done."""
    return _thread(request, thread_id, AnswerForm(), PassForm())


@require_POST
@screen("memos.write")
def act(request: OfficeRequest, thread_id: UUID) -> HttpResponse:
    """Answer, or without words: read; or done."""
    form = AnswerForm(request.POST)
    if form.is_valid():
        words = form.cleaned_data["body"]
        with refusals_in(form):
            if request.POST.get("do") == "end":
                end_memo(actor=request.actor, thread_id=thread_id, body=words)
            elif words.strip():
                answer_memo(actor=request.actor, thread_id=thread_id, body=words)
            else:
                read_memo(actor=request.actor, thread_id=thread_id)
            return redirect("memos:desk")
    return _thread(request, thread_id, form, PassForm())


@require_POST
@screen("memos.write")
def pass_on(request: OfficeRequest, thread_id: UUID) -> HttpResponse:
    """To somebody else."""
    form = PassForm(request.POST)
    form.offer(request.actor)
    if form.is_valid():
        with refusals_in(form):
            pass_memo_on(actor=request.actor, thread_id=thread_id, to=form.reader(), body=form.cleaned_data["body"])
            return redirect("memos:desk")
    return _thread(request, thread_id, AnswerForm(), form)


def _thread(request: OfficeRequest, thread_id: UUID, form: AnswerForm, other: PassForm) -> HttpResponse:
    one = asked.thread(request.actor, thread_id)
    other.offer(request.actor)
    saw(request, [one.patient_id] if one.patient_id else [])
    context = {
        "one": one,
        "memos": asked.memos_of(thread_id),
        "form": form,
        "other": other,
        "banner": banner(request.actor, one.patient_id) if one.patient_id else None,
        "room": "memos",
    }
    return render(request, "memos/thread.html", context, status=422 if form.errors or other.errors else 200)


def patient_panel(request: HttpRequest, patient_id: UUID) -> SafeString | None:
    """On a patient's page: what people of the office wrote to each other about them."""
    actor = getattr(request, "actor", None)
    if actor is None or not can(actor, "memos.read", patient_id):
        return None
    context = {"threads": asked.threads_about(actor, patient_id)[:6], "patient_id": patient_id}
    return render_to_string("memos/_of_patient.html", context, request)
