"""What billing offers to later rooms: its fact, its place in the chain; its tables are history."""

from uuid import UUID

from django.urls import reverse

from medoffice.kernel.facts import fact
from medoffice.kernel.refusals import NotFound
from medoffice.kernel.trace import Ref, Step, finders, register_effects, tracers
from medoffice.kernel.worlds.grants import register_append_only
from medoffice.revenue.billing import queries
from medoffice.revenue.billing.types import ChargesCaptured
from medoffice.revenue.ledger.api import entries_for
from medoffice.ui.navigation import Command, register_command

fact(ChargesCaptured)
for table in ("charge", "account_event", "receipt", "statement"):
    register_append_only(table)
register_command(Command("Fee schedule", "billing:fees", "billing.read"))


def _trace_charge(charge_id: UUID) -> Step | None:
    try:
        found = queries.charge(charge_id)
    except NotFound:
        return None
    events = queries.events_of_charge(charge_id)
    story = tuple((event.words, str(event.insurance + event.patient)) for event in events)
    return Step(
        ref=Ref("charge", found.id),
        stage="charge",
        title=f"Charge {found.number}",
        words=f"{found.code} {found.words}, {found.date:%m/%d/%Y}",
        causes=(Ref("code_service", found.coded_service_id),),
        amount=found.amount,
        url=reverse("billing:account", args=[found.patient_id]),
        details=(
            *story,
            ("open with insurance", str(found.insurance_balance)),
            ("open with patient", str(found.patient_balance)),
        ),
        subject=found.patient_id,
    )


def _trace_receipt(receipt_id: UUID) -> Step | None:
    try:
        found = queries.receipt(receipt_id)
    except NotFound:
        return None
    return Step(
        ref=Ref("receipt", found.id),
        stage="payment",
        title=f"Receipt {found.number}",
        words=f"{'Copay' if found.copay else 'Payment'} by {found.method}",
        causes=(Ref("encounter", found.encounter_id),) if found.encounter_id else (),
        at=found.at,
        who=found.by,
        amount=found.amount,
        url=reverse("billing:receipt", args=[found.id]),
        subject=found.patient_id,
    )


def _of_service(service_id: UUID) -> list[Ref]:
    found = queries.charge_of_service(service_id)
    return [Ref("charge", found)] if found else []


def _entries(kind: str) -> None:
    """Things of this kind cause ledger entries."""
    register_effects(
        kind, lambda cause_id: [Ref("journal_entry", posted.id) for posted in entries_for(Ref(kind, cause_id))]
    )


def _of_visit(encounter_id: UUID) -> list[Ref]:
    return [Ref("receipt", taken.id) for taken in queries.receipts_of_visit(encounter_id)]


def _find_charge(text: str) -> Ref | None:
    found = queries.charge_numbered(text.upper())
    return Ref("charge", found) if found else None


def _find_receipt(text: str) -> Ref | None:
    found = queries.receipt_numbered(text.upper())
    return Ref("receipt", found) if found else None


tracers.register("charge", _trace_charge)
tracers.register("receipt", _trace_receipt)
finders.register("charge", _find_charge)
finders.register("receipt", _find_receipt)
register_effects("code_service", _of_service)
register_effects("encounter", _of_visit)
_entries("charge")
_entries("receipt")
