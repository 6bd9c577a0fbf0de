"""Make the charges of a visit from its codes."""

from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.facts import publish
from medoffice.kernel.money import Money
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import next_number
from medoffice.records.coverage.api import coverages_on
from medoffice.records.encounters.api import encounter
from medoffice.records.encounters.types import Encounter
from medoffice.revenue.billing.actions._applying import apply_credit
from medoffice.revenue.billing.actions._recording import Change, record_changes
from medoffice.revenue.billing.models import Charge
from medoffice.revenue.billing.queries import fee
from medoffice.revenue.billing.types import ChargesCaptured, EventKind
from medoffice.revenue.coding.api import coded, finish_coding
from medoffice.revenue.coding.types import CodedService
from medoffice.revenue.ledger.types import Account
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("charges.capture")
def capture_charges(*, actor: Actor, encounter_id: UUID) -> list[UUID]:
    """Release the codes and charge each service its fee on the date of service; the same charges if made already.

    The insurance owes them; a patient without insurance on that date owes them directly. Raises Refusal while the
    coding is not complete or a fee is missing (naming the code).
    """
    visit = encounter(encounter_id)
    require(actor, "charges.capture", visit.patient_id)
    made = list(Charge.objects.filter(encounter_id=encounter_id).order_by("id").values_list("id", flat=True))
    if made:
        return made
    codes = coded(encounter_id)
    if codes is None:
        raise Refusal("not-coded", "This visit is not coded yet.", "Code it first.")
    if not codes.finished:
        finish_coding(actor=actor, coding_id=codes.id)
    insured = bool(coverages_on(visit.patient_id, visit.date))
    charges = [_charge(actor, visit, service, insured=insured) for service in codes.services]
    if not insured:
        apply_credit(actor, visit.patient_id, visit.date, Ref("encounter", visit.id))
    publish(ChargesCaptured(visit.id, visit.patient_id), subject=visit.id)
    record("encounter", visit.id, subjects=[visit.patient_id], charges=len(charges))
    return charges


def _charge(actor: Actor, visit: Encounter, service: CodedService, *, insured: bool) -> UUID:
    price = fee(service.code, visit.date)
    if price is None:
        words = f"There is no fee for {service.code} ({service.words}) on {visit.date:%m/%d/%Y}."
        raise Refusal("fee-missing", words, "Set the fee, then release the codes again.")
    amount = price * service.units
    row = Charge.objects.create(
        number=next_number("X"),
        encounter_id=visit.id,
        patient_id=visit.patient_id,
        provider_id=visit.provider_id,
        site_id=visit.site_id,
        coded_service_id=service.id,
        date=visit.date,
        code=service.code,
        words=service.words,
        modifiers=list(service.modifiers),
        units=service.units,
        amount_cents=amount.cents,
        captured_at=clock.now(),
    )
    change = Change(
        EventKind.CHARGE,
        visit.patient_id,
        f"{service.code} {service.words}",
        against=Account.SERVICE_REVENUE,
        charge_id=row.id,
        insurance=amount if insured else Money(),
        patient=Money() if insured else amount,
    )
    record_changes(actor, visit.date, f"Charge {row.number}: {service.words}", Ref("charge", row.id), [change])
    return row.id
