"""By what paper a record may be asked for, what has to stand on it, and what else it has to name."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from medoffice.kernel.money import Money
from medoffice.records.releases.types import Asker, Element, Fee, PaperKind, Term
from medoffice.security.types import Label

# Whom a paper has to name a label to, beside the consent that is recorded. One consent to treatment, payment and
# operations does not reach a court (42 CFR 2.31, 2.33); a minor's visit is the minor's to give. Both unverified.
NAMED_TO: dict[Label, frozenset[Asker]] = {
    Label.PART2: frozenset({Asker.ATTORNEY, Asker.COURT, Asker.OTHER, Asker.PROXY}),
    Label.MINOR: frozenset(Asker) - {Asker.PATIENT},
}


def papers_in(data: Mapping[str, Mapping[str, Any]]) -> dict[str, PaperKind]:
    """The papers of the data file by key."""
    return {
        key: PaperKind(
            key,
            told["words"],
            tuple(Asker(one) for one in told["by"]),
            told["purpose"],
            told["clock"],
            told["source"],
            told["verified"],
            tuple(Element(**one) for one in told["elements"]),
            told.get("scan", False),
        )
        for key, told in data.items()
    }


def terms_in(data: Mapping[str, Any]) -> dict[str, Term]:
    """How long the office has, by key."""
    return {key: Term(**told) for key, told in data.items() if isinstance(told, dict)}


def fees_in(data: Mapping[str, Any]) -> tuple[Fee, ...]:
    """The fees of the data file."""
    return tuple(
        Fee(
            tuple(Asker(one) for one in told["by"]),
            tuple(told["ways"]),
            told["since"],
            Money(told["cents"]),
            Money(told["page_cents"]),
            told["words"],
            told["source"],
            told["verified"],
        )
        for told in data["fees"]
    )


def due(came_on: date, term: Term, *, extended: bool) -> date:
    """The last day for an answer."""
    return term.ends(came_on, extended=extended)


def fee_for(fees: Iterable[Fee], asker: Asker, way: str, on: date) -> Fee | None:
    """The fee in force on a day; the latest that began."""
    fitting = [one for one in fees if asker in one.by and way in one.ways and one.since <= on]
    return max(fitting, key=lambda one: one.since, default=None)


def cost(fee: Fee | None, pages: int) -> Money:
    """What so many pages cost."""
    return Money(fee.base.cents + fee.page.cents * pages) if fee else Money(0)


def not_named(labels: Iterable[Label], asker: Asker, covers: Iterable[Label]) -> list[Label]:
    """The labels that this paper would have to name, and does not."""
    named = set(covers)
    return [one for one in labels if asker in NAMED_TO.get(one, frozenset()) and one not in named]
