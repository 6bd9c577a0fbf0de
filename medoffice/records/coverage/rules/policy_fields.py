"""What a policy must say before a claim can rest on it."""

from datetime import date

from medoffice.kernel.findings import Finding
from medoffice.records.coverage.types import Relation, Subscriber


def check_policy(
    *,
    member_id: str,
    relation: Relation,
    subscriber: Subscriber | None,
    starts: date,
    ends: date | None,
    order: int = 1,
) -> list[Finding]:
    """The findings against a policy as typed: a blank id, a missing subscriber, an end before the start."""
    found = []
    if not member_id.strip():
        found.append(Finding("member-id-blank", "member_id", "The member id on the card is needed."))
    if relation is not Relation.SELF and subscriber is None:
        found.append(Finding("subscriber-missing", "subscriber", "The policy holder's name and birth date are needed."))
    if relation is Relation.SELF and subscriber is not None:
        found.append(Finding("subscriber-twice", "subscriber", "The patient is the policy holder; leave this empty."))
    if order not in (1, 2, 3):
        found.append(Finding("place-unknown", "order", "A policy pays first, second or third."))
    if ends is not None and ends < starts:
        found.append(Finding("ends-before-start", "ends", "The policy ends before it starts."))
    return found
