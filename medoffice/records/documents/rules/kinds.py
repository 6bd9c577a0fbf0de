"""Which types of documents may be chosen on a day, and until when a document is kept."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Final

from medoffice.records.documents.types.keeping import Keeping
from medoffice.records.documents.types.papers import Document, DocumentKind

# Types that the program itself files under: renamed, yes; never retired.
MADE_HERE: Final = frozenset({"card-front", "card-back", "clinical-summary", "letter", "fax-sent"})


def in_use(kinds: Iterable[DocumentKind], on: date) -> list[DocumentKind]:
    """The kinds that may be chosen on a day."""
    return [kind for kind in kinds if kind.since <= on and (kind.until is None or on <= kind.until)]


def as_the_office_has_them(shipped: Iterable[DocumentKind], own: Iterable[DocumentKind]) -> list[DocumentKind]:
    """Every type in the order it is offered: those that came with the program as the office changed them, its own."""
    said = {kind.key: kind for kind in own}
    first = [said.pop(kind.key, kind) for kind in shipped]
    return [*first, *sorted(said.values(), key=lambda kind: kind.name.lower())]


def called(paper: Document, names: Mapping[str, str]) -> str:
    """What a list calls a paper: its title, else the type it is filed under, else the one it probably is of."""
    guessed = names.get(paper.suggested.kind or "", "")
    return paper.title or names.get(paper.kind, "") or (f"{guessed}, probably" if guessed else "Without a name")


def key_of(name: str, taken: Collection[str]) -> str:
    """A key for a type of the office's own that nothing has yet."""
    plain = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in name.lower()).strip("-")
    begin = f"own-{plain}"[:26].rstrip("-")
    return next(key for number in range(1, len(taken) + 2) if (key := begin + f"-{number}" * (number > 1)) not in taken)


def keeping_on(rules: Iterable[Keeping], on: date) -> dict[str, Keeping]:
    """The rule that holds on a day, by key: of those that began, the one that began last; told in the order made."""
    held: dict[str, Keeping] = {}
    for rule in rules:
        if rule.since <= on and (rule.key not in held or held[rule.key].since <= rule.since):
            held[rule.key] = rule
    return held


def kept_until(keep: Keeping, dated: date, born: date | None) -> date:
    """The last day on which a document is kept in any case: by its date and, of a minor, by their 18th birthday."""
    by_date = _plus(dated, keep.years)
    return max(by_date, _plus(born, 18 + keep.years_after_18)) if born and keep.years_after_18 else by_date


def _plus(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # the 29th of February
        return day.replace(year=day.year + years, day=28)
