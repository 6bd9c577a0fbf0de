"""Asking an instrument at a visit, a digit a question; reading and correcting what was answered."""

from collections.abc import Container, Mapping, Sequence
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from medoffice.clinic.screening.actions.answer_screening import answer_screening, correct_screening
from medoffice.clinic.screening.queries import screened as queries
from medoffice.clinic.screening.types import Instrument, Screened, Sheet
from medoffice.kernel.refusals import Invalid
from medoffice.records.encounters.api import encounter, visit_shown
from medoffice.records.patients.api import banner
from medoffice.security.api import OfficeRequest, can, saw, screen

ROOM = {"room": "screening"}
Line = tuple[str, str, str, str]  # name of the field, question, what was typed, what is wrong with it


@screen("screening.ask")
def choose(request: OfficeRequest, encounter_id: UUID) -> HttpResponse:
    """What may be asked, each with a key; what was answered at this visit and before."""
    visit = visit_shown(request, "screening.ask", encounter_id)
    held = queries.book()
    context = {
        "book": held,
        "course": queries.course_of(request.actor, visit.patient_id),
        "encounter_id": encounter_id,
        "banner": banner(request.actor, visit.patient_id),
    }
    return render(request, "screening/choose.html", context | ROOM)


@screen("screening.ask")
def ask(request: OfficeRequest, encounter_id: UUID, key: str) -> HttpResponse:
    """Every question of a sheet; all are kept, or none."""
    visit = visit_shown(request, "screening.ask", encounter_id)
    sheet, instruments = queries.sheet_called(key)
    begun = _begun(instruments[0], request.GET.get("first", ""))
    parts = [(one, _lines(one, request.POST, begun if one is instruments[0] else ())) for one in instruments]
    wrong = request.method == "POST" and any(said for _, lines in parts for *_, said in lines)
    if request.method == "POST" and not wrong:
        for one in instruments:
            answer_screening(
                actor=request.actor, encounter_id=encounter_id, key=one.key, answers=_answers(one, request.POST)
            )
        messages.success(request, f"{sheet.name}: kept.")
        return redirect("screening:choose", encounter_id)
    context = {
        "sheet": sheet,
        "parts": parts,
        "wrong": wrong,
        "at": len(begun),
        "book": queries.book(),
        "back_to": encounter_id,
        "banner": banner(request.actor, visit.patient_id),
    }
    return render(request, "screening/ask.html", context | ROOM, status=422 if wrong else 200)


@screen("screening.read")
def screened(request: OfficeRequest, screened_id: UUID) -> HttpResponse:
    """What was answered, question by question; corrected by who may ask."""
    found = queries.screening(request.actor, screened_id)
    saw(request, [found.patient_id])
    held = queries.book_of(found)
    one = held.instruments.get(found.key) if held else None
    may = found.stands and one is not None and can(request.actor, "screening.ask", found.patient_id, found.encounter_id)
    refusal, lines = None, _lines(one, request.POST, found.answers) if one else _numbers(found)
    if request.method == "POST" and may and one and not any(said for *_, said in lines):
        try:
            made = correct_screening(
                actor=request.actor,
                screened_id=screened_id,
                answers=_answers(one, request.POST),
                why=request.POST.get("why", ""),
            )
        except Invalid as said:
            refusal = said
        else:
            messages.success(request, "Corrected; the wrong entry stays to be read.")
            return redirect("screening:screened", made)
    story = [each for each in queries.screened_at(request.actor, found.encounter_id) if each.key == found.key]
    context = {
        "found": found,
        "one": one,
        "lines": lines,
        "may": may,
        "refusal": refusal,
        "story": story if len(story) > 1 else [],
        "banner": banner(request.actor, found.patient_id),
    }
    wrong = request.method == "POST"
    return render(request, "screening/screened.html", context | ROOM, status=422 if wrong else 200)


def visit_panel(request: HttpRequest, encounter_id: UUID) -> SafeString | None:
    """What was answered at a visit, and the way to ask."""
    actor = getattr(request, "actor", None)
    if actor is None:
        return None
    who = encounter(encounter_id).patient_id
    if not can(actor, "screening.read", who, encounter_id):
        return None
    found = [one for one in queries.screened_at(actor, encounter_id) if one.stands]
    may_ask = can(actor, "screening.ask", who, encounter_id)
    context = {
        "found": found,
        "may_ask": may_ask,
        "first": _first_question({one.key for one in found}) if may_ask else None,
        "encounter_id": encounter_id,
    }
    return render_to_string("screening/_panel.html", context, request)


def _first_question(asked: Container[str]) -> tuple[Sheet, Instrument] | None:
    """What is asked most, if nobody asked it here yet: its first question is answered on the visit's page."""
    held = queries.book()
    sheet = next(iter(held.sheets), None)
    one = held.instruments[sheet.instruments[0]] if sheet else None
    return (sheet, one) if sheet and one and one.key not in asked else None


def _begun(one: Instrument, typed: str) -> tuple[int, ...]:
    """The first answer, if it was given already."""
    answer = _answer(one, typed)
    return () if answer is None else (answer,)


def _lines(one: Instrument, sent: Mapping[str, str], before: Sequence[int] = ()) -> list[Line]:
    """The questions with what was typed; what is no answer says so where it stands."""
    lines = []
    for place, question in enumerate(one.questions):
        name = f"{one.key}-{place + 1}"
        typed = sent.get(name, f"{before[place]}" if place < len(before) and not sent else "").strip()
        said = f"0 to {len(one.answers) - 1}" if sent and _answer(one, typed) is None else ""
        lines.append((name, question, typed, said))
    return lines


def _numbers(found: Screened) -> list[Line]:
    """The answers alone, where nobody knows the questions any more."""
    return [("", "", f"{answer}", "") for answer in found.answers]


def _answer(one: Instrument, typed: str) -> int | None:
    number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 4 else None
    return number if number is not None and number < len(one.answers) else None


def _answers(one: Instrument, sent: Mapping[str, str]) -> list[int]:
    found = (_answer(one, sent.get(f"{one.key}-{place + 1}", "").strip()) for place in range(len(one.questions)))
    return [answer for answer in found if answer is not None]
