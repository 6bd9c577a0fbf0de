"""Screens of claims: by state, one claim with its story, remittances, one remittance."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from medoffice.kernel.money import Money
from medoffice.records.patients.api import banner, patients_by_id
from medoffice.revenue.claims import queries
from medoffice.revenue.claims.actions.correct_claim import correct_claim
from medoffice.revenue.claims.actions.fetch_files import fetch_files
from medoffice.revenue.claims.actions.post_remittance import post_remittance
from medoffice.revenue.claims.actions.recheck_claim import recheck_claim
from medoffice.revenue.claims.actions.send_claims import send_claims
from medoffice.revenue.claims.actions.transmit_files import transmit_files
from medoffice.revenue.claims.rules.telling import fetching_in_words, sending_in_words
from medoffice.revenue.claims.types import ClaimState
from medoffice.security.api import OfficeRequest, require, saw, screen
from medoffice.standards.terminology.api import carc_words

GROUPS: dict[str, tuple[ClaimState, ...]] = {
    "to do": (ClaimState.HELD, ClaimState.REJECTED, ClaimState.DENIED, ClaimState.REVERSED),
    "ready": (ClaimState.READY,),
    "waiting": (ClaimState.SENT, ClaimState.ACCEPTED),
    "decided": (ClaimState.PAID, ClaimState.REPLACED),
}


@screen("claims.read")
def board(request: OfficeRequest) -> HttpResponse:
    """Claims by where they stand; what a person must do comes first."""
    chosen = request.GET.get("show", "to do")
    found = queries.claims_in(request.actor, GROUPS.get(chosen, GROUPS["to do"]))
    people = patients_by_id({claim.patient_id for claim in found})
    saw(request, people)
    counts = queries.claim_counts()
    groups = [(name, sum(counts.get(state, 0) for state in states)) for name, states in GROUPS.items()]
    rows = [(claim, people[claim.patient_id].name.sorted_form) for claim in found]
    context = {"rows": rows, "groups": groups, "chosen": chosen, "total": Money.total(c.amount for c in found)}
    return render(request, "claims/board.html", {**context, "room": "claims"})


@screen("claims.read")
def claim(request: OfficeRequest, claim_id: UUID) -> HttpResponse:
    """One claim: its story, what the payer decided, what stands against it, what to do."""
    found = queries.claim(claim_id)
    require(request.actor, "claims.read", found.patient_id)
    saw(request, [found.patient_id])
    decisions = queries.decisions_of(claim_id)
    codes = {reason for d in decisions for line in d.lines for _, reason, _ in line[3]}
    context = {
        "claim": found,
        "banner": banner(request.actor, found.patient_id),
        "decisions": decisions,
        "findings": queries.findings_of(claim_id),
        "unpaid": queries.left_open(claim_id),
        "reasons": [(code, carc_words(code)) for code in sorted(codes)],
        "room": "claims",
    }
    return render(request, "claims/claim.html", context)


@require_POST
@screen("claims.work")
def send(request: OfficeRequest) -> HttpResponse:
    """Send everything that is ready."""
    written = send_claims.once(request.POST.get("once", ""), actor=request.actor)
    transmit_files(actor=request.actor)
    messages.success(request, sending_in_words(len(written)))
    return redirect(f"{reverse('claims:board')}?show=waiting" if written else "claims:board")


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
    """One payment advice: its decisions, or why it is not posted."""
    remit = queries.remittance(remittance_id)
    decided = queries.decisions_in(remittance_id)
    claims = queries.claims_by_id(found.claim_id for found in decided)
    decisions = [(found, claims[found.claim_id]) for found in decided]
    saw(request, {found.patient_id for found in claims.values()})
    findings = queries.remittance_findings(remittance_id)
    moved = queries.adjustments_in(remittance_id)
    context = {"remit": remit, "decisions": decisions, "findings": findings, "moved": moved, "room": "claims"}
    return render(request, "claims/remittance.html", context)


@require_POST
@screen("remits.post")
def post(request: OfficeRequest, remittance_id: UUID) -> HttpResponse:
    """Post a payment that was set aside."""
    post_remittance(actor=request.actor, remittance_id=remittance_id)
    return redirect("claims:remittance", remittance_id=remittance_id)


@require_POST
@screen("claims.work")
def recheck(request: OfficeRequest, claim_id: UUID) -> HttpResponse:
    """Check a held claim again."""
    recheck_claim(actor=request.actor, claim_id=claim_id)
    return redirect("claims:claim", claim_id=claim_id)


@require_POST
@screen("claims.work")
def correct(request: OfficeRequest, claim_id: UUID) -> HttpResponse:
    """Make a corrected claim (or void it) from the records as they are now."""
    void = "void" in request.POST
    new_id = correct_claim.once(request.POST.get("once", ""), actor=request.actor, claim_id=claim_id, void=void)
    return redirect("claims:claim", claim_id=new_id)
