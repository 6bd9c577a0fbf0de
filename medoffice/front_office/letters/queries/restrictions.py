"""What letters say of restrictions: of each patient what was answered last."""

from medoffice.front_office.letters.types.templates import Value
from medoffice.records.rights.types import Restriction, Standing

# The letter of each answer; one that ended was agreed to before.
ANSWERED = {Standing.AGREED: "restriction_agreed", Standing.REFUSED: "restriction_refused"}


def restriction_values(one: Restriction | None) -> dict[str, Value]:
    """Its merge fields; what it does not say is left out. No query."""
    if one is None:
        return {}
    said: dict[str, Value] = {
        "restriction.number": one.number,
        "restriction.name": one.to_name,
        "restriction.what": one.what,
        "restriction.came": one.came_on,
        "restriction.why": one.answered_why,
    }
    return {name: value for name, value in said.items() if value}
