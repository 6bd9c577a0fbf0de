"""Note what a payer answered."""

from datetime import date
from uuid import UUID

from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.practice.api import today_here
from medoffice.revenue.authorizations.actions.rows import held, stands
from medoffice.revenue.authorizations.models import Authorization
from medoffice.revenue.authorizations.rules.clocks import answers_to
from medoffice.revenue.authorizations.types import Approved, State
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("authorizations.follow")
def note_answer(
    *,
    actor: Actor,
    authorization_id: UUID,
    to: State,
    words: str = "",
    approved: Approved | None = None,
    until: date | None = None,
    seen_version: int,
) -> None:
    """The payer asks for more, allows it (number, days, quantity), or denies it with a reason.

    They may say so while more of it is being written, overturn their denial, or have a number noted once more.
    ``until`` is the payer's own day, for more information or an appeal: it is kept until it is asked anew. Raises
    NotFound, Conflict, Refusal for what is not with the payer, Invalid by field for an approval without its number and
    days, a denial without its reason, and a day that is over.
    """
    row = held(actor, authorization_id, "authorizations.follow", seen_version)
    if to not in answers_to(State(row.state), sent=row.sent):
        raise Refusal("not-with-the-payer", f"{row.number} is {row.state}.", "Open it again.")
    if wrong := _lacking(to, words, approved, until):
        raise Invalid("answer-unsaid", "Some fields need another look.", "", {"fields": wrong})
    if approved is not None:
        _allowed(row, approved)
    row.reason = words.strip()[:300] if to is State.DENIED else row.reason
    told = f"{approved.number}, {approved.starts:%m/%d/%Y} to {approved.ends:%m/%d/%Y}" if approved else ""
    row.payer_day = until or (row.payer_day if to is State.MORE else None)
    stands(actor, row, to, " ".join(filter(None, (told, words.strip()))))
    record("authorization", row.id, subjects=[row.patient_id], to=to.value)


def _allowed(row: Authorization, approved: Approved) -> None:
    row.payer_number = approved.number.strip()
    row.approved_from, row.approved_to = approved.starts, approved.ends
    row.approved_quantity, row.reason, row.told_ending = approved.quantity.strip(), "", None


def _lacking(to: State, words: str, approved: Approved | None, until: date | None) -> dict[str, list[str]]:
    wrong: dict[str, list[str]] = {}
    if (to is State.APPROVED) is not (approved is not None):
        wrong["number"] = ["An approval has a number and days; nothing else has."]
    elif approved is not None and not approved.number.strip():
        wrong["number"] = ["Say the payer's number."]
    elif approved is not None and approved.ends < approved.starts:
        wrong["ends"] = ["It ends before it begins."]
    elif approved is not None and approved.ends < today_here():
        wrong["ends"] = ["This day is over."]
    if to is not State.APPROVED and not words.strip():
        wrong["words"] = ["Say what they said."]
    if until is not None and until < today_here():
        wrong["until"] = ["This day is over."]
    return wrong
