"""Screens of letters to a list: which list and letter, who gets one, what was printed."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from medoffice.front_office.letters.actions.merge_letters import merge_letters
from medoffice.front_office.letters.actions.note_merge_posted import note_merge_posted
from medoffice.front_office.letters.forms import MergeForm, MergeStartForm
from medoffice.front_office.letters.queries import mailing as asked
from medoffice.front_office.letters.queries.paper import labels_of
from medoffice.front_office.letters.queries.templates import templates
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.records.patients.api import patients_by_id
from medoffice.security.api import OfficeRequest, saw, screen


@screen("letters.send")
def start(request: OfficeRequest) -> HttpResponse:
    """To which list, which letter; and what was printed lately."""
    form = MergeStartForm(request.POST or None)
    form.offer(asked.letter_lists())
    if form.is_bound and form.is_valid():
        return redirect("letters:mailing", form.cleaned_data["list"], form.cleaned_data["key"])
    context = {"form": form, "merges": asked.merges(), "room": "letters"}
    return render(request, "letters/merge_start.html", context, status=422 if form.errors else 200)


@require_POST
@screen("letters.send")
def find(request: OfficeRequest) -> HttpResponse:
    """The templates to patients, not signed one by one, whose title has what was typed."""
    typed = request.POST.get("q", "").casefold().split()
    open_to_all = [one for one in templates() if one.language == "en" and one.to == "patient" and not one.signed]
    found = [one for one in open_to_all if all(word in f"{one.title} {one.group}".casefold() for word in typed)]
    return render(request, "letters/_found.html", {"found": found[:12]})


@screen("letters.send")
def mailing(request: OfficeRequest, kind: str, key: str) -> HttpResponse:
    """Who gets this letter and who is left out, why, and how the first reads; then all are printed."""
    source, spoken, refusal = asked.letter_list(kind), asked.in_use(key), None
    form = MergeForm(request.POST or None, initial={"merge": new_id()})
    form.ask(asked.merge_asks(spoken), [one.body for one in spoken.values()])
    given = form.given() if form.is_bound and form.is_valid() else {}
    if request.POST.get("do") == "print" and form.is_valid():
        try:
            made = merge_letters(
                actor=request.actor, key=form.cleaned_data["merge"], list_key=kind, template_key=key, given=given
            )
            return redirect("letters:merge", made)
        except NotFound:
            raise
        except Refusal as refused:
            refusal = refused
    found = asked.mailing(request.actor, source.people(request.actor), spoken, {} if refusal else given)
    people = patients_by_id({one.patient_id for one in found.ready} | {one.patient_id for one in found.left_out})
    saw(request, people)
    context = {
        "form": form,
        "source": source,
        "template": next(iter(spoken.values())),
        "found": found,
        "first": next(iter(found.ready), None),
        "left_out": [(people[one.patient_id], one.why) for one in found.left_out],
        "refusal": refusal,
        "room": "letters",
    }
    status = refusal.status if refusal else (422 if form.errors else 200)
    return render(request, "letters/mailing.html", context, status=status)


@screen("letters.print")
def merge(request: OfficeRequest, batch_id: UUID) -> HttpResponse:
    """A mailing that was printed: its pages, its labels, whether it is in the mail."""
    found = asked.letters_of_merge(request.actor, batch_id)
    people = patients_by_id({one.patient_id for one in found})
    saw(request, people)
    context = {
        "merge": asked.merge(batch_id),
        "lines": [(one, people[one.patient_id]) for one in found],
        "unposted": len(asked.unposted(batch_id)),
        "room": "letters",
    }
    return render(request, "letters/merge.html", context)


@require_POST
@screen("letters.send")
def merge_posted(request: OfficeRequest, batch_id: UUID) -> HttpResponse:
    """The mailing is in the mail."""
    note_merge_posted(actor=request.actor, merge_id=batch_id)
    return redirect("letters:merge", batch_id)


@screen("letters.print")
def merge_pages(request: OfficeRequest, batch_id: UUID) -> HttpResponse:
    """All its letters, one behind the other."""
    saw(request, {one.patient_id for one in asked.letters_of_merge(request.actor, batch_id)})
    return _pdf(asked.merged_pages(batch_id), "letters")


@screen("letters.print")
def merge_labels(request: OfficeRequest, batch_id: UUID) -> HttpResponse:
    """Its addresses on sheets of labels, for envelopes without a window."""
    saw(request, {one.patient_id for one in asked.letters_of_merge(request.actor, batch_id)})
    return _pdf(labels_of(asked.readers_of(batch_id)), "labels")


def _pdf(pages: bytes, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'inline; filename="{name}.pdf"', "Cache-Control": "no-store"}
    return HttpResponse(pages, content_type="application/pdf", headers=headers)
