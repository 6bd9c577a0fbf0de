"""What notes are begun from: the templates in the office's order, and the sections of one."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from medoffice.clinic.charting.actions.move_note_template import move_note_template
from medoffice.clinic.charting.actions.publish_note_template import publish_note_template
from medoffice.clinic.charting.actions.retire_note_template import retire_note_template
from medoffice.clinic.charting.forms import NoteTemplateForm, section_shown, sections_typed, template_shown
from medoffice.clinic.charting.queries import templates as asked
from medoffice.clinic.charting.rules.sections import changed
from medoffice.clinic.charting.types import NoteSection, NoteTemplate
from medoffice.front_office.letters.api import merge_fields
from medoffice.front_office.scheduling.api import visit_types
from medoffice.practice.api import staff
from medoffice.security.api import OfficeRequest, screen
from medoffice.ui.fields import refusals_in

NEW = "new"


@screen("notes.set_up")
def listed(request: OfficeRequest) -> HttpResponse:
    """Every template in the office's order: what it has, when it is taken."""
    names = {one.key: one.name for one in visit_types()}
    lines = [(one, [names[key] for key in one.kinds if key in names]) for one in asked.note_templates()]
    return render(request, "charting/note_templates.html", {"lines": lines, "room": "front"})


@require_POST
@screen("notes.set_up")
def order(request: OfficeRequest, note_key: str) -> HttpResponse:
    """One goes up or down."""
    move_note_template(actor=request.actor, key=note_key, up=request.POST.get("to") == "up")
    return redirect(f"{reverse('charting:note-templates')}#{note_key}")


@require_POST
@screen("notes.set_up")
def retire(request: OfficeRequest, note_key: str) -> HttpResponse:
    """No note is begun from it any more."""
    retire_note_template(actor=request.actor, key=note_key)
    messages.success(request, "Retired. Notes that were begun from it stay as they are.")
    return redirect("charting:note-templates")


@screen("notes.set_up")
def edit(request: OfficeRequest, note_key: str) -> HttpResponse:
    """The sections of a template; nothing is kept until it is published."""
    now = None if note_key == NEW else asked.template_in_use(note_key)
    verb = (request.POST.get("do") or "publish") if request.method == "POST" else ""
    typed = sections_typed(request.POST) if verb else list(now.sections) if now else []
    rows, moved = changed(typed, verb)
    head = NoteTemplateForm(request.POST or None, initial=template_shown(now))
    head.offer(visit_types(), staff(), now)
    if verb == "publish" and head.is_valid():
        with refusals_in(head):
            version = publish_note_template(actor=request.actor, sections=rows, **head.filled())
            messages.success(request, f"Published as version {version}.")
            return redirect("charting:note-template", head.cleaned_data["key"])
    return _page(request, now, head, _Sheet(rows, moved, verb))


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The sections on the page, which one was moved or added, and what was pressed."""

    rows: list[NoteSection]
    moved: int
    verb: str


def _page(request: OfficeRequest, now: NoteTemplate | None, head: NoteTemplateForm, sheet: _Sheet) -> HttpResponse:
    context = {
        "now": now,
        "head": head,
        "rows": [section_shown(at, one) for at, one in enumerate(sheet.rows)],
        "moved": sheet.moved,
        "pressed": sheet.verb.partition(" ")[0],
        "versions": asked.versions_of(now.key) if now else [],
        "fields": [one for one in merge_fields().values() if not one.parts],
        "room": "front",
    }
    return render(request, "charting/note_template.html", context, status=422 if sheet.verb == "publish" else 200)
