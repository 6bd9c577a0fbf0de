"""Put a payer's number on a prescription."""

from dataclasses import replace
from uuid import UUID

from medoffice.clinic.prescriptions.api import change_prescription, prescription
from medoffice.kernel.refusals import Refusal
from medoffice.practice.api import today_here
from medoffice.records.coverage.api import coverages_on
from medoffice.revenue.authorizations.actions.rows import held, note
from medoffice.revenue.authorizations.queries.authorizations import to_authorization
from medoffice.revenue.authorizations.rules.matching import words_in
from medoffice.revenue.authorizations.rules.wording import number_words
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("authorizations.prepare")
def put_on_prescription(*, actor: Actor, authorization_id: UUID, prescription_id: UUID, seen_version: int) -> None:
    """The number of an approval that holds goes to the pharmacist with a prescription of the same medicine.

    Raises NotFound, Refusal where it does not hold, is of another medicine or patient or of a policy that is no longer
    in force, and whatever keeps a prescription from being changed.
    """
    row = held(actor, authorization_id, "authorizations.prepare")
    one, given = to_authorization(row), prescription(actor, prescription_id, "prescriptions.prepare")
    same = given.patient_id == one.patient_id and words_in(given.says.medicine) == words_in(one.medicine)
    in_force = any(each.id == one.policy_id for each in coverages_on(one.patient_id, today_here()))
    if not same or not in_force or not one.holds_on(today_here()) or one.approved is None:
        raise Refusal("not-allowed-for", f"{row.number} does not hold for {given.number}.", "Ask the payer for it.")
    words = number_words(one.approved)
    if words in given.says.to_pharmacist:
        return
    told = ". ".join(filter(None, (given.says.to_pharmacist.strip().rstrip("."), words)))
    change_prescription(
        actor=actor, prescription_id=given.id, says=replace(given.says, to_pharmacist=told), seen_version=seen_version
    )
    note(actor, row, "number given", given.number)
    record("authorization", row.id, subjects=[row.patient_id])
