"""How pressing a request is, by the days that are left of its clock."""

from datetime import date

SOON = 10  # days before the end from which a request is marked; the privacy officer's 20th day of 30
PRESSING = 3  # from here on it stands among what is urgent, as what is overdue does


def priority_of(due_on: date, today: date) -> int | None:
    """Where it stands in the work queue: 1 about its end or past it, 2 as it draws near, None while there is time."""
    left = (due_on - today).days
    if left <= PRESSING:
        return 1
    return 2 if left <= SOON else None
