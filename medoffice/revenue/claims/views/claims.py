"""Screens of claims: what waits, one claim with its story and what can be done, remittances, one remittance."""

from datetime import timedelta
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST

from medoffice.front_office.check_in.types import Arriving, Risk
from medoffice.kernel.money import Money
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.practice.api import today_here
from medoffice.records.coverage.api import case
from medoffice.records.patients.api import banner, patients_by_id
from medoffice.revenue.claims.actions.answer_question import answer_question
from medoffice.revenue.claims.actions.ask_again import ask_again
from medoffice.revenue.claims.actions.bill_patient import bill_patient
from medoffice.revenue.claims.actions.correct_claim import correct_claim
from medoffice.revenue.claims.actions.fetch_files import fetch_files
from medoffice.revenue.claims.actions.note_outcome import note_outcome
from medoffice.revenue.claims.actions.post_remittance import post_remittance
from medoffice.revenue.claims.actions.recheck_claim import recheck_claim
from medoffice.revenue.claims.actions.return_remittance import return_remittance
from medoffice.revenue.claims.actions.send_claims import send_claims
from medoffice.revenue.claims.actions.transmit_files import transmit_files
from medoffice.revenue.claims.actions.write_off_denial import write_off_denial
from medoffice.revenue.claims.forms import AnswerForm, NoteForm, ReturnForm, SettleForm
from medoffice.revenue.claims.queries import claims as queries
from medoffice.revenue.claims.queries import worklist
from medoffice.revenue.claims.queries.front_desk import desk_denials
from medoffice.revenue.claims.rules.denials import group_words
from medoffice.revenue.claims.rules.front_desk import came_back, patterns
from medoffice.revenue.claims.rules.telling import fetching_in_words, sending_in_words, up_to
from medoffice.revenue.claims.rules.worklist import next_of
from medoffice.revenue.claims.types import ClaimState, Group
from medoffice.revenue.code_lists.api import words_listed
from medoffice.security.api import OfficeRequest, can, kept, require, saw, screen, seen_version
from medoffice.security.types import Actor
from medoffice.standards.code_lists.types import ListKind
from medoffice.standards.terminology.api import carc_words
from medoffice.ui.fields import refusals_in

# What waits for nobody here: kept to look at.
KEPT: dict[str, tuple[ClaimState, ...]] = {
    "with the payer": (ClaimState.SENT, ClaimState.ACCEPTED),
    "decided": (ClaimState.PAID, ClaimState.DENIED, ClaimState.REVERSED, ClaimState.REPLACED),
}
SHOWN, COUNTED = 200, 1000
LOOKS_BACK = timedelta(days=120)


def desk_panel(request: HttpRequest, arriving: Arriving) -> SafeString | None:
    """At check-in: what the payers of the visit refused more than once, of all patients, for what the desk entered."""
    actor = getattr(request, "actor", None)
    if actor is None or not can(actor, "claims.read", arriving.patient.id):
        return None
    payers = frozenset(policy.payer_id for policy in arriving.held)
    found = patterns(desk_denials(actor, arriving.patient.id, payers, today_here() - LOOKS_BACK), payers)
    return render_to_string("claims/_desk.html", {"patterns": found[:3]}, request) if found else None


def desk_risks(actor: Actor, arriving: Arriving) -> list[Risk]:
    """What was refused of the patient before, and why, as long as the cause still stands."""
    patient_id = arriving.patient.id
    if not can(actor, "claims.read", patient_id):
        return []
    payers = frozenset(policy.payer_id for policy in arriving.held)
    found = desk_denials(actor, patient_id, payers, today_here() - LOOKS_BACK)
    return came_back([one for one in found if one.patient_id == patient_id], arriving.insurance)


@screen("claims.read")
def board(request: OfficeRequest) -> HttpResponse:
    """What waits for the biller, group by group; the first group in which something waits is shown."""
    actor = request.actor
    waiting, kept_ones = worklist.waiting_counts(actor, COUNTED), queries.counted(actor, KEPT, COUNTED)
    groups = [(group.value, up_to(count, COUNTED)) for group, count in waiting.items()]
    groups += [(name, up_to(kept_ones.get(name, 0), COUNTED)) for name in KEPT]
    default = next((group.value for group, count in waiting.items() if count), Group.SEND.value)
    shown = request.GET.get("show", "")
    chosen = shown if shown in dict(groups) else default
    context = {"groups": groups, "chosen": chosen, "room": "claims", "kept": chosen in KEPT}
    if chosen == Group.ASIDE:
        return render(request, "claims/board.html", {**context, "remits": queries.remittances_aside()})
    if chosen in KEPT:
        found = queries.claims_in(request.actor, KEPT[chosen])
    else:
        ids = worklist.waiting(request.actor, Group(chosen), SHOWN)
        by_id = queries.claims_by_id(ids)
        found = [by_id[one] for one in ids]
    people = patients_by_id({claim.patient_id for claim in found})
    saw(request, people)
    rows = [(claim, people[claim.patient_id].name.sorted_form) for claim in found]
    context |= {"rows": rows, "total": Money.total(c.amount for c in found)}
    return render(request, "claims/board.html", context)


@screen("claims.read")
def claim(request: OfficeRequest, claim_id: UUID) -> HttpResponse:
    """One claim: its story, what the payer decided, what stands against it, what can be done now."""
    return _claim(request, claim_id)


@require_POST
@screen("claims.work")
def send(request: OfficeRequest) -> HttpResponse:
    """Send everything that is ready."""
    written = send_claims(actor=request.actor)
    transmit_files(actor=request.actor)
    messages.success(request, sending_in_words(len(written)))
    return redirect(f"{reverse('claims:board')}?show=with the payer" if written else "claims:board")


@require_POST
@screen("remits.receive")
def fetch(request: OfficeRequest) -> HttpResponse:
    """Fetch what the clearinghouse has."""
    messages.success(request, fetching_in_words(len(fetch_files(actor=request.actor))))
    return redirect("claims:remittances")


@screen("claims.read")
def remittances(request: OfficeRequest) -> HttpResponse:
    """Payment advices, latest first."""
    context = {"remits": queries.remittances(), "aside": queries.files_set_aside(), "room": "claims"}
    return render(request, "claims/remittances.html", context)


@screen("claims.read")
def remittance(request: OfficeRequest, remittance_id: UUID) -> HttpResponse:
    """One payment advice: its decisions; or, set aside, what must be said before it can be posted."""
    return _remittance(request, remittance_id)


@require_POST
@screen("remits.post")
def answer(request: OfficeRequest, remittance_id: UUID) -> HttpResponse:
    """Say what a part of a payment set aside means."""
    form = AnswerForm(request.POST)
    if not form.is_valid():
        raise NotFound
    said = dict(form.cleaned_data)
    try:
        version = said.pop("version")
        answer_question(actor=request.actor, remittance_id=remittance_id, seen_version=version, **said)
    except NotFound:
        raise
    except Refusal as refusal:
        return _remittance(request, remittance_id, refusal)
    return redirect("claims:remittance", remittance_id=remittance_id)


@require_POST
@screen("remits.post")
def again(request: OfficeRequest, remittance_id: UUID) -> HttpResponse:
    """Ask anew about a claim of a payment set aside."""
    place = request.POST.get("claim", "")
    if not (place.isascii() and place.isdigit() and len(place) < 5):
        raise NotFound
    try:
        ask_again(
            actor=request.actor, remittance_id=remittance_id, seen_version=seen_version(request), claim=int(place)
        )
    except NotFound:
        raise
    except Refusal as refusal:
        return _remittance(request, remittance_id, refusal)
    return redirect("claims:remittance", remittance_id=remittance_id)


@require_POST
@screen("remits.post")
def post(request: OfficeRequest, remittance_id: UUID) -> HttpResponse:
    """Post a payment that was set aside, and go on to the next."""
    before = worklist.waiting(request.actor, Group.ASIDE)
    try:
        post_remittance(actor=request.actor, remittance_id=remittance_id, seen_version=seen_version(request))
    except NotFound:
        raise
    except Refusal as refusal:
        return _remittance(request, remittance_id, refusal)
    found = queries.remittance(remittance_id)
    messages.success(request, f"Payment {found.trace} of {found.payer} is posted: {found.amount}.")
    return _on(request, Group.ASIDE, before, remittance_id)


@require_POST
@screen("remits.post")
def give_back(request: OfficeRequest, remittance_id: UUID) -> HttpResponse:
    """Return a payment that cannot be posted to the payer, and go on to the next."""
    form, before = ReturnForm(request.POST), worklist.waiting(request.actor, Group.ASIDE)
    if form.is_valid():
        try:
            why, version = form.cleaned_data["why"], seen_version(request)
            return_remittance(actor=request.actor, remittance_id=remittance_id, seen_version=version, why=why)
        except NotFound:
            raise
        except Refusal as refusal:
            return _remittance(request, remittance_id, refusal, form)
        messages.success(request, "The payment is closed here. A corrected file of the payer comes as a new one.")
        return _on(request, Group.ASIDE, before, remittance_id)
    return _remittance(request, remittance_id, None, form)


@require_POST
@screen("claims.work")
def recheck(request: OfficeRequest, claim_id: UUID) -> HttpResponse:
    """Check a held claim again."""
    before = _listed(request)
    recheck_claim(actor=request.actor, claim_id=claim_id)
    return _after(request, before, claim_id)


@require_POST
@screen("claims.work")
def correct(request: OfficeRequest, claim_id: UUID) -> HttpResponse:
    """Make a corrected claim (or void it) from the records as they are now."""
    void = "void" in request.POST
    new_id = correct_claim(actor=request.actor, claim_id=claim_id, void=void)
    return redirect("claims:claim", claim_id=new_id)


@require_POST
@screen("claims.work")
def bill(request: OfficeRequest, claim_id: UUID) -> HttpResponse:
    """Bill the patient for what the insurance did not pay."""
    form, before = SettleForm(request.POST).offer(queries.open_of(claim_id), "b", BILL), _listed(request)
    if form.is_valid():
        with refusals_in(form):
            bill_patient(actor=request.actor, claim_id=claim_id, why=form.cleaned_data["why"], line_id=form.line_id)
            return _after(request, before, claim_id)
    return _claim(request, claim_id, bill=form)


@require_POST
@screen("claims.work")
def drop(request: OfficeRequest, claim_id: UUID) -> HttpResponse:
    """Write off what the insurance did not pay."""
    form, before = SettleForm(request.POST).offer(queries.open_of(claim_id), "w", WRITE_OFF), _listed(request)
    if form.is_valid():
        with refusals_in(form):
            write_off_denial(actor=request.actor, claim_id=claim_id, why=form.cleaned_data["why"], line_id=form.line_id)
            return _after(request, before, claim_id)
    return _claim(request, claim_id, drop=form)


@require_POST
@screen("claims.work")
def note(request: OfficeRequest, claim_id: UUID) -> HttpResponse:
    """Note what came of working on a claim."""
    form, before = NoteForm(request.POST), _listed(request)
    if form.is_valid():
        with refusals_in(form):
            note_outcome(actor=request.actor, claim_id=claim_id, **form.cleaned_data)
            return _after(request, before, claim_id)
    return _claim(request, claim_id, note=form)


BILL, WRITE_OFF = "bill the patient", "write off"


def _group(request: OfficeRequest) -> Group | None:
    """The group of the worklist somebody comes from, if one."""
    named = request.POST.get("from") or request.GET.get("from", "")
    return Group(named) if named in {group.value for group in Group} else None


def _listed(request: OfficeRequest) -> list[UUID]:
    """What waits in the group somebody works through, before it is acted on."""
    group = _group(request)
    return worklist.waiting(request.actor, group) if group else []


def _after(request: OfficeRequest, before: list[UUID], claim_id: UUID) -> HttpResponse:
    group = _group(request)
    return _on(request, group, before, claim_id) if group else redirect("claims:claim", claim_id=claim_id)


def _on(request: OfficeRequest, group: Group, before: list[UUID], done: UUID) -> HttpResponse:
    """To what waits next in the group; to the thing itself while it still waits; else to the empty group."""
    waits = worklist.waiting(request.actor, group)
    if done in waits:
        return redirect(_address(group, done))
    following = next_of(before, waits, done)
    return redirect(_address(group, following) if following else f"{reverse('claims:board')}?show={group.value}")


def _address(group: Group, thing: UUID) -> str:
    if group is Group.ASIDE:
        return reverse("claims:remittance", args=[thing])
    return f"{reverse('claims:claim', args=[thing])}?from={group.value}"


def _claim(request: OfficeRequest, claim_id: UUID, **filled: forms.Form) -> HttpResponse:
    found = queries.claim(claim_id)
    require(request.actor, "claims.read", found.patient_id, found.encounter_id)
    saw(request, [found.patient_id])
    decisions = queries.decisions_of(claim_id)
    lines = queries.open_of(claim_id, decisions)
    reasons = {(group, reason) for d in decisions for line in d.lines for group, reason, _ in line[3]}
    named = {
        ListKind.REASONS: sorted({code for _, code in reasons}),
        ListKind.REMARKS: sorted({remark for one in decisions for remark in one.remarks}),
    }
    texts = words_listed(named, max(one.date for one in decisions)) if decisions else {}
    group, listed = _group(request), _listed(request)
    following = next_of(listed, listed, claim_id) if group else None
    context = {
        "claim": found,
        "case": case(found.case_id) if found.case_id else None,
        "banner": banner(request.actor, found.patient_id),
        "decisions": decisions,
        "findings": queries.findings_of(claim_id),
        "reasons": [(code, carc_words(code), texts.get((ListKind.REASONS, code))) for code in named[ListKind.REASONS]],
        "groups": [(one, group_words(one)) for one in sorted({one for one, _ in reasons})],
        "remarks": [(code, texts.get((ListKind.REMARKS, code))) for code in named[ListKind.REMARKS]],
        "open": lines,
        "left": Money.total(line.open for line in lines),
        "billable": Money.total(line.billable for line in lines),
        "denied": worklist.denial_waits(claim_id),
        "bill": filled.get("bill") or SettleForm(auto_id="bill_%s").offer(lines, "b", BILL),
        "drop": filled.get("drop") or SettleForm(auto_id="drop_%s").offer(lines, "w", WRITE_OFF),
        "note": filled.get("note") or NoteForm(auto_id="note_%s"),
        "may_adjust": request.may("accounts.adjust"),
        "may_work": request.may("claims.work"),
        "from": group.value if group else "",
        "next": _address(group, following) if group and following else "",
        "place": listed.index(claim_id) + 1 if claim_id in listed else 0,
        "waiting": len(listed),
        "room": "claims",
    }
    return render(request, "claims/claim.html", context, status=422 if filled else 200)


def _remittance(
    request: OfficeRequest, remittance_id: UUID, refusal: Refusal | None = None, form: forms.Form | None = None
) -> HttpResponse:
    remit = queries.remittance(remittance_id)
    aside = queries.payment_set_aside(request.actor, remittance_id) if request.may("remits.post") else None
    decided = queries.decisions_in(remittance_id)
    claims = queries.claims_by_id(found.claim_id for found in decided)
    closed = kept(request.actor, "claims.read", {(one.patient_id, one.encounter_id) for one in claims.values()})
    shown = {one.id: (one.patient_id, one.encounter_id) not in closed for one in claims.values()}
    saw(request, {one.patient_id for one in claims.values() if shown[one.id]})
    findings = queries.remittance_findings(remittance_id)
    context = {
        "remit": remit,
        "decisions": [(found, claims[found.claim_id]) for found in decided if shown[found.claim_id]],
        "kept": sum(not shown[found.claim_id] for found in decided),
        "findings": list({one["words"]: one for one in findings if one["code"] != "candidate"}.values()),
        "moved": queries.adjustments_in(remittance_id),
        "apart": queries.not_ours_in(remittance_id),
        "refusal": refusal,
        "room": "claims",
    }
    status = refusal.status if refusal else 422 if form else 200
    if aside is None:
        return render(request, "claims/remittance.html", context, status=status)
    offered = {one.patient_id for claim in aside.claims for question in claim.questions for one in question.options}
    saw(request, {one for one in offered | {claim.patient_id for claim in aside.claims} if one})
    context |= {"aside": aside, "question": next(iter(aside.questions), None), "form": form or ReturnForm()}
    context["waiting"] = len(worklist.waiting(request.actor, Group.ASIDE))
    return render(request, "claims/aside.html", context, status=status)
