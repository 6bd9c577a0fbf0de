"""Ask for the signature a letter needs."""

from uuid import UUID

from medoffice.front_office.letters.actions.rows import held_letter, refuse_findings, refuse_unless
from medoffice.front_office.letters.actions.write_dictated import KIND
from medoffice.front_office.letters.queries.letters import shown, to_letter
from medoffice.front_office.letters.types.letters import LetterState
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, open_work, staff_member
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("letters.write")
def ask_signature(*, actor: Actor, letter_id: UUID) -> None:
    """The letter is whole and waits for its provider, who finds it among their work. Its words stay as they are now.

    Raises Refusal with what stands against it.
    """
    row = held_letter(actor, letter_id)
    refuse_unless(row, LetterState.DRAFT)
    reads = shown(actor, to_letter(row))
    refuse_findings(reads.findings)
    signer = staff_member(row.signer_id) if row.signed and row.signer_id else None
    if signer is None:
        raise Refusal("needs-no-signature", "Nobody has to sign this letter.", "Send it.")
    row.words, row.state = reads.text, LetterState.TO_SIGN
    row.save(update_fields=["words", "state"])
    ref = Ref("letter", row.id)
    finish_work_about(actor=actor, ref=ref, outcome="addressed", kind=KIND)
    open_work(
        actor=actor, kind="letter-to-sign", title=f"Sign {row.number}: {row.title}", ref=ref, patient_id=row.patient_id,
        visit_id=row.encounter_id, owner_id=signer.user_id, key=str(row.id),
    )  # fmt: skip
    record("letter", row.id, subjects=[row.patient_id])
