"""Sign a letter."""

from uuid import UUID

from medoffice.front_office.letters.actions.rows import held_letter, refuse_findings, refuse_unless
from medoffice.front_office.letters.actions.write_dictated import KIND
from medoffice.front_office.letters.queries.letters import shown, to_letter
from medoffice.front_office.letters.queries.merging import with_credentials
from medoffice.front_office.letters.types.letters import LetterState
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, open_work, staff_of_user
from medoffice.security.api import action, record, role_is_held
from medoffice.security.types import Actor, Role


@action("letters.sign")
def sign_letter(*, actor: Actor, letter_id: UUID) -> None:
    """The provider whose letter it is signs it as it reads; whoever sends letters finds it among their work.

    A provider signs their own draft at once. Raises Refusal for another's letter.
    """
    row = held_letter(actor, letter_id, "letters.sign")
    refuse_unless(row, LetterState.DRAFT, LetterState.TO_SIGN)
    signer = staff_of_user(actor.id)
    if signer is None or signer.id != row.signer_id:
        raise Refusal("not-the-signer", "Another provider signs this letter.", "Only they can, or it is changed first.")
    reads = shown(actor, to_letter(row))
    refuse_findings(reads.findings)
    row.words, row.state = reads.text, LetterState.READY
    row.signed_by, row.signed_at = with_credentials(signer), clock.now()
    row.save(update_fields=["words", "state", "signed_by", "signed_at"])
    ref = Ref("letter", row.id)
    for kind in ("letter-to-sign", KIND):
        finish_work_about(actor=actor, ref=ref, outcome="signed", kind=kind)
    queue = Role.SECRETARY if role_is_held(Role.SECRETARY) else Role.RECEPTIONIST
    open_work(
        actor=actor, kind="letter-signed", title=f"Send {row.number}: {row.title}", ref=ref, patient_id=row.patient_id,
        visit_id=row.encounter_id, queue=queue, key=str(row.id),
    )  # fmt: skip
    record("letter", row.id, subjects=[row.patient_id])
