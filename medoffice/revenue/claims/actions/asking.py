"""What is still to be said about a payment set aside before it can be posted, with the answers that may be given."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from medoffice.kernel.money import Money
from medoffice.kernel.refusals import Refusal
from medoffice.records.patients.api import patients_by_id
from medoffice.revenue.claims.actions.lines import decided_of, lines_of, matched_lines
from medoffice.revenue.claims.actions.naming import named
from medoffice.revenue.claims.actions.receiving_remits import posted_before
from medoffice.revenue.claims.actions.unmatched import like
from medoffice.revenue.claims.models import Claim, ClaimLine, Remittance
from medoffice.revenue.claims.rules.matching import match_lines
from medoffice.revenue.claims.rules.payments import PREDETERMINATION
from medoffice.revenue.claims.rules.resolving import about, answer_to, lines_not_ours, lines_said
from medoffice.revenue.claims.rules.standing import standing, taken_back_by
from medoffice.revenue.claims.rules.unread import Judged, Later
from medoffice.revenue.claims.types import Answer, Choice, Option, Part, PaymentClaim, Question, SetAside
from medoffice.revenue.claims.types import ClaimLine as OurLine
from medoffice.security.api import permitted
from medoffice.security.types import Actor
from medoffice.standards.x12.types import ClaimRemit, LineRemit

NOT_OURS = Option(Answer.NOT_OURS, "Not ours", "its money goes to the payer's recoveries, never to a patient")
POSTED = "It is posted from another file; only claims that could not be read there are posted from here."
_WITHOUT = {
    Answer.NOT_OURS: "is not ours",
    Answer.SPREAD: "is spread over all lines",
    Answer.LATER: "is posted once it can be read",
}
SPREAD = Option(Answer.SPREAD, "Over all lines", "shared out by what each line was charged, to the cent")


def ask(actor: Actor, row: Remittance, judged: Judged, choices: Sequence[Choice]) -> SetAside:
    """The payment as it is understood now, claim by claim, and what is still to be said about each."""
    claims: list[PaymentClaim] = []
    later = {part.place: part for part in judged.later}
    for place, decided in enumerate(judged.remit.claims):
        said = about(choices, place)
        paid_here = {claim.claim_id for claim in claims}
        if place in later:
            claims.append(_at_fault(decided, later[place], said))
        elif row.payer_id:
            claims.append(_claim(actor, row, decided, place, said, paid_here))
        else:
            claims.append(_named_only(decided, place))
    doubts = dict.fromkeys(found.words for found in judged.doubts)
    if posted_before(row):
        doubts[POSTED] = None
    return SetAside(row.version, tuple(claims), judged.words, tuple(doubts))


def _at_fault(decided: ClaimRemit, part: Later, said: Sequence[Choice]) -> PaymentClaim:
    """A claim that cannot be posted as it was sent: the payment is posted without it, if a person says so."""
    claim = decided.claim_id or "(blank)"
    option = Option(Answer.LATER, f"Post the payment without claim {claim}", _waits(part.amount))
    words = f"Claim {claim} cannot be posted as it was sent: {part.why}"
    question = Question(Part.CLAIM, part.place, 0, words, (option,))
    asked = () if answer_to(said, Part.CLAIM) else (question,)
    shown = replace(decided, paid=part.amount)
    return replace(_row(shown, part.place, None, None, _said(said), asked), later=True)


def _waits(amount: Money) -> str:
    money = f"its {amount} wait with the payer's recoveries, and " if amount else ""
    return f"{money}the claim waits with a person, until the payer sends it so that it can be read"


def _named_only(decided: ClaimRemit, place: int) -> PaymentClaim:
    """A claim of a payer nobody knows: nothing can be said about it yet."""
    return _row(decided, place, None, None, (), ())


def _claim(
    actor: Actor,
    row: Remittance,
    decided: ClaimRemit,
    place: int,
    said: Sequence[Choice],
    paid_here: set[UUID | None],
) -> PaymentClaim:
    choice = answer_to(said, Part.CLAIM)
    words = _said(said)
    if decided.status == PREDETERMINATION or (choice is not None and choice.answer is Answer.NOT_OURS):
        return _row(decided, place, None, None, words, ())
    try:
        claim, sent = named(row, decided, said)
    except Refusal as refusal:
        options = (*_candidates(actor, row, decided), NOT_OURS)
        return _row(decided, place, None, None, words, (Question(Part.CLAIM, place, 0, refusal.words, options),))
    questions = _about_lines(claim, decided, place, sent, said)
    if not questions and decided.is_reversal and claim.id not in paid_here:
        questions = _about_reversal(claim, decided, place, sent, said)
    return _row(decided, place, claim, claim.patient_id, words, questions)


def _row(
    decided: ClaimRemit,
    place: int,
    claim: Claim | None,
    patient_id: UUID | None,
    said: tuple[str, ...],
    questions: tuple[Question, ...],
) -> PaymentClaim:
    person = ", ".join(part for part in (decided.patient.name, decided.patient.first) if part)
    return PaymentClaim(
        place,
        decided.claim_id,
        " ".join(part for part in (person, decided.patient.identifier) if part),
        decided.status,
        decided.charge,
        decided.paid,
        claim.number if claim else "",
        claim.id if claim else None,
        patient_id,
        said,
        questions,
    )


def _said(said: Sequence[Choice]) -> tuple[str, ...]:
    """What was said, in words, and by whom."""
    lines = ClaimLine.objects.in_bulk([one.line_id for one in said if one.line_id])
    claims = Claim.objects.in_bulk([one.claim_id for one in said if one.claim_id])
    words = []
    for one in said:
        what = {Part.CLAIM: "It", Part.LINE: f"Line {one.place + 1}", Part.ADJUSTMENT: f"Adjustment {one.place + 1}"}
        if one.claim_id:
            means = f"is claim {claims[one.claim_id].number}"
        elif one.line_id:
            line = lines[one.line_id]
            means = f"{'concerns' if one.part is Part.ADJUSTMENT else 'is'} our line {line.line} ({line.code})"
        else:
            means = _WITHOUT[one.answer]
        words.append(f"{what[one.part]} {means}, says {one.by}.")
    return tuple(words)


def _candidates(actor: Actor, row: Remittance, decided: ClaimRemit) -> tuple[Option, ...]:
    """Claims that may be meant, as far as this person may see them."""
    found = like(row, decided)
    rows = permitted(actor, "claims.read", Claim.objects.filter(number__in=[one.number for one, _ in found]))
    ours = {claim.number: claim for claim in rows}
    people = patients_by_id({claim.patient_id for claim in ours.values()})
    return tuple(
        Option(
            Answer.CLAIM,
            f"{one.number} {people[ours[one.number].patient_id].name.sorted_form}, {one.date:%m/%d/%Y}, {one.amount}",
            f"the same {', '.join(same)}",
            ours[one.number].id,
            ours[one.number].patient_id,
        )
        for one, same in found
        if one.number in ours
    )


def _about_lines(
    claim: Claim, decided: ClaimRemit, place: int, sent: list[OurLine], said: Sequence[Choice]
) -> tuple[Question, ...]:
    try:
        lines = lines_of(claim, decided, sent)
    except Refusal as refusal:
        return (Question(Part.CLAIM, place, 0, refusal.words, ()),)
    found, gone = match_lines(lines, sent, lines_said(said)), lines_not_ours(said)
    if len(gone) == len(lines):
        return (Question(Part.CLAIM, place, 0, f"No line of claim {claim.number} is ours.", (NOT_OURS,)),)
    free = [line for line in sent if line.id not in found]
    unknown = tuple(
        Question(Part.LINE, place, at, _which_line(claim, lines[at]), (*map(_line, free), NOT_OURS))
        for at, line_id in enumerate(found)
        if line_id is None and at not in gone
    )
    kept = [line for at, line in enumerate(found) if at not in gone]
    if unknown or len(kept) < 2:
        return unknown
    return _about_adjustments(claim, decided, place, [line for line in sent if line.id in kept], said)


def _about_adjustments(
    claim: Claim, decided: ClaimRemit, place: int, kept: list[OurLine], said: Sequence[Choice]
) -> tuple[Question, ...]:
    return tuple(
        Question(
            Part.ADJUSTMENT,
            place,
            at,
            f"Claim {claim.number} is adjusted as a whole by {one.group} {one.reason} {one.amount}. "
            "Which line does it concern?",
            (*map(_line, kept), SPREAD),
        )
        for at, one in enumerate(decided.adjustments)
        if answer_to(said, Part.ADJUSTMENT, at) is None
    )


def _about_reversal(
    claim: Claim, decided: ClaimRemit, place: int, sent: list[OurLine], said: Sequence[Choice]
) -> tuple[Question, ...]:
    """A reversal that mirrors no decision that stands; one of this same payment may yet be mirrored."""
    try:
        lines = [part.decided for part in matched_lines(claim, decided, sent, said)]
    except Refusal:
        return ()
    if taken_back_by(lines, standing(decided_of(claim))) is not None:
        return ()
    words = f"The payer reverses {decided.paid} of claim {claim.number}, and no decision of that kind stands."
    return (Question(Part.CLAIM, place, 0, words, (NOT_OURS,)),)


def _which_line(claim: Claim, theirs: LineRemit) -> str:
    modifiers = "".join(f"-{one}" for one in theirs.procedure.modifiers)
    what = f"{theirs.procedure.code or '(no code)'}{modifiers}, {theirs.charge}, paid {theirs.paid}"
    return f"The payer decided on a line we do not know ({what}). Which line of claim {claim.number} is it?"


def _line(ours: OurLine) -> Option:
    code = "-".join((ours.code, *ours.modifiers))
    units = f" × {ours.units}" if ours.units > 1 else ""
    return Option(Answer.LINE, f"Line {ours.line}: {code}{units}, {ours.amount}", "", ours.id)
