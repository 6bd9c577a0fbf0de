"""What persons say about a payment set aside: kept with it, one person at a time."""

from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.revenue.claims.models import RemitChoice, Remittance
from medoffice.revenue.claims.types import Answer, Choice, FileState, Part
from medoffice.security.types import Actor


def set_aside(remittance_id: UUID) -> Remittance:
    """The payment, locked until the act is over. Raises NotFound."""
    row = Remittance.objects.select_for_update(of=("self",)).select_related("file").filter(id=remittance_id).first()
    if row is None:
        raise NotFound
    return row


def refuse_closed(row: Remittance) -> None:
    """Raises Refusal for a payment that is posted, a duplicate or returned: it is told who did so."""
    by = f" by {row.changed_by}" if row.changed_by else ""
    if row.state == FileState.RETURNED:
        raise Refusal("remit-returned", f"Payment {row.trace} was returned to the payer{by}.", "Wait for a new file.")
    if row.posted_at is not None or row.state == FileState.DUPLICATE:
        raise Refusal("remit-posted", f"Payment {row.trace} is posted{by}.", "Look in the ledger.")


def refuse_stale(row: Remittance, seen_version: int | None) -> None:
    """Raises Refusal if somebody said something about the payment after the version that was seen."""
    if seen_version is not None and seen_version != row.version:
        raise Refusal(
            "changed-meanwhile",
            f"{row.changed_by or 'Somebody'} said something about this payment while you looked at it.",
            "Open it again to see what was said, then go on.",
        )


def touch(actor: Actor, row: Remittance) -> None:
    """A new version of the payment, by this person."""
    row.version, row.changed_by, row.changed_at = row.version + 1, actor.name, clock.now()
    row.save(update_fields=["version", "changed_by", "changed_at"])


def choices_of(row: Remittance) -> tuple[Choice, ...]:
    """All that was said about it. One query."""
    return tuple(
        Choice(Part(said.part), said.claim_place, said.place, Answer(said.answer), said.claim_id, said.line_id, said.by)
        for said in row.choices.order_by("claim_place", "part", "place")
    )


def keep(row: Remittance, choice: Choice) -> None:
    """Keep what was said instead of what was said before about the same part."""
    RemitChoice.objects.update_or_create(
        remittance=row,
        part=choice.part,
        claim_place=choice.claim,
        place=choice.place,
        defaults={
            "answer": choice.answer,
            "claim_id": choice.claim_id,
            "line_id": choice.line_id,
            "by": choice.by,
            "at": clock.now(),
        },
    )


def in_short(choice: Choice) -> str:
    """For the audit trail: ids and places, no words about people."""
    chosen = choice.claim_id or choice.line_id
    return f"{choice.part} {choice.claim + 1}.{choice.place + 1}: {choice.answer}{f' {chosen}' if chosen else ''}"
