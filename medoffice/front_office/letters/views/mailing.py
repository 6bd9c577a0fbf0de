"""Screens of letters to a list: which list and letter, who gets one, what was printed."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from medoffice.front_office.letters.actions.merge_letters import merge_letters
from medoffice.front_office.letters.actions.note_merge_posted import note_merge_posted
from medoffice.front_office.letters.forms import MergeForm, MergeStartForm
from medoffice.front_office.letters.queries import mailing as asked
from medoffice.front_office.letters.queries.lists import letter_list, letter_lists
from medoffice.front_office.letters.queries.paper import cards_of, labels_of
from medoffice.front_office.letters.queries.templates import templates
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.records.patients.api import patients_by_id
from medoffice.security.api import OfficeRequest, saw, screen


@screen("letters.send")
def start(request: OfficeRequest) -> HttpResponse:
    """To which list, which letter; and what was printed lately."""
    form = MergeStartForm(request.POST or None)
    form.offer(letter_lists())
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        if said["list"] in form.asks:  # what was typed names people, so it stands in no address
            return _mailing(request, said["list"], said["key"], said["sought"])
        return redirect("letters:mailing", said["list"], said["key"])
    key = str(form["key"].value() or "")
    chosen = next((one.title for one in templates() if key and one.key == key and one.language == "en"), "")
    context = {"form": form, "chosen": chosen, "merges": asked.merges(), "room": "letters"}
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
    return _mailing(request, kind, key)


def _mailing(request: OfficeRequest, kind: str, key: str, sought: str | None = None) -> HttpResponse:
    source, spoken, refusal = letter_list(kind), asked.in_use(key), None
    sent = request.POST if request.method == "POST" and sought is None else None
    form = MergeForm(sent, initial={"merge": new_id(), "sought": sought or ""})
    typed = (request.POST.get("sought", "") if sought is None else sought)[:80]
    listed = source.people(request.actor, typed)
    form.ask(asked.merge_asks(spoken), [one.body for one in spoken.values()], listed)
    given, off = dict[str, str](), dict[str, str]()
    if form.is_bound and form.is_valid():
        given, off = form.given(), form.taken()
        if request.POST.get("do") == "print":
            try:
                return redirect("letters:merge", _merged(request, kind, key, form))
            except NotFound:
                raise
            except Refusal as refused:
                refusal = refused
        form.said_why()
    found = asked.mailing(request.actor, listed, spoken, {} if refusal else given, off)
    people = patients_by_id({one.patient_id for one in found.ready} | {one.patient_id for one in found.left_out})
    saw(request, people)
    context = {
        "form": form,
        "source": source,
        "template": spoken.get("en") or next(iter(spoken.values())),
        "found": found,
        "first": next(iter(found.ready), None),
        "going": [people[one.patient_id] for one in found.ready],
        "marked": {one for one in listed if str(one) in request.POST.getlist("off") and str(one) not in off},
        "taken": [(people[one.patient_id], one.why) for one in found.left_out if one.taken],
        "card": asked.is_card(spoken),
        "left_out": [(people[one.patient_id], one.why) for one in found.left_out if not one.taken],
        "refusal": refusal,
        "room": "letters",
    }
    status = refusal.status if refusal else (422 if form.errors else 200)
    return render(request, "letters/mailing.html", context, status=status)


def _merged(request: OfficeRequest, kind: str, key: str, form: MergeForm) -> UUID:
    said = form.cleaned_data
    return merge_letters(
        actor=request.actor, key=said["merge"], list_key=kind, template_key=key, given=form.given(),
        sought=said["sought"], off=form.taken(),
    )  # fmt: skip


@screen("letters.print")
def merge(request: OfficeRequest, batch_id: UUID) -> HttpResponse:
    """A mailing that was printed: its pages, its labels, whether it is in the mail."""
    found = asked.letters_of_merge(request.actor, batch_id)
    taken = asked.taken_off(request.actor, batch_id)
    people = patients_by_id({one.patient_id for one in found} | {off.patient_id for off in taken})
    saw(request, people)
    context = {
        "merge": asked.merge(batch_id),
        "taken": [(people[one.patient_id], one.why) for one in taken],
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
def merge_sheets(request: OfficeRequest, batch_id: UUID) -> HttpResponse:
    """Its postcards four to a sheet, to be printed on both sides and cut. Raises NotFound where they are letters."""
    found = asked.letters_of_merge(request.actor, batch_id)
    if not asked.merge(batch_id).card:
        raise NotFound
    saw(request, {one.patient_id for one in found})
    sheets = [(one, one.words, reader) for one, reader in zip(found, asked.readers_of(batch_id), strict=True)]
    return _pdf(cards_of(sheets, "Postcards", four=True), "postcards")


@screen("letters.print")
def merge_labels(request: OfficeRequest, batch_id: UUID) -> HttpResponse:
    """Its addresses on sheets of labels, for envelopes without a window."""
    saw(request, {one.patient_id for one in asked.letters_of_merge(request.actor, batch_id)})
    return _pdf(labels_of(asked.readers_of(batch_id)), "labels")


def _pdf(pages: bytes, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'inline; filename="{name}.pdf"', "Cache-Control": "no-store"}
    return HttpResponse(pages, content_type="application/pdf", headers=headers)
