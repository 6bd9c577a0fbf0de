"""The quality of what is typed: what waits for a review, the sheet of one, how each person does, whose is reviewed."""

import json
from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from medoffice.clinic.dictation.actions.drop_error import drop_error
from medoffice.clinic.dictation.actions.finish_review import finish_review
from medoffice.clinic.dictation.actions.heed_review import heed_review
from medoffice.clinic.dictation.actions.leave_out_word import leave_out_word
from medoffice.clinic.dictation.actions.read_review import read_review
from medoffice.clinic.dictation.actions.score_error import score_error
from medoffice.clinic.dictation.actions.set_sampling import set_sampling
from medoffice.clinic.dictation.forms.review import SamplingForm, ScoreForm, SheetForm
from medoffice.clinic.dictation.queries import reviews as asked
from medoffice.clinic.dictation.queries.dictations import recordings_of
from medoffice.clinic.dictation.queries.learning import learned_seen, may_leave_out, word_errors
from medoffice.clinic.dictation.queries.paces import kinds
from medoffice.clinic.dictation.queries.passing import dangers_of, passed_of
from medoffice.clinic.dictation.queries.production import can_weigh
from medoffice.clinic.dictation.queries.sampling import samplings
from medoffice.clinic.dictation.rules import grading
from medoffice.clinic.dictation.rules.sampling import sampling_of
from medoffice.clinic.dictation.types.learning import DAYS, FEWEST
from medoffice.clinic.dictation.types.reviews import ErrorClass, Review, ReviewState
from medoffice.clinic.dictation.views.sound import player_with
from medoffice.practice.api import staff_of_user
from medoffice.records.patients.api import banner, patients_by_id
from medoffice.security.api import OfficeRequest, actor_of, can, saw, screen, users
from medoffice.ui.fields import refusals_in
from medoffice.ui.lists import limit_of, rest_of

KEYS = {ErrorClass.CRITICAL: "Alt+1", ErrorClass.MINOR: "Alt+2", ErrorClass.FEEDBACK: "Alt+3"}


@screen("dictation.read")
def quality(request: OfficeRequest) -> HttpResponse:
    """What waits to be reviewed, how each person types, what was reviewed lately."""
    waiting, told = asked.reviews_waiting(request.actor), asked.reviews_told(request.actor)
    shown = told[: limit_of(request)]
    people, titles = patients_by_id({one.dictation.patient_id for one in waiting}), kinds()
    saw(request, people)
    drawn, learned = asked.drawn_by_person(), learned_seen(request.actor)
    listed = learned[: limit_of(request)]
    context = {
        "waiting": [
            (one, people.get(one.dictation.patient_id), titles.get(one.dictation.kind, one.dictation.kind))
            for one in waiting
        ],
        "told": [(one, titles.get(one.dictation.kind, one.dictation.kind)) for one in shown],
        "rest": rest_of(request, len(shown), len(told)),
        "standings": [
            (one, *drawn.get(one.typist_id, (0, 0))) for one in grading.standings(asked.counted_reviews(request.actor))
        ],
        "everybody": can_weigh(request.actor),
        "may_set_up": request.may("dictation.set_up"),
        "may_listen": request.may("dictation.listen"),
        "passes": grading.PASSES,
        "errors": word_errors(request.actor),
        "days": DAYS,
        "fewest": FEWEST,
        "learned": [(one, may_leave_out(request.actor, one.author_id)) for one in listed],
        "more": rest_of(request, len(listed), len(learned)),
        "room": "dictation",
    }
    return render(request, "dictation/quality.html", context)


@require_POST
@screen("dictation.shorten")
def leave_out(request: OfficeRequest, staff_id: UUID, word: str) -> HttpResponse:
    """A recogniser is told this word of an author no more."""
    leave_out_word(actor=request.actor, author_id=staff_id, word=word)
    return redirect("dictation:quality")


@require_POST
@screen("dictation.shorten")
def tell_again(request: OfficeRequest, staff_id: UUID, word: str) -> HttpResponse:
    """A recogniser is told it again."""
    leave_out_word(actor=request.actor, author_id=staff_id, word=word, out=False)
    return redirect("dictation:quality")


@screen("dictation.set_up")
def sampling(request: OfficeRequest) -> HttpResponse:
    """How many reports of whom are reviewed; set it anew."""
    people = _typists()
    form = SamplingForm(request.POST or None)
    form.offer([(str(key), name) for key, name in people.items()])
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            set_sampling(actor=request.actor, how=form.filled())
            return redirect("dictation:sampling")
    known, drawn = samplings(), asked.drawn_by_person()
    nobody = UUID(int=0)
    context = {
        "form": form,
        "everybody": sampling_of(known, nobody),
        "lines": [(name, sampling_of(known, key), *drawn.get(key, (0, 0))) for key, name in people.items()],
        "room": "dictation",
    }
    return render(request, "dictation/sampling.html", context, status=422 if form.errors else 200)


@screen("dictation.listen")
def sheet(request: OfficeRequest, review_id: UUID) -> HttpResponse:
    """A report as it was finished, its sound, its errors; what is said of it."""
    return _page(request, review_id, SheetForm())


@require_POST
@screen("dictation.grade")
def score(request: OfficeRequest, review_id: UUID) -> HttpResponse:
    """An error; the script of the sheet takes the list as it is then."""
    form = ScoreForm(request.POST)
    if form.is_valid():
        with refusals_in(form):
            said = form.cleaned_data
            score_error(actor=request.actor, review_id=review_id, **said | {"kind": ErrorClass(said["kind"])})
    return _errors(request, review_id, form)


@require_POST
@screen("dictation.grade")
def drop(request: OfficeRequest, review_id: UUID, error_id: UUID) -> HttpResponse:
    """It is no error after all."""
    drop_error(actor=request.actor, review_id=review_id, error_id=error_id)
    return _errors(request, review_id, None)


@require_POST
@screen("dictation.grade")
def done(request: OfficeRequest, review_id: UUID) -> HttpResponse:
    """The review is done."""
    return _said(request, review_id, finish_review, "words") or redirect("dictation:quality")


@require_POST
@screen("dictation.type")
def read(request: OfficeRequest, review_id: UUID) -> HttpResponse:
    """Whoever typed it has read it."""
    return _said(request, review_id, read_review, "answer") or redirect("dictation:sheet", review_id)


@require_POST
@screen("dictation.type")
def heed(request: OfficeRequest, review_id: UUID) -> HttpResponse:
    """The author has looked at what is critical."""
    return _said(request, review_id, heed_review, "heeded", into="words") or redirect("dictation:sheet", review_id)


def _said(
    request: OfficeRequest, review_id: UUID, act: Callable[..., object], field: str, *, into: str = ""
) -> HttpResponse | None:
    """What somebody says of a review goes into an act, as the argument that is named so; the sheet if it is refused."""
    form = SheetForm(request.POST)
    if form.is_valid():
        with refusals_in(form):
            act(actor=request.actor, review_id=review_id, **{into or field: form.cleaned_data[field]})
            return None
    return _page(request, review_id, form)


def _page(request: OfficeRequest, review_id: UUID, form: SheetForm) -> HttpResponse:
    found = asked.review(request.actor, review_id)
    one = found.dictation
    saw(request, [one.patient_id])
    text, words = asked.text_reviewed(review_id)
    signer = staff_of_user(request.actor.id)
    context = {
        **_told(request, found),
        "form": form,
        "one": one,
        "kind": kinds().get(one.kind, one.kind),
        "text": text,
        "passed": passed_of(request.actor, one.id, dangers_of(text, words)),
        "times": json.dumps([[word.start_ms, word.end_ms] for word in words]),
        **player_with(request, one.id, recordings_of(one.id)),
        "is_mine": found.typist_id == request.actor.id,
        "may_heed": found.critical and not found.heeded_at and signer is not None and signer.id == one.author_id,
        "banner": banner(request.actor, one.patient_id),
        "room": "dictation",
    }
    return render(request, "dictation/sheet.html", context, status=422 if form.errors else 200)


def _errors(request: OfficeRequest, review_id: UUID, form: ScoreForm | None) -> HttpResponse:
    """The errors as they stand, for the script; whoever has none has the whole sheet."""
    found = asked.review(request.actor, review_id)
    saw(request, [found.dictation.patient_id])
    if "X-Part" not in request.headers:
        return redirect("dictation:sheet", review_id)
    status = 422 if form is not None and form.errors else 200
    return render(request, "dictation/_errors.html", _told(request, found) | {"scored": form}, status=status)


def _told(request: OfficeRequest, found: Review) -> dict[str, object]:
    errors = asked.mistakes_of(found.id)
    waits = found.state is ReviewState.WAITS
    points = grading.score(errors) if found.score is None else found.score
    one = found.dictation
    return {
        "review": found,
        "errors": errors,
        "score": points,
        "passed": grading.passes(points),
        "passes": grading.PASSES,
        "classes": [(kind.value, kind.takes, KEYS[kind]) for kind in ErrorClass],
        "may_score": waits
        and found.typist_id != request.actor.id
        and can(request.actor, "dictation.grade", one.patient_id, one.encounter_id),
    }


def _typists() -> dict[UUID, str]:
    """Who types, by name."""
    people = [(user, actor_of(user.id)) for user in users() if user.active]
    return {user.id: user.name for user, actor in people if actor and can(actor, "dictation.type")}
