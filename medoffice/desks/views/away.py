"""What changed since somebody last did something, and the sheet the office meets over in the morning."""

from django.http import HttpResponse
from django.shortcuts import render

from medoffice.desks import queries
from medoffice.desks.rules.away import together
from medoffice.practice.api import practice
from medoffice.records.patients.api import patients_by_id
from medoffice.security.api import OfficeRequest, done_since_last_act, kept, saw, screen


@screen("desks.home")
def away(request: OfficeRequest) -> HttpResponse:
    """What others did since this person's last act: of words they hold themselves, about patients they may see."""
    since, done = done_since_last_act(request.actor)
    words = {one.word for one in done if request.may(one.word)}
    about = {word: {(one.subject, None) for one in done if one.word == word} for word in words}
    closed = {(word, pair[0]) for word, pairs in about.items() for pair in kept(request.actor, word, pairs)}
    shown = [one for one in done if one.word in words and (one.word, one.subject) not in closed]
    people = patients_by_id({one.subject for one in shown})
    saw(request, people)
    names = {who.id: who.name.sorted_form for who in people.values()}
    context = {"since": since, "groups": together(shown, names), "count": len(shown), "room": "work"}
    return render(request, "desks/away.html", context)


@screen("check_in.board")
def huddle(request: OfficeRequest) -> HttpResponse:
    """The day ahead of each provider on one page to print: who comes with what is due, risks with reasons, gaps."""
    sheet = queries.huddle_sheet(request.actor)
    saw(request, {line.patient_id for one in sheet.providers for line in one.lines})
    return render(request, "desks/huddle.html", {"sheet": sheet, "office": practice().name, "room": "front"})
