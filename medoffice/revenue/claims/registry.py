"""What claims offer to later rooms: their kinds of work, their place in the chain; their history tables."""

from uuid import UUID

from django.urls import reverse
from django.utils.timezone import get_current_timezone

from medoffice.front_office.check_in.api import register_risks
from medoffice.kernel.facts import Delivery, listen
from medoffice.kernel.refusals import NotFound
from medoffice.kernel.trace import Ref, Step, finders, register_effects, tracers
from medoffice.kernel.worlds.grants import register_append_only
from medoffice.kernel.worlds.reports import register_report
from medoffice.practice.api import register_work_kind
from medoffice.practice.types import WorkKind
from medoffice.revenue.billing.types import ChargesCaptured
from medoffice.revenue.claims.actions.heed_label import heed_label
from medoffice.revenue.claims.actions.prepare_claims import prepare_claims
from medoffice.revenue.claims.queries import claims as queries
from medoffice.revenue.claims.views.claims import desk_panel, desk_risks
from medoffice.revenue.claims.views.supposing import suppose_panel
from medoffice.revenue.coding.api import register_voided
from medoffice.revenue.ledger.api import entries_for
from medoffice.security.types import PROGRAM, LabelsChanged, Role
from medoffice.ui.navigation import Command, NavItem, register_command, register_navigation
from medoffice.ui.panels import register_panel

register_append_only("claim_event")
register_append_only("remit_decision")
register_append_only("remit_decision_line")
register_append_only("remit_provider_adjustment")
register_append_only("remit_not_ours")
register_append_only("claim_settlement")
register_report(
    "claims_by_state",
    "The claims of a payer in each state: how many, since which date of service, in cents",
    "SELECT p.name AS payer, c.state, count(*) AS claims, min(c.date) AS oldest_service,"
    " sum(c.amount_cents)::bigint AS amount_cents, sum(c.paid_cents)::bigint AS paid_cents"
    " FROM public.claim c JOIN report.payer p ON p.id = c.payer_id GROUP BY 1, 2",
)


def _claim_url(ref: Ref) -> str:
    return reverse("claims:claim", args=[ref.id])


def _remittance_url(ref: Ref) -> str:
    return reverse("claims:remittance", args=[ref.id])


def _files_url(ref: Ref) -> str:
    return reverse("claims:remittances") + f"#{ref.id}"


def _case_url(ref: Ref) -> str:
    return reverse("desks:follow", args=["encounter", ref.id])


def _board_url(ref: Ref) -> str:
    return reverse("claims:board") + f"#{ref.id}"


def _trace_claim(claim_id: UUID) -> Step | None:
    try:
        found = queries.claim(claim_id)
    except NotFound:
        return None
    zone = get_current_timezone()
    return Step(
        ref=Ref("claim", found.id),
        stage="claim",
        title=f"Claim {found.number}",
        words=f"to {found.payer}, {found.state.value}",
        causes=tuple(Ref("charge", line.charge_id) for line in found.lines),
        at=found.events[0].at if found.events else None,
        amount=found.amount,
        url=_claim_url(Ref("claim", found.id)),
        details=tuple((f"{event.at.astimezone(zone):%m/%d/%Y}", event.words) for event in found.events),
        subject=found.patient_id,
        opens="claims.read",
        visit=found.encounter_id,
    )


def _trace_decision(decision_id: UUID) -> Step | None:
    try:
        found = queries.decision(decision_id)
    except NotFound:
        return None
    details = tuple(
        (f"{code} {charge}", ", ".join([f"paid {paid}", *(f"{g} {r} {m}" for g, r, m in reasons)]))
        for code, charge, paid, reasons in found.lines
    )
    of = queries.claim(found.claim_id)
    return Step(
        ref=Ref("remit_decision", found.id),
        stage="payment",
        title=f"Payer's decision in payment {found.trace}",
        words=f"paid {found.paid} of {found.charge}, patient's share {found.patient}",
        causes=(Ref("claim", found.claim_id), Ref("remittance", found.remittance_id)),
        amount=found.paid,
        url=_remittance_url(Ref("remittance", found.remittance_id)),
        details=details,
        subject=of.patient_id,
        opens="claims.read",
        visit=of.encounter_id,
    )


def _trace_remittance(remittance_id: UUID) -> Step | None:
    try:
        found = queries.remittance(remittance_id)
    except NotFound:
        return None
    return Step(
        ref=Ref("remittance", found.id),
        stage="payment",
        title=f"Payment {found.trace}",
        words=f"{found.payer}, {found.date:%m/%d/%Y}, {'posted' if found.posted_at else found.state.value}",
        at=found.posted_at,
        amount=found.amount,
        url=_remittance_url(Ref("remittance", found.id)),
        details=(("claims decided", str(found.claims)), ("how", found.method)),
    )


def _trace_adjustment(adjustment_id: UUID) -> Step | None:
    found = queries.provider_adjustment(adjustment_id)
    if found is None:
        return None
    return Step(
        ref=Ref("provider_adjustment", adjustment_id),
        stage="payment",
        title="Money moved outside any claim",
        words=f"{found.reason} {found.reference}".strip(),
        causes=(Ref("remittance", found.remittance_id),),
        amount=-found.amount,
        url=_remittance_url(Ref("remittance", found.remittance_id)),
    )


def _trace_not_ours(found_id: UUID) -> Step | None:
    found = queries.not_ours(found_id)
    if found is None:
        return None
    return Step(
        ref=Ref("not_ours", found_id),
        stage="payment",
        title="Money for a claim that could not be read" if found.unread else "Money that is not ours",
        words=f"for claim {found.theirs or '(blank)'}, says {found.by}",
        causes=(Ref("remittance", found.remittance_id),),
        amount=found.amount,
        url=_remittance_url(Ref("remittance", found.remittance_id)),
    )


def _of_remittance(remittance_id: UUID) -> list[Ref]:
    decisions = [Ref("remit_decision", found.id) for found in queries.decisions_in(remittance_id)]
    moved = [Ref("provider_adjustment", found.id) for found in queries.adjustments_in(remittance_id)]
    return [*decisions, *moved, *(Ref("not_ours", found.id) for found in queries.not_ours_in(remittance_id))]


def _entries_of_not_ours(found_id: UUID) -> list[Ref]:
    return [Ref("journal_entry", posted.id) for posted in entries_for(Ref("not_ours", found_id))]


def _not_ours_url(ref: Ref) -> str:
    found = queries.not_ours(ref.id)
    return _remittance_url(Ref("remittance", found.remittance_id)) if found else reverse("claims:remittances")


def _entries_of_adjustment(adjustment_id: UUID) -> list[Ref]:
    return [Ref("journal_entry", posted.id) for posted in entries_for(Ref("provider_adjustment", adjustment_id))]


def _find_remittance(text: str) -> Ref | None:
    found = queries.remittance_traced(text)
    return Ref("remittance", found) if found else None


def _adjustment_url(ref: Ref) -> str:
    found = queries.provider_adjustment(ref.id)
    return _remittance_url(Ref("remittance", found.remittance_id)) if found else reverse("claims:remittances")


def _of_charge(charge_id: UUID) -> list[Ref]:
    return [Ref("claim", found) for found in queries.claims_of_charge(charge_id)]


def _of_claim(claim_id: UUID) -> list[Ref]:
    return [Ref("remit_decision", found.id) for found in queries.decisions_of(claim_id)]


def _entries_of_decision(decision_id: UUID) -> list[Ref]:
    return [Ref("journal_entry", posted.id) for posted in entries_for(Ref("remit_decision", decision_id))]


def _find(text: str) -> Ref | None:
    found = queries.claim_numbered(text.upper())
    return Ref("claim", found) if found else None


def _charges_captured(delivery: Delivery) -> None:
    prepare_claims(actor=PROGRAM, encounter_id=delivery.fact.encounter_id)


def _labels_changed(delivery: Delivery) -> None:
    heed_label(actor=PROGRAM, things=list(delivery.fact.things))


tracers.register("claim", _trace_claim)
tracers.register("remit_decision", _trace_decision)
tracers.register("remittance", _trace_remittance)
tracers.register("provider_adjustment", _trace_adjustment)
tracers.register("not_ours", _trace_not_ours)
finders.register("claim", _find)
finders.register("remittance", _find_remittance)
register_effects("charge", _of_charge)
register_effects("claim", _of_claim)
register_effects("remit_decision", _entries_of_decision)
register_effects("remittance", _of_remittance)
register_effects("provider_adjustment", _entries_of_adjustment)
register_effects("not_ours", _entries_of_not_ours)
listen(ChargesCaptured, _charges_captured)
listen(LabelsChanged, _labels_changed)
register_work_kind(WorkKind("case-billing", "case to bill", Role.BILLER, 72, _case_url))
register_work_kind(WorkKind("claim-held", "claim held", Role.BILLER, 24, _claim_url))
register_work_kind(WorkKind("claim-rejected", "claim rejected", Role.BILLER, 24, _claim_url))
register_work_kind(WorkKind("claim-overdue", "claim overdue", Role.BILLER, 48, _claim_url))
register_work_kind(WorkKind("denial", "denial", Role.BILLER, 72, _claim_url))
register_work_kind(WorkKind("remit-quarantined", "payment not posted", Role.BILLER, 24, _remittance_url))
register_work_kind(WorkKind("second-payer", "second payer told otherwise", Role.BILLER, 72, _claim_url))
register_work_kind(WorkKind("payer-recovery", "money moved by a payer", Role.BILLER, 72, _adjustment_url))
register_work_kind(WorkKind("remit-unread", "claim of a payment not read", Role.BILLER, 72, _not_ours_url))
register_work_kind(WorkKind("not-ours", "money that is not ours", Role.BILLER, 72, _not_ours_url))
register_work_kind(WorkKind("file-errors", "file taken with errors", Role.BILLER, 48, _board_url))
register_work_kind(WorkKind("door-shut", "clearinghouse not reached", Role.BILLER, 8, _board_url))
register_work_kind(WorkKind("file-quarantined", "file not taken in", Role.BILLER, 24, _files_url))
register_risks("came back", desk_risks)
register_voided("claims", queries.voided)
register_panel("check-in", desk_panel)
register_panel("coding a visit", suppose_panel)
register_navigation(NavItem("claims", "Claims", "claims:board", "claims.read", 50))
register_command(Command("Remittances", "claims:remittances", "claims.read"))
