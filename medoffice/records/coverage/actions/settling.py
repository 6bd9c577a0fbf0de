"""Policies of two records that become one: no two stand in one place."""

from uuid import UUID

from medoffice.kernel.refusals import Refusal
from medoffice.records.coverage.models import Policy
from medoffice.records.patients.types.merging import Change

PLACES = (1, 2, 3)


def settle_policies(survivor: UUID, merged: UUID, change: Change) -> None:
    """A policy of the merged record takes the next free place; one that the survivor has as well keeps its place, and
    so rests with the merged record if the place is taken. Raises Refusal where no place is free.
    """
    mine = list(Policy.objects.filter(patient_id=survivor))
    for policy in Policy.objects.filter(patient_id=merged).order_by("order", "starts"):
        if any(_same(policy, other) for other in mine):
            continue
        taken = {other.order for other in mine if _overlap(policy, other)}
        free = next((place for place in PLACES if place not in taken), None)
        if free is None:
            words = "Together the two have more policies at one time than there are places."
            raise Refusal("policies-collide", words, "End a policy of one of them first.")
        if policy.order in taken:
            change(policy, order=free)
        mine.append(policy)


def _same(one: Policy, other: Policy) -> bool:
    return (one.payer_id, one.member_id) == (other.payer_id, other.member_id) and _overlap(one, other)


def _overlap(one: Policy, other: Policy) -> bool:
    return (one.ends is None or other.starts <= one.ends) and (other.ends is None or one.starts <= other.ends)
