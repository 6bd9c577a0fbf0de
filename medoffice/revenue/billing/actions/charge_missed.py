"""Put the fee for a missed visit on the patient's account."""

from uuid import UUID
from zoneinfo import ZoneInfo

from medoffice.front_office.scheduling.api import appointment
from medoffice.front_office.scheduling.types import AppointmentState
from medoffice.kernel import clock
from medoffice.kernel.money import Money
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import next_number, site
from medoffice.revenue.billing.actions.applying import apply_credit
from medoffice.revenue.billing.actions.recording import office_today, record_changes, wait_for_turn
from medoffice.revenue.billing.actions.rows import charge_words, fee_change, fee_row
from medoffice.revenue.billing.queries.charges import fee_of_missed
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor

_WORDS = {AppointmentState.NO_SHOW: "Missed visit", AppointmentState.LATE_CANCEL: "Late cancellation"}


@action("charges.missed")
def charge_missed(*, actor: Actor, appointment_id: UUID, amount: Money) -> UUID:
    """Charge it to the patient, never to a payer; the same charge if it was made already.

    It bears the day of the visit and is posted today. Money held for the patient is put on it. Raises Refusal for a
    visit that was neither missed nor cancelled late.
    """
    visit = appointment(appointment_id)
    require(actor, "charges.missed", visit.patient_id)
    wait_for_turn()
    made = fee_of_missed(appointment_id)
    if made is not None:
        return made
    if visit.state not in _WORDS:
        raise Refusal("not-missed", f"Visit {visit.number} was not missed.", "Look at the visit.")
    row = fee_row(
        number=next_number("X"),
        appointment_id=visit.id,
        patient_id=visit.patient_id,
        provider_id=visit.provider_id,
        site_id=visit.site_id,
        on=visit.starts.astimezone(ZoneInfo(site(visit.site_id).zone)).date(),
        words=_WORDS[visit.state],
        amount=amount,
        at=clock.now(),
    )
    row.save(force_insert=True)
    cause, today = Ref("charge", row.id), office_today()
    change = fee_change(row.id, visit.patient_id, f"{row.words}, {row.date:%m/%d/%Y}", amount)
    record_changes(actor, today, charge_words(row), cause, [change])
    apply_credit(actor, visit.patient_id, today, cause)
    record("charge", row.id, subjects=[visit.patient_id], cents=amount.cents)
    return row.id
