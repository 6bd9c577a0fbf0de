"""Working through a list: what comes after the thing that was just dealt with."""

from uuid import UUID


def next_of(before: list[UUID], waits: list[UUID], done: UUID) -> UUID | None:
    """What is worked after ``done`` in a list as it was before: the next that still waits, else the first."""
    after = before[before.index(done) + 1 :] if done in before else []
    still = [one for one in (*after, *waits) if one in set(waits) and one != done]
    return still[0] if still else None
