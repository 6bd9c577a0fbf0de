"""Make the charges of a visit from its codes."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from medoffice.clinic.charting.api import note_of
from medoffice.front_office.check_in.api import arrival_of
from medoffice.kernel import clock
from medoffice.kernel.facts import publish
from medoffice.kernel.money import Money
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import next_number
from medoffice.records.coverage.api import coverages_on
from medoffice.records.encounters.api import encounter
from medoffice.records.encounters.types import Encounter
from medoffice.revenue.billing.actions.applying import apply_credit
from medoffice.revenue.billing.actions.recording import office_today, record_changes, wait_for_turn
from medoffice.revenue.billing.actions.rows import charge_row, charge_words, charged
from medoffice.revenue.billing.models import Charge
from medoffice.revenue.billing.queries.charges import fee
from medoffice.revenue.billing.types import ChargesCaptured
from medoffice.revenue.coding.api import coded, finish_coding
from medoffice.revenue.coding.types import CodedService
from medoffice.security.api import action, hold_labels, labelled, record, require
from medoffice.security.types import Actor, Label


@action("charges.capture")
def capture_charges(*, actor: Actor, encounter_id: UUID) -> list[UUID]:
    """Release the codes and charge each service its fee on the date of service; the same charges if made already.

    The insurance owes them; a patient without insurance on that date owes them directly. They are posted today, for the
    day of the visit may be closed. Raises Refusal while the note is unsigned, the coding incomplete or a fee missing
    (naming the codes).
    """
    visit = encounter(encounter_id)
    require(actor, "charges.capture", visit.patient_id)
    wait_for_turn()
    made = list(Charge.objects.filter(encounter_id=encounter_id).order_by("id").values_list("id", flat=True))
    if made:
        return made
    codes = coded(encounter_id)
    if codes is None:
        raise _not_coded(encounter_id)
    if not codes.finished:
        finish_coding(actor=actor, coding_id=codes.id)
    today, insured = office_today(), _insured(actor, visit)
    charges = [
        _charge(actor, visit, service, price * service.units, insured=insured, today=today)
        for service, price in _priced(codes.services, visit.date)
    ]
    if not insured:
        apply_credit(actor, visit.patient_id, today, Ref("encounter", visit.id))
    publish(ChargesCaptured(visit.id, visit.patient_id), subject=visit.id)
    record("encounter", visit.id, subjects=[visit.patient_id], charges=len(charges))
    return charges


def _insured(actor: Actor, visit: Encounter) -> bool:
    """Whether another owes the charges: a case, or an insurance from which the patient does not keep the visit."""
    arrived = arrival_of(visit.id)
    if arrived is not None and arrived.case_id is not None:
        return True
    hold_labels()
    if (visit.patient_id, visit.id) in labelled([visit.id], Label.RESTRICTED):
        return False
    return bool(coverages_on(visit.patient_id, visit.date))


def _not_coded(encounter_id: UUID) -> Refusal:
    written = note_of(encounter_id)
    if written is None or not written.signed:
        return Refusal("note-unsigned", "The note of this visit is not signed yet.", "Ask the provider to sign it.")
    return Refusal("not-coded", "This visit is not coded yet.", "Code it first.")


def _priced(services: Sequence[CodedService], on: date) -> list[tuple[CodedService, Money]]:
    """Each service with its fee on the date of service. Raises Refusal naming every code that has none."""
    prices = {service.code: fee(service.code, on) for service in services}
    missing = [f"{service.code} ({service.words})" for service in services if prices[service.code] is None]
    if missing:
        words = f"There is no fee for {', '.join(dict.fromkeys(missing))} on {on:%m/%d/%Y}."
        raise Refusal("fee-missing", words, "Set the fee, then release the codes again.")
    return [(service, price) for service in services if (price := prices[service.code]) is not None]


def _charge(
    actor: Actor, visit: Encounter, service: CodedService, amount: Money, *, insured: bool, today: date
) -> UUID:
    row = charge_row(
        number=next_number("X"),
        encounter_id=visit.id,
        patient_id=visit.patient_id,
        provider_id=visit.provider_id,
        site_id=visit.site_id,
        on=visit.date,
        service=service,
        amount=amount,
        at=clock.now(),
    )
    row.save(force_insert=True)
    record_changes(actor, today, charge_words(row), Ref("charge", row.id), [charged(row, insured=insured)])
    return row.id
