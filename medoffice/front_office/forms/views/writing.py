"""Writing the forms of the office: by their questions, or as the FHIR Questionnaire they are."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from medoffice.front_office.forms import queries
from medoffice.front_office.forms.actions.define_form import define_form
from medoffice.front_office.forms.actions.retire_form import retire_form
from medoffice.front_office.forms.forms import DefinitionForm, WrittenForm, due_shown, row_shown, rows_typed
from medoffice.front_office.forms.rules.answering import asked
from medoffice.front_office.forms.rules.reading import walk
from medoffice.front_office.forms.rules.writing import changed, drafted, rows_of
from medoffice.front_office.forms.types import Asked, Definition, Draft, Row
from medoffice.front_office.scheduling.api import visit_types
from medoffice.security.api import OfficeRequest, screen
from medoffice.ui.fields import refusals_in


@screen("forms.set_up")
def listed(request: OfficeRequest) -> HttpResponse:
    """The forms of the office, every version."""
    return render(request, "forms/list.html", {"definitions": queries.definitions(retired=True), "room": "front"})


@screen("forms.set_up")
def edit(request: OfficeRequest, key: str) -> HttpResponse:
    """The questions of a form, and beside them the form as a tablet shows it; nothing is kept until it is published."""
    now = queries.definition_in_use(key)
    held = queries.form_in(now.body) if now else None
    rows = rows_of(held) if held else []
    if rows is None:
        return redirect("forms:json", key)
    verb = (request.POST.get("do") or "publish") if request.method == "POST" else ""
    used = [item.link_id for item in walk(held.items)] if held else []
    rows, moved = changed(rows_typed(request.POST) if verb else rows, verb, used)
    head = WrittenForm(request.POST or None, initial=due_shown(key, now))
    head.offer(visit_types())
    draft = drafted(str(head["title"].value() or "").strip(), rows, now.body if now else "", queries.tellable())
    if verb == "publish" and head.is_valid() and draft.form:
        with refusals_in(head):
            define_form(actor=request.actor, body=draft.body, **head.filled())
            return redirect("forms:edit", head.cleaned_data["key"])
    return _written(request, now, head, _Sheet(rows, draft, verb, moved))


@screen("forms.set_up")
def as_json(request: OfficeRequest, key: str) -> HttpResponse:
    """A form as its FHIR Questionnaire, to take away, to paste, to change."""
    now = queries.definition_in_use(key)
    form = DefinitionForm(request.POST or None, initial={**due_shown(key, now), "body": now.body if now else ""})
    form.offer(visit_types())
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            define_form(actor=request.actor, **form.filled())
            return redirect("forms:json", form.cleaned_data["key"])
    context = {"form": form, "now": now, "items": queries.form_in(now.body).items if now else (), "room": "front"}
    return render(request, "forms/json.html", context, status=422 if form.errors else 200)


@require_POST
@screen("forms.set_up")
def retire(request: OfficeRequest, key: str) -> HttpResponse:
    """It is handed out no more."""
    retire_form(actor=request.actor, key=key)
    return redirect("forms:list")


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The questions on the page, what they make, what was pressed, and which question that was about."""

    rows: list[Row]
    draft: Draft
    verb: str
    moved: str


def _written(request: OfficeRequest, now: Definition | None, head: WrittenForm, sheet: _Sheet) -> HttpResponse:
    draft, looked = sheet.draft, sheet.verb in ("publish", "show")
    context = {
        "now": now,
        "head": head,
        "rows": [(row_shown(at, row), draft.wrong.get(at, "") if looked else "") for at, row in enumerate(sheet.rows)],
        "whole": draft.whole if looked else (),
        "asked": _as_asked(draft),
        "ready": draft.form is not None,
        "kind": head["kind"].value(),
        "title": head["title"].value(),
        "moved": sheet.moved,
        "pressed": sheet.verb.partition(" ")[0],
        "room": "front",
    }
    return render(request, "forms/edit.html", context, status=422 if sheet.verb == "publish" else 200)


def _as_asked(draft: Draft) -> list[Asked]:
    return list(asked(draft.form.items, {}, {}, {})) if draft.form else []
