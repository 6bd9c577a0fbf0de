"""Screens of letters: what is open, a new one, one letter, its pages."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST

from medoffice.front_office.letters.actions.ask_signature import ask_signature
from medoffice.front_office.letters.actions.change_letter import change_letter
from medoffice.front_office.letters.actions.note_posted import note_posted
from medoffice.front_office.letters.actions.reopen_letter import reopen_letter
from medoffice.front_office.letters.actions.send_letter import send_letter
from medoffice.front_office.letters.actions.sign_letter import sign_letter
from medoffice.front_office.letters.actions.start_letter import start_letter
from medoffice.front_office.letters.actions.withdraw_letter import withdraw_letter
from medoffice.front_office.letters.actions.write_plain_copy import write_plain_copy
from medoffice.front_office.letters.forms import LetterForm, StartForm, WordsForm, letter_shown
from medoffice.front_office.letters.queries import letters as asked
from medoffice.front_office.letters.queries.amendments import ANSWERS
from medoffice.front_office.letters.queries.beside import behind, going_with, sheets_of
from medoffice.front_office.letters.queries.paper import pages_of, sent_pages
from medoffice.front_office.letters.queries.plain import LANGUAGE, glossary, plain_copy_of
from medoffice.front_office.letters.queries.restrictions import ANSWERED
from medoffice.front_office.letters.queries.templates import templates
from medoffice.front_office.letters.queries.word_file import word_file
from medoffice.front_office.letters.rules.plain import explained
from medoffice.front_office.letters.rules.reading_level import reading_level
from medoffice.front_office.letters.types.letters import Letter, LetterState, Way
from medoffice.front_office.letters.types.templates import Group, Template
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.practice.api import staff_of_user
from medoffice.records.documents.api import appended_to
from medoffice.records.encounters.api import encounter
from medoffice.records.patients.api import banner, patient, patients_by_id
from medoffice.records.rights.types import Amendment, Restriction
from medoffice.security.api import OfficeRequest, can, require, saw, screen, seen_version
from medoffice.ui.lists import limit_of, rest_of

_KEYS = {Way.MAIL: "Ctrl+Enter", Way.HAND: "h", Way.FAX: "f", Way.LINK: "l"}
_VERBS: dict[str, Callable[..., object]] = {
    "ask": ask_signature,
    "sign": sign_letter,
    "again": reopen_letter,
    "withdraw": withdraw_letter,
}


@screen("letters.write")
def desk(request: OfficeRequest) -> HttpResponse:
    """What is written and did not go, and what is on paper and not in the mail."""
    found, total = asked.open_letters(request.actor, limit_of(request))
    post = asked.to_post(request.actor)
    people = patients_by_id({one.patient_id for one in found} | {one.patient_id for _, one in post})
    saw(request, people)
    context = {
        "lines": [(one, people[one.patient_id]) for one in found],
        "total": total,
        "rest": rest_of(request, len(found), total),
        "post": [(sent, one, people[one.patient_id]) for sent, one in post],
        "room": "letters",
    }
    return render(request, "letters/desk.html", context)


@require_POST
@screen("letters.send")
def posted(request: OfficeRequest) -> HttpResponse:
    """The letters of the page are in the mail."""
    there = {sent.id for sent, _ in asked.to_post(request.actor)}
    chosen = {one for one in there if str(one) in request.POST.getlist("sending")}
    note_posted(actor=request.actor, sending_ids=tuple(sorted(chosen)), proof=request.POST.get("proof", ""))
    return redirect("letters:desk")


@screen("letters.write", patient="patient_id")
def new(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """Which letter: the templates in the patient's language, by typing."""
    form = StartForm(request.POST or None)
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        made = start_letter(
            actor=request.actor, patient_id=patient_id, key=said["key"], language=said["language"],
            encounter_id=said["visit"],
        )  # fmt: skip
        return redirect("letters:letter", made)
    speaks = patient(patient_id).language
    found = _in_language(speaks)
    context = {
        "lines": found,
        "visit": request.GET.get("visit", ""),
        "banner": banner(request.actor, patient_id),
        "patient_id": patient_id,
        "room": "letters",
    }
    return render(request, "letters/new.html", context, status=422 if form.errors else 200)


@require_POST
@screen("letters.write")
def find(request: OfficeRequest) -> HttpResponse:
    """The templates whose title has what was typed."""
    typed = request.POST.get("q", "").casefold().split()
    found = [one for one in _in_language("en") if all(word in f"{one.title} {one.group}".casefold() for word in typed)]
    return render(request, "letters/_found.html", {"found": found[:12]})


def _in_language(language: str) -> list[Template]:
    """Each template once: in the language, else in English."""
    known = [one for one in templates() if one.group is not Group.CARD]
    spoken = {one.key for one in known if one.language == language}
    return [one for one in known if one.language == language or (one.language == "en" and one.key not in spoken)]


@screen("letters.write")
def letter(request: OfficeRequest, letter_id: UUID) -> HttpResponse:
    """A letter: what it still needs, how it reads, how it goes, what became of it."""
    now = asked.letter(request.actor, letter_id)
    form = _form(request, now)
    refusal: Refusal | None = None
    if request.method == "POST" and (form.is_valid() or not now.open):
        try:
            return _done(request, now, form)
        except NotFound:
            raise
        except Refusal as refused:
            refusal, now = refused, asked.letter(request.actor, letter_id)
            form = _form(request, now)
    return _letter(request, now, form, refusal)


def _form(request: OfficeRequest, now: Letter) -> LetterForm:
    sent = request.POST if request.method == "POST" and now.open else None
    form = LetterForm(sent, initial=letter_shown(now))
    form.ask(now, asked.open_fields(request.actor, now), asked.visits_for(request.actor, now))
    return form


def _done(request: OfficeRequest, now: Letter, form: LetterForm) -> HttpResponse:
    """What the button says: everything that was typed is kept first."""
    verb = request.POST.get("do", "save")
    if now.open:
        change_letter(actor=request.actor, letter_id=now.id, seen_version=seen_version(request), **form.filled(now))
    if verb == Way.LINK:
        return redirect("letters:link", now.id)
    if verb == "plain":
        return redirect("letters:letter", write_plain_copy(actor=request.actor, letter_id=now.id))
    if verb in set(Way):
        send_letter(actor=request.actor, letter_id=now.id, way=Way(verb))
    elif verb in _VERBS:
        _VERBS[verb](actor=request.actor, letter_id=now.id)
    elif verb == "write":
        return redirect("letters:words", now.id)
    return redirect("letters:letter", now.id)


def _plain(now: Letter) -> UUID | None:
    """The letter's copy in plain words; of a copy, the letter."""
    return now.plain_of or plain_copy_of(now.id)


def _letter(request: OfficeRequest, now: Letter, form: LetterForm, refusal: Refusal | None) -> HttpResponse:
    saw(request, [now.patient_id])
    reads, me = asked.shown(request.actor, now), staff_of_user(request.actor.id)
    sendings = asked.sendings_of(now.id)
    beside = appended_to("letter", [sent.id for sent in sendings])
    context = {
        "letter": now,
        "form": form,
        "reads": reads,
        "level": reading_level(reads.text, now.language),
        "glossed": explained(reads.text, glossary()) if now.plain_of else (),
        "plain": _plain(now),
        "reader": asked.recipient_of(now),
        "sendings": sendings,
        "appended": [one for told in beside.values() for one in told],
        "ways": list(_KEYS.items()),
        "mine": me is not None and me.id == now.signer_id,
        "may_save": can(request.actor, "letters.export", now.patient_id, now.encounter_id),
        "may_be_plain": now.language == LANGUAGE and not now.plain_of and now.state is not LetterState.WITHDRAWN,
        "closed": now.state in (LetterState.SENT, LetterState.WITHDRAWN),
        "banner": banner(request.actor, now.patient_id),
        "refusal": refusal,
        "room": "letters",
    }
    status = refusal.status if refusal else (422 if form.errors else 200)
    return render(request, "letters/letter.html", context, status=status)


@screen("letters.write")
def words(request: OfficeRequest, letter_id: UUID) -> HttpResponse:
    """The text of a draft, by hand; from then on its words are its own."""
    now = asked.letter(request.actor, letter_id)
    saw(request, [now.patient_id])
    form = WordsForm(request.POST or None, initial={"words": asked.shown(request.actor, now).text})
    if form.is_bound and form.is_valid():
        change_letter(
            actor=request.actor, letter_id=now.id, seen_version=seen_version(request), given=now.given,
            recipient=now.recipient, signer_id=now.signer_id, why=now.why,
            words="\n".join(form.cleaned_data["words"].splitlines()),
        )  # fmt: skip
        return redirect("letters:letter", now.id)
    context = {"letter": now, "form": form, "banner": banner(request.actor, now.patient_id), "room": "letters"}
    return render(request, "letters/words.html", context, status=422 if form.errors else 200)


@screen("letters.print")
def draft(request: OfficeRequest, letter_id: UUID) -> HttpResponse:
    """The pages as they would be printed now."""
    now = asked.letter(request.actor, letter_id)
    notices = require(request.actor, "letters.print", now.patient_id, now.encounter_id)
    saw(request, [now.patient_id])
    pages = pages_of(now, asked.shown(request.actor, now).text, notices)
    return _pdf(behind(pages, sheets_of(now.id, now.title)), now.number)


@screen("letters.print")
def paper(request: OfficeRequest, sending_id: UUID) -> HttpResponse:
    """The pages as they went, with what goes along by now."""
    pages, now = sent_pages(request.actor, sending_id)
    saw(request, [now.patient_id])
    return _pdf(pages, now.number)


@screen("letters.export")
def word_processor(request: OfficeRequest, letter_id: UUID) -> HttpResponse:
    """The letter as it reads now, or as it went, as a file for a word processor; the browser saves it, it shows none.

    It is no sending: who posts what was saved sends the letter here, which writes down what left.
    """
    now = asked.letter(request.actor, letter_id)
    notices = require(request.actor, "letters.export", now.patient_id, now.encounter_id)
    went = next(reversed(asked.sendings_of(letter_id)), None)
    data = word_file(now, asked.shown(request.actor, now), went, notices, going_with(now.id))
    saw(request, [now.patient_id])
    headers = {"Content-Disposition": f'attachment; filename="{now.number}.docx"', "Cache-Control": "no-store"}
    return HttpResponse(data, content_type="application/octet-stream", headers=headers)


def _pdf(pages: bytes, number: str) -> HttpResponse:
    headers = {"Content-Disposition": f'inline; filename="{number}.pdf"', "Cache-Control": "no-store"}
    return HttpResponse(pages, content_type="application/pdf", headers=headers)


def patient_panel(request: HttpRequest, patient_id: UUID) -> SafeString | None:
    """On a patient's page: the letters about them, and a new one by a key."""
    actor = getattr(request, "actor", None)
    if actor is None or not can(actor, "letters.write", patient_id):
        return None
    context = {"letters": asked.letters_of(actor, patient_id, 6), "patient_id": patient_id}
    return render_to_string("letters/_of_patient.html", context, request)


def amendment_panel(request: HttpRequest, one: Amendment) -> SafeString | None:
    """On an amendment that was answered: the letter that tells who asked. No query."""
    may = getattr(request, "may", None)
    key = ANSWERS.get(one.answer)
    if not may or not may("letters.write") or key is None:
        return None
    return render_to_string("letters/_of_amendment.html", {"one": one, "key": key}, request)


def restriction_panel(request: HttpRequest, one: Restriction) -> SafeString | None:
    """On a restriction that was answered: the letter that tells who asked. No query."""
    may = getattr(request, "may", None)
    key = ANSWERED.get(one.standing)
    if not may or not may("letters.write") or key is None:
        return None
    return render_to_string("letters/_of_amendment.html", {"one": one, "key": key}, request)


def visit_panel(request: HttpRequest, encounter_id: UUID) -> SafeString | None:
    """In the chart: the letters about this visit, and a new one."""
    actor = getattr(request, "actor", None)
    if actor is None or not can(actor, "letters.write"):
        return None
    context = {
        "letters": asked.letters_about(actor, encounter_id),
        "patient_id": encounter(encounter_id).patient_id,
        "visit_id": encounter_id,
    }
    return render_to_string("letters/_of_patient.html", context, request)
