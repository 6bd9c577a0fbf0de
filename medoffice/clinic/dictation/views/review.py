"""The author reads what was typed, at a desk or on a telephone: hears a sentence, answers blanks, signs, returns."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from medoffice.clinic.dictation.actions.answer_blank import answer_blank
from medoffice.clinic.dictation.actions.keep_text import keep_text
from medoffice.clinic.dictation.actions.return_dictation import return_dictation
from medoffice.clinic.dictation.actions.sign_dictation import sign_dictation
from medoffice.clinic.dictation.forms.review import AnswerForm, ChangeForm, ReviewForm
from medoffice.clinic.dictation.queries import dictations as asked
from medoffice.clinic.dictation.queries.copies import copies_of, heard_open, meant_by
from medoffice.clinic.dictation.queries.paces import kinds, usual_sections
from medoffice.clinic.dictation.queries.reviews import mistakes_of, review_of
from medoffice.clinic.dictation.queries.typed import blanks_of, sent_back, text_when, typed_of
from medoffice.clinic.dictation.rules.keeping import compared, sentences
from medoffice.clinic.dictation.rules.sections import lacking
from medoffice.clinic.dictation.types.dictations import State, Verb
from medoffice.clinic.dictation.views.passing import pass_of
from medoffice.clinic.dictation.views.sound import player_with
from medoffice.kernel.refusals import Invalid
from medoffice.practice.api import staff_of_user
from medoffice.records.patients.api import banner
from medoffice.security.api import OfficeRequest, can, saw, screen, seen_version
from medoffice.ui.fields import refusals_in


@screen("dictation.listen")
def review(request: OfficeRequest, dictation_id: UUID) -> HttpResponse:
    """What was typed, sentence by sentence."""
    return _page(request, dictation_id, ReviewForm())


@require_POST
@screen("dictation.type")
def change(request: OfficeRequest, dictation_id: UUID) -> HttpResponse:
    """Other words, by the author."""
    form = ChangeForm(request.POST)
    if form.is_valid():
        with refusals_in(form):
            keep_text(
                actor=request.actor, dictation_id=dictation_id, text=form.cleaned_data["text"],
                seen_version=seen_version(request, "text_version"), seen_visit=form.cleaned_data["visit"],
            )  # fmt: skip
            return redirect("dictation:review", dictation_id)
    return _page(request, dictation_id, form)


@require_POST
@screen("dictation.type")
def answer(request: OfficeRequest, dictation_id: UUID, blank_id: UUID) -> HttpResponse:
    """What stands where a blank was left; without words, nothing does."""
    form = AnswerForm(request.POST)
    if not form.is_valid():
        raise Invalid("not-answered", "This answer could not be taken.", "Open the page again.")
    with refusals_in(form):
        answer_blank(
            actor=request.actor, dictation_id=dictation_id, blank_id=blank_id, words=form.cleaned_data["words"],
            seen_visit=form.cleaned_data["visit"],
        )  # fmt: skip
        return redirect("dictation:review", dictation_id)
    return _page(request, dictation_id, form, blank_id)


@require_POST
@screen("dictation.sign")
def sign(request: OfficeRequest, dictation_id: UUID) -> HttpResponse:
    """Sign it as it was read."""
    form = ReviewForm(request.POST)
    if form.is_valid():
        with refusals_in(form):
            sign_dictation(
                actor=request.actor, dictation_id=dictation_id, seen_version=seen_version(request),
                seen_text=seen_version(request, "text_version"),
            )  # fmt: skip
            return redirect("dictation:review", dictation_id)
    return _page(request, dictation_id, form)


@require_POST
@screen("dictation.type")
def give_back(request: OfficeRequest, dictation_id: UUID) -> HttpResponse:
    """Back to whoever typed it, with words why."""
    form = ReviewForm(request.POST)
    if form.is_valid():
        with refusals_in(form):
            return_dictation(
                actor=request.actor, dictation_id=dictation_id, seen_version=seen_version(request),
                why=form.cleaned_data["why"],
            )  # fmt: skip
            return redirect("dictation:desk")
    return _page(request, dictation_id, form)


def _page(
    request: OfficeRequest, dictation_id: UUID, form: ReviewForm | ChangeForm | AnswerForm, blank_id: UUID | None = None
) -> HttpResponse:
    one = asked.dictation(request.actor, dictation_id, "dictation.listen")
    saw(request, [one.patient_id])
    if one.state not in (State.TO_SIGN, State.SIGNED):
        return redirect("dictation:dictation", dictation_id)
    typed, mine = typed_of(one.id), staff_of_user(request.actor.id)
    back = sent_back(one.id)
    before = back.text if back else text_when(one.id, Verb.FINISH) or ""
    may = mine is not None and mine.id == one.author_id
    reviewed = review_of(one.id) if may else None
    heard = heard_open(one, typed.text)
    context = {
        "one": one,
        "kind": kinds().get(one.kind, one.kind),
        "typed": typed,
        "copies": copies_of([one.id]).get(one.id, []),
        "heard": heard,
        "meant": meant_by(heard) if one.state is State.TO_SIGN and request.may("dictation.type") else [],
        "sentences": sentences(typed.text, typed.words),
        "at": _at(request.GET.get("at", "")),
        "blanks": [blank for blank in blanks_of(one.id, typed) if not blank.answered],
        "reviewed": reviewed if reviewed and reviewed.critical else None,
        "errors": mistakes_of(reviewed.id) if reviewed and reviewed.critical else [],
        "back": back,
        "differs": compared(before, typed.text) if before.split() != typed.text.split() else [],
        **pass_of(request.actor, one.id, typed),
        **player_with(request, one.id, asked.recordings_of(one.id)),
        "may_sign": may
        and one.state is State.TO_SIGN
        and can(request.actor, "dictation.sign", one.patient_id, one.encounter_id),
        "lacking": lacking(typed.text, usual_sections(one.kind)) if one.state is State.TO_SIGN else [],
        "following": asked.next_to_sign(request.actor, one.author_id, one.id) if may else [],
        "form": form,
        "own": form.data.get("text") if isinstance(form, ChangeForm) and form.errors else None,
        "answering": blank_id,  # the words are in the form
        "banner": banner(request.actor, one.patient_id),
        "room": "dictation",
    }
    return render(request, "dictation/review.html", context, status=422 if form.errors else 200)


def _at(asked: str) -> int:
    """The millisecond that is asked for; -1 for none."""
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 10 else -1
