"""Write what goes with a request to a payer."""

from uuid import UUID

from medoffice.kernel.codec import to_json
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.revenue.authorizations.actions.rows import held, note, saved, stands
from medoffice.revenue.authorizations.rules.clocks import TO_WORK_ON
from medoffice.revenue.authorizations.types import Draft, State
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("authorizations.prepare")
def write_packet(*, actor: Actor, authorization_id: UUID, draft: Draft, seen_version: int) -> None:
    """What of the chart goes, what is answered, to whom, how soon. It waits for a prescriber's signature, once more if

    the payer asked for more; after a denial it is an appeal. Raises NotFound, Conflict, Invalid for nobody it goes to,
    Refusal where it is with the payer or decided.
    """
    row = held(actor, authorization_id, "authorizations.prepare", seen_version)
    state = State(row.state)
    if state not in (State.PREPARED, State.SIGNED, *TO_WORK_ON):
        raise Refusal("packet-gone", f"{row.number} is {row.state}; what went stays.", "Note what the payer answers.")
    if not draft.to_name.strip():
        raise Invalid("nobody", "Say to whom it goes.", "", {"fields": {"to_name": ["This is needed."]}})
    row.draft = to_json(draft, Draft)
    row.appeal = row.appeal or state is State.DENIED
    if state is State.PREPARED:
        saved(actor, row)
        note(actor, row, "changed")
    else:
        stands(actor, row, State.PREPARED, "as an appeal" if row.appeal else "written anew")
    record("authorization", row.id, subjects=[row.patient_id], pieces=len(draft.chosen))
