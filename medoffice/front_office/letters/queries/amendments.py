"""What letters say of amendments: of each patient what was answered last."""

from medoffice.front_office.letters.types.templates import Value
from medoffice.records.rights.types import Amendment, Answer

ANSWERS = {Answer.ACCEPTED: "amendment_accepted", Answer.DENIED: "amendment_denied"}  # the letter of each answer


def amendment_values(one: Amendment | None) -> dict[str, Value]:
    """Its merge fields; what it does not say is left out. No query."""
    if one is None:
        return {}
    said: dict[str, Value] = {
        "amendment.number": one.number,
        "amendment.item": one.thing.title,
        "amendment.asked": one.wrong,
        "amendment.came": one.came_on,
        "amendment.statement": one.statement,
        "amendment.reason": one.ground.words if one.ground else "",
        "amendment.words": one.answered_why,
    }
    return {name: value for name, value in said.items() if value}
