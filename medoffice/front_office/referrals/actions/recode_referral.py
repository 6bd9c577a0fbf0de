"""Put another diagnosis code into a referral that has not gone out."""

from uuid import UUID

from medoffice.front_office.letters.api import ask_signature, change_letter, letter, reopen_letter, sign_letter
from medoffice.front_office.letters.types.letters import Letter, LetterState
from medoffice.front_office.referrals.actions.rows import held, note
from medoffice.front_office.referrals.types import Direction, State
from medoffice.kernel.refusals import Refusal
from medoffice.practice.api import staff_of_user
from medoffice.security.api import action, record
from medoffice.security.types import Actor
from medoffice.standards.terminology.api import codes_in, recoded


@action("referrals.make")
def recode_referral(*, actor: Actor, referral_id: UUID, old: str, new: str) -> None:
    """It and its letter say the new code. A letter that is signed only its signer changes, and signs anew.

    Raises NotFound, Refusal for what has gone out, came from outside, or says another code by now.
    """
    row = held(actor, referral_id, "referrals.make")
    if row.state != State.TO_SEND or row.direction != Direction.OUT:
        raise Refusal("out-already", f"{row.number} is {row.state}: what it asks stays.", "Tell whom it went to.")
    if old not in codes_in(row.diagnosis):
        raise Refusal("changed-meanwhile", f"{row.number} no longer says {old}.", "Open the update again.")
    signed = _recode_letter(actor, letter(actor, row.letter_id), old, new) if row.letter_id else False
    row.diagnosis = recoded(row.diagnosis, old, new)[:300]
    row.save(update_fields=["diagnosis"])
    note(actor, row, "recoded", f"{new} instead of {old}")
    record("referral", row.id, subjects=[row.patient_id], old=old, new=new, signed_anew=signed)


def _recode_letter(actor: Actor, one: Letter, old: str, new: str) -> bool:
    """Whether it was signed anew. One that waits for its signature waits again; a draft stays one."""
    if one.state is LetterState.WITHDRAWN:
        return False
    me = staff_of_user(actor.id)
    mine, signed = me is not None and me.id == one.signer_id, one.state is LetterState.READY
    if signed and not mine:
        raise Refusal("signed-already", f"{one.signed_by} signed its letter.", "Leave it to them.")
    if not one.open:
        reopen_letter(actor=actor, letter_id=one.id)
    change_letter(
        actor=actor, letter_id=one.id, seen_version=one.version, recipient=one.recipient, signer_id=one.signer_id,
        given={name: recoded(text, old, new) for name, text in one.given.items()}, why=one.why,
        words=recoded(one.words, old, new) if one.words else None,
    )  # fmt: skip
    if signed:
        sign_letter(actor=actor, letter_id=one.id)
    elif one.state is LetterState.TO_SIGN:
        ask_signature(actor=actor, letter_id=one.id)
    return signed
