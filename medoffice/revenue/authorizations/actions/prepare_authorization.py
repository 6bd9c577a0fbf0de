"""Prepare a request to a payer about a prescription."""

from uuid import UUID

from medoffice.clinic.prescriptions.api import prescription
from medoffice.clinic.prescriptions.types.prescribing import State as Prescribing
from medoffice.kernel import clock
from medoffice.kernel.codec import to_json
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.kernel.rows import new_row
from medoffice.practice.api import next_number, today_here
from medoffice.records.coverage.api import coverages_on
from medoffice.revenue.authorizations.actions.rows import stands
from medoffice.revenue.authorizations.models import Authorization
from medoffice.revenue.authorizations.queries.pieces import pieces_of
from medoffice.revenue.authorizations.types import Draft, State
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("authorizations.prepare")
def prepare_authorization(*, actor: Actor, prescription_id: UUID, policy_id: UUID) -> UUID:
    """Begin it, with what of the chart is usually asked for; it waits for a prescriber. One that is open is given back.

    Raises NotFound, Refusal for a prescription that ended or was withdrawn, and for a policy that is not in force.
    """
    given = prescription(actor, prescription_id, "prescriptions.read")
    require(actor, "authorizations.prepare", given.patient_id, given.encounter_id)
    if given.state not in (Prescribing.PREPARED, Prescribing.SIGNED):
        raise Refusal("not-prescribed", f"{given.number} is {given.state}.", "Prescribe it anew, then ask.")
    policy = next((one for one in coverages_on(given.patient_id, today_here()) if one.id == policy_id), None)
    if policy is None:
        raise NotFound
    there = Authorization.objects.filter(prescription_id=given.id, policy_id=policy.id, due_on__isnull=False).first()
    if there is not None:
        return there.id
    usual = tuple(one.key for one in pieces_of(actor, given) if one.usual)
    row = new_row(
        Authorization,
        number=next_number("PA"),
        patient_id=given.patient_id,
        encounter_id=given.encounter_id,
        prescription_id=given.id,
        policy_id=policy.id,
        medicine=given.says.medicine,
        state=State.PREPARED.value,
        due_on=today_here(),
        draft=to_json(Draft(chosen=usual, to_name=policy.payer_name), Draft),
        prepared_by=actor.name,
        prepared_at=clock.now(),
    )
    row.save(force_insert=True)
    stands(actor, row, State.PREPARED, f"{given.number} under {policy.payer_name}")
    record("authorization", row.id, subjects=[row.patient_id])
    return row.id
