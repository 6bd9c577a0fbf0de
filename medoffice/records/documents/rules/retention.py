"""Until when a file is kept, by all that stands in it, and what stops its being destroyed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from medoffice.records.documents.rules.kinds import kept_until
from medoffice.records.documents.types.keeping import Keeping

CAUTIOUS = "chart"  # the rule of what nobody gave a type


@dataclass(frozen=True, slots=True)
class Kept:
    """A document as its retention is reckoned: under which rule, of which day, whose birth date."""

    rule: Keeping
    dated: date
    born: date | None

    @classmethod
    def of(cls, rule: Keeping, dated: date, filed: date, born: date | None) -> "Kept":
        """A document of a day, filed on another: it is kept from the later of both, however old the paper is."""
        return cls(rule, max(dated, filed), born)


def file_kept_until(parts: Iterable[Kept]) -> date:
    """The last day on which any of them is kept in any case."""
    return max(kept_until(one.rule, one.dated, one.born) for one in parts)


def what_stops(rules: Iterable[Keeping], *, held: bool, used: Iterable[str], elsewhere: bool) -> str:
    """Why a file past its retention is not destroyed, in words; "" if nothing stops it.

    ``used``: what is open that it belongs to, in words that name nobody.
    """
    if held:
        return "Under legal hold."
    if uses := sorted(set(used)):
        return f"Something it belongs to is open: {', '.join(uses)}."
    open_ones = sorted({rule.name for rule in rules if not rule.verified})
    if open_ones:
        return f"How long is not verified: {', '.join(open_ones)}."
    return "The same bytes are kept as a letter, fax, form or packet." if elsewhere else ""
