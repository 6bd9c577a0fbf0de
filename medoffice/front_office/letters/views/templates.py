"""Screens of templates: the list, the editor with its preview on a real patient, approval, letterheads."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from medoffice.front_office.letters.actions.approve_template import approve_template
from medoffice.front_office.letters.actions.publish_template import publish_template
from medoffice.front_office.letters.actions.set_letterhead import set_letterhead
from medoffice.front_office.letters.forms import LetterheadForm, NewTemplateForm, TemplateForm, template_shown
from medoffice.front_office.letters.offers import merge_fields
from medoffice.front_office.letters.queries import templates as asked
from medoffice.front_office.letters.queries.preview import preview
from medoffice.front_office.letters.rules.parsing import plain_words
from medoffice.front_office.letters.rules.reading_level import reading_level
from medoffice.front_office.letters.types.templates import Filled, ReadingLevel
from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import sites
from medoffice.records.patients.api import patient
from medoffice.records.patients.types.people import LANGUAGES
from medoffice.security.api import OfficeRequest, can, saw, screen, seen_version
from medoffice.ui.fields import refusals_in


@screen("letters.write")
def listed(request: OfficeRequest) -> HttpResponse:
    """Every template in use, by what it is for, with its reading level and what it waits for."""
    found = [
        (one, reading_level(plain_words(one.body), one.language), asked.waits_for(one)) for one in asked.templates()
    ]
    context = {"lines": found, "tab": "templates", "room": "letters", "may_set_up": request.may("letters.set_up")}
    return render(request, "letters/templates.html", context)


@screen("letters.set_up")
def new(request: OfficeRequest) -> HttpResponse:
    """A new template begins with its short name."""
    form = NewTemplateForm(request.POST or None)
    if form.is_bound and form.is_valid():
        return redirect("letters:template", "en", form.cleaned_data["key"])
    return render(request, "letters/new_template.html", {"form": form, "room": "letters"})


@screen("letters.set_up")
def edit(request: OfficeRequest, language: str, key: str) -> HttpResponse:
    """The text of a template, what is wrong with it, and how it reads about a real patient; published by its button."""
    if language not in asked.LANGUAGES:
        raise NotFound
    known = {one.language: one for one in asked.templates() if one.key == key}
    now = known.get(language)
    shown = template_shown(now or known.get("en"))
    form = TemplateForm(request.POST or None, initial=shown)
    verb = request.POST.get("do", "publish") if request.method == "POST" else ""
    if verb == "publish" and form.is_valid():
        with refusals_in(form):
            publish_template(actor=request.actor, key=key, language=language, **form.filled())
            return redirect("letters:template", language, key)
    body = "\n".join(str(form["body"].value() or "").splitlines())
    sheet = _sheet(request, body, language)
    context = {
        "key": key,
        "language": language,
        "now": now,
        "spoken": LANGUAGES[language],
        "others": [(one, LANGUAGES[one]) for one in asked.LANGUAGES if one != language],
        "form": form,
        "sheet": sheet,
        "fields": merge_fields().values(),
        "versions": asked.versions(key, language),
        "may_approve": request.may("letters.approve"),
        "room": "letters",
    }
    return render(request, "letters/template.html", context, status=422 if verb == "publish" else 200)


@require_POST
@screen("letters.approve")
def approve(request: OfficeRequest, language: str, key: str) -> HttpResponse:
    """Somebody who reads the language lets the translation be sent."""
    approve_template(actor=request.actor, key=key, language=language, version=seen_version(request))
    return redirect("letters:read", language, key)


@screen("letters.write")
def read(request: OfficeRequest, language: str, key: str) -> HttpResponse:
    """A template as it is, beside the English: what somebody reads before they approve it."""
    now = asked.template(key, language)
    context = {
        "now": now,
        "english": asked.template(key, "en") if now.language != "en" else None,
        "level": reading_level(plain_words(now.body), now.language),
        "waits": asked.waits_for(now),
        "may_approve": request.may("letters.approve"),
        "may_write": request.may("letters.set_up"),
        "room": "letters",
    }
    return render(request, "letters/read.html", context)


@screen("letters.set_up")
def letterheads(request: OfficeRequest) -> HttpResponse:
    """What stands at the top of each site's letters."""
    held, places = asked.letterheads(), sites()
    form = LetterheadForm(request.POST or None)
    form.offer(places)
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            said = form.cleaned_data
            set_letterhead(actor=request.actor, site_id=UUID(said["site"]), fax=said["fax"], line=said["line"])
            return redirect("letters:letterheads")
    lines = [(place, held.get(place.id)) for place in places]
    context = {"lines": lines, "form": form, "room": "letters"}
    return render(request, "letters/letterheads.html", context, status=422 if form.errors else 200)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A text as it would be sent to somebody, and how hard it is to read."""

    filled: Filled
    level: ReadingLevel | None
    patient_id: UUID | None
    name: str


def _sheet(request: OfficeRequest, body: str, language: str) -> _Sheet:
    chosen = _chosen(request)
    filled = preview(request.actor, body, chosen, language)
    name = patient(chosen).name.sorted_form if chosen else ""
    return _Sheet(filled, reading_level(plain_words(body), language), chosen, name)


def _chosen(request: OfficeRequest) -> UUID | None:
    """The patient on whom a text is tried, if whoever writes may see them."""
    try:
        found = UUID(request.POST.get("patient", ""))
    except ValueError:
        return None
    if not can(request.actor, "letters.write", found):
        raise NotFound
    saw(request, [found])
    return found
