"""Documents to file: what came in, a page beside what is said of it, two acts when the suggestions are right."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from medoffice.kernel.papers import TROUBLES, Busy
from medoffice.kernel.refusals import Refusal
from medoffice.practice.api import providers, today_here
from medoffice.records.documents.actions.file_document import file_document
from medoffice.records.documents.actions.look_into import look_into
from medoffice.records.documents.actions.set_aside import set_aside
from medoffice.records.documents.actions.take_in import take_in
from medoffice.records.documents.forms import FilingForm, UploadForm, suggested_filing
from medoffice.records.documents.queries import documents as queries
from medoffice.records.documents.queries import kinds
from medoffice.records.documents.queries.clinical import clinical_document
from medoffice.records.documents.queries.signers import usual_signer
from medoffice.records.documents.rules.kinds import called
from medoffice.records.documents.types.papers import Document, DocumentKind, Door, State
from medoffice.records.encounters.api import encounters_of_patient
from medoffice.records.encounters.types import Encounter
from medoffice.records.patients.api import banner, hits_of, search
from medoffice.security.api import OfficeRequest, acts_of_their_own, can, require, saw, screen, seen_version
from medoffice.ui.fields import refusals_in
from medoffice.ui.lists import limit_of, rest_of

UNSEEN = "Look at this paper first: this was sent before it could be seen."
AT_ONCE = 5  # files that are opened while somebody waits; a job opens the others


@screen("documents.file")
def inbox(request: OfficeRequest) -> HttpResponse:
    """Everything that waits to be filed, whatever door it came by, oldest first."""
    waiting, total = queries.inbox(request.actor, limit_of(request)), queries.inbox_count()
    guessed = {one.suggested.patient_id for one in waiting if one.suggested.patient_id}
    names = {hit.id: hit for hit in hits_of(request.actor, guessed)}
    saw(request, names)
    known = kinds.kind_names()
    context = {
        "lines": [(one, called(one, known), names.get(one.suggested.patient_id or one.id)) for one in waiting],
        "kinds": known,
        "total": total,
        "rest": rest_of(request, len(waiting), total),
        "upload": UploadForm(),
        "refused": queries.refused_files(10),
        "troubles": TROUBLES,
        "room": "documents",
    }
    return render(request, "documents/inbox.html", context)


@screen("documents.file")
def laid_aside(request: OfficeRequest) -> HttpResponse:
    """What is nobody's, so that somebody finds it: set aside by hand, or with a result that was another's."""
    found, total = queries.laid_aside(request.actor, limit_of(request)), queries.laid_aside_count()
    known = kinds.kind_names()
    context = {
        "lines": [(one, called(one, known)) for one in found],
        "total": total,
        "rest": rest_of(request, len(found), total),
        "room": "documents",
    }
    return render(request, "documents/laid_aside.html", context)


@require_POST
@screen("documents.take_in")
def upload(request: OfficeRequest) -> HttpResponse:
    """Take in what was sent: each file is kept before it is opened, and what is refused is said by name."""
    form, patient_id = UploadForm(request.POST, request.FILES), _id(request.POST.get("patient", ""))
    if patient_id is not None:
        require(request.actor, "documents.add", patient_id)
    if not form.chosen():
        messages.error(request, "Choose at least one file.")
    with acts_of_their_own():
        told = [
            _taken(request, one.name or "", one.read(), patient_id, at_once=number < AT_ONCE)
            for number, one in enumerate(form.chosen())
        ]
    kept = sum(not words for words in told)
    if kept:
        messages.success(request, f"{kept} taken; they are read now and wait to be filed.")
    for words in filter(None, told):
        messages.error(request, words)
    return redirect("documents:of-patient", patient_id) if patient_id else redirect("documents:inbox")


def _taken(request: OfficeRequest, name: str, data: bytes, patient_id: UUID | None, *, at_once: bool) -> str:
    """Why a file was not taken; "" if it was."""
    try:
        kept = take_in(actor=request.actor, door=Door.UPLOAD, name=name, data=data, patient_id=patient_id)
        trouble = look_into(actor=request.actor, file_id=kept.file_id) if at_once else ""
        if not kept.new:
            again = "this very file came before and was refused." if trouble else "this very file came before;"
            return f"{name[:60]}: {again} {' '.join(TROUBLES[trouble]) if trouble else 'it is not taken twice.'}"
    except Refusal as refusal:
        return f"{name[:60]}: {refusal.words} {refusal.fix}"
    except Busy:
        return ""  # it is kept, and looked into in a moment
    return f"{name[:60]}: {' '.join(TROUBLES[trouble])}" if trouble else ""


@screen("documents.file")
def work(request: OfficeRequest, document_id: UUID) -> HttpResponse:
    """A document to file: its pages, and the form with what was read; sent, the next one comes.

    The form says which paper was looked at (``looked``): what was meant for the one before files nothing.
    """
    found = queries.document(request.actor, document_id)
    if found.state is not State.INBOX:
        return redirect("documents:show", document_id)
    form = _form(request, found)
    if form.is_bound and _id(request.POST.get("looked", "")) != document_id:
        form.add_error(None, UNSEEN)
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            file_document(
                actor=request.actor,
                document_id=document_id,
                seen_version=seen_version(request),
                filing=form.filing(),
            )
            messages.success(request, "Filed.")
            return _on(document_id)
    return render(request, "documents/work.html", _context(request, found, form), status=422 if form.errors else 200)


@require_POST
@screen("documents.file")
def whose(request: OfficeRequest, document_id: UUID) -> HttpResponse:
    """Somebody else was chosen: all the form shows of a person is of them from now on.

    Who signs is suggested anew, unless it was chosen by hand or the document was filed before.
    """
    found = queries.document(request.actor, document_id, "documents.file")
    told = FilingForm(request.POST)
    chosen, visits = _visits(request, _id(str(told["patient"].value() or "")))
    used = kinds.kinds_in_use(today_here())
    signer = str(told["signer"].value() or "")
    if found.state is State.INBOX and signer == request.POST.get("signer_was", ""):
        kind = next((one for one in used if one.key == told["kind"].value()), None)
        signer = str(usual_signer(request.actor, kind, visits) or "")
    form = FilingForm(
        initial={name: told[name].value() for name in ("patient", "visit", "settles")} | {"signer": signer}
    )
    _offer(request, form, used, chosen, visits)
    return render(
        request, "documents/_whose.html", {"doc": found, "form": form, "signer_was": signer, **about(request, chosen)}
    )


def _form(request: OfficeRequest, found: Document) -> FilingForm:
    used = kinds.kinds_in_use(today_here())
    guessed = next((kind for kind in used if kind.key == found.suggested.kind), None)
    chosen, visits = _visits(request, _id(request.POST.get("patient", "")) or found.suggested.patient_id)
    form = FilingForm(
        request.POST or None, initial=suggested_filing(found, usual_signer(request.actor, guessed, visits))
    )
    _offer(request, form, used, chosen, visits)
    form.fields["dated"].today = today_here()  # type: ignore[attr-defined] # a TypedDateField
    return form


def _visits(request: OfficeRequest, chosen: UUID | None) -> tuple[UUID | None, list[Encounter]]:
    return chosen, encounters_of_patient(request.actor, chosen, 20) if chosen else []


def _offer(
    request: OfficeRequest, form: FilingForm, used: list[DocumentKind], chosen: UUID | None, visits: list[Encounter]
) -> None:
    form.offer(used, providers(), [(str(one.id), f"{one.date:%m/%d/%Y} {one.reason}") for one in visits])
    form.offer_settling(queries.settling_of(request.actor, chosen) if chosen else [])


def about(request: OfficeRequest, chosen: UUID | None) -> dict[str, object]:
    """Who was chosen, and their banner as far as the actor may see it without saying why."""
    who = next(iter(hits_of(request.actor, [chosen] if chosen else [])), None)
    saw(request, [who.id] if who else [])
    seen = who is not None and can(request.actor, "patients.read", who.id)
    return {"who": who, "banner": banner(request.actor, who.id) if who and seen else None}


def _context(request: OfficeRequest, found: Document, form: FilingForm) -> dict[str, object]:
    told = about(request, _id(str(form["patient"].value() or "")))
    ready = not form.is_bound and told["banner"] is not None and bool(form.initial["kind"] and form.initial["dated"])
    known = kinds.kind_names()
    return {
        "doc": found,
        "form": form,
        "ready": ready,
        "signer_was": form.initial["signer"],
        "called": called(found, known),
        "waiting": [(one, called(one, known)) for one in queries.inbox(request.actor, 60)],
        "total": queries.inbox_count(),
        "kinds": known,
        "texts": queries.words_of_pages(found),
        "clinical": clinical_document(found),
        "room": "documents",
        **told,
    }


@require_POST
@screen("documents.file")
def aside(request: OfficeRequest, document_id: UUID) -> HttpResponse:
    """It is no patient's."""
    set_aside(actor=request.actor, document_id=document_id, why=request.POST.get("why", ""))
    messages.success(request, "Set aside.")
    return _on(document_id)


@require_POST
@screen("documents.file")
def find(request: OfficeRequest) -> HttpResponse:
    """Whose it may be, as typed."""
    asked = request.POST.get("q", "").strip()
    hits = search(request.actor, asked)
    saw(request, {hit.id for hit in hits})
    return render(request, "documents/_found.html", {"hits": hits, "asked": asked})


def _on(document_id: UUID) -> HttpResponse:
    """To the next that waits, or the empty inbox."""
    following = queries.next_in_inbox(document_id)
    return redirect("documents:work", following) if following else redirect("documents:inbox")


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
