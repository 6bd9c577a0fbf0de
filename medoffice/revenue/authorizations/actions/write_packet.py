"""Write what goes with a request to a payer."""

from dataclasses import replace
from uuid import UUID

from medoffice.clinic.prescriptions.api import prescription
from medoffice.kernel.codec import from_json, to_json
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.revenue.authorizations.actions.rows import held, note, saved, stands
from medoffice.revenue.authorizations.models import Authorization
from medoffice.revenue.authorizations.queries.pieces import hidden_of, pieces_of
from medoffice.revenue.authorizations.rules.clocks import TO_WORK_ON
from medoffice.revenue.authorizations.types import Draft, State
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("authorizations.prepare")
def write_packet(*, actor: Actor, authorization_id: UUID, draft: Draft, seen_version: int) -> None:
    """What of the chart goes, what is answered, to whom, how soon. It waits for a prescriber's signature, once more if

    the payer asked for more; after a denial it is an appeal. Pieces that were chosen before and that the writer may not
    see stay, and with them the answers. Raises NotFound, Conflict, Invalid for nobody it goes to, Refusal where it is
    with the payer or decided.
    """
    row = held(actor, authorization_id, "authorizations.prepare", seen_version)
    state = State(row.state)
    if state not in (State.PREPARED, State.SIGNED, *TO_WORK_ON):
        raise Refusal("packet-gone", f"{row.number} is {row.state}; what went stays.", "Note what the payer answers.")
    if not draft.to_name.strip():
        raise Invalid("nobody", "Say to whom it goes.", "", {"fields": {"to_name": ["This is needed."]}})
    row.draft = to_json(_with_hidden(actor, row, draft), Draft)
    row.appeal = row.appeal or state is State.DENIED
    if state is State.PREPARED:
        saved(actor, row)
        note(actor, row, "changed")
    else:
        stands(actor, row, State.PREPARED, "as an appeal" if row.appeal else "written anew")
    record("authorization", row.id, subjects=[row.patient_id], pieces=len(draft.chosen))


def _with_hidden(actor: Actor, row: Authorization, draft: Draft) -> Draft:
    before, given = from_json(row.draft, Draft), prescription(actor, row.prescription_id)
    hidden = hidden_of(before, given, pieces_of(actor, given))
    if not hidden:
        return draft
    return replace(draft, chosen=tuple(dict.fromkeys((*draft.chosen, *hidden))), answers=before.answers)
