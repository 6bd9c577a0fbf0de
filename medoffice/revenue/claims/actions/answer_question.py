"""Say which claim or line of ours a part of a payment means, or that it is not ours."""

from uuid import UUID

from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.revenue.claims.actions.asking import ask
from medoffice.revenue.claims.actions.naming import named
from medoffice.revenue.claims.actions.receiving_remits import read_again
from medoffice.revenue.claims.actions.saying import choices_of, keep, refuse_closed, refuse_stale, set_aside, touch
from medoffice.revenue.claims.models import Claim, Remittance
from medoffice.revenue.claims.rules.resolving import about, answer_to
from medoffice.revenue.claims.types import Answer, Choice, Part, SetAside
from medoffice.security.api import action, permitted, record
from medoffice.security.types import Actor
from medoffice.standards.x12.types import Remit835


@action("remits.post")
def answer_question(
    *,
    actor: Actor,
    remittance_id: UUID,
    seen_version: int,
    part: Part,
    claim: int,
    place: int,
    answer: Answer,
    chosen_id: UUID | None = None,
    number: str = "",
) -> None:
    """Answer a question of a payment set aside; ``number`` is a claim's number as typed. Saying the same again changes
    nothing. Raises Refusal if the payment is closed, if somebody else said something meanwhile, or if the answer does
    not fit.
    """
    row = set_aside(remittance_id)
    refuse_closed(row)
    judged = read_again(row)
    if answer is Answer.CLAIM and number.strip():
        chosen_id = _numbered(actor, number)
    choice = Choice(
        part,
        claim,
        place,
        answer,
        chosen_id if answer is Answer.CLAIM else None,
        chosen_id if answer is Answer.LINE else None,
        actor.name,
    )
    choices = choices_of(row)
    before = answer_to(about(choices, claim), part, place)
    if before and (before.answer, before.claim_id, before.line_id) == (choice.answer, choice.claim_id, choice.line_id):
        return
    refuse_stale(row, seen_version)
    if judged.hopeless:
        raise Refusal("remit-unbalanced", judged.words, "Ask the payer for a corrected file.")
    _refuse_unfit(row, judged.remit, ask(actor, row, judged, choices), choice)
    keep(row, choice)
    touch(actor, row)
    subject = _patient(choice)
    detail = {"part": f"{part} {claim + 1}.{place + 1}", "answer": answer.value, "chosen": str(chosen_id or "")}
    record("remittance", row.id, subjects=[subject] if subject else [], **detail)


def _numbered(actor: Actor, number: str) -> UUID:
    found = permitted(actor, "claims.read", Claim.objects.filter(number=number.strip().upper())).first()
    if found is None:
        raise Refusal("no-such-claim", f"There is no claim {number.strip()}.", "Compare the number, or choose below.")
    return found.id


def _refuse_unfit(row: Remittance, remit: Remit835, asked: SetAside, choice: Choice) -> None:
    """Raises Refusal unless the question is open and the answer one of its answers, or another claim of this payer."""
    key = (choice.part, choice.claim, choice.place)
    question = next((one for one in asked.questions if (one.part, one.claim, one.place) == key), None)
    if question is None:
        raise Refusal("not-asked", "Nothing is to be said about this part of the payment.", "Open the payment again.")
    if choice.part is Part.CLAIM and choice.claim_id is not None and question.takes_number:
        named(row, remit.claims[choice.claim], [choice])
        return
    given = (choice.answer, choice.claim_id or choice.line_id)
    if given not in {(option.answer, option.chosen_id) for option in question.options}:
        raise NotFound


def _patient(choice: Choice) -> UUID | None:
    """Whose claim was named, for the audit trail."""
    if choice.claim_id is None:
        return None
    return Claim.objects.values_list("patient_id", flat=True).get(id=choice.claim_id)
