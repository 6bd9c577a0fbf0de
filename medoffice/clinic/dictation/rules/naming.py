"""What the name of a file says of the visit it is about."""

import re

_VISIT = re.compile(r"(?<![A-Za-z0-9])E[-_ ]?(\d{4,9})(?!\d)", re.IGNORECASE)


def visit_in(name: str) -> str:
    """The number of a visit in a file's name, as the office writes it; empty without one, or with several."""
    found = {f"E-{number}" for number in _VISIT.findall(name)}
    return found.pop() if len(found) == 1 else ""
