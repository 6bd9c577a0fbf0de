"""Reads for the one who tells: the balance in words, what the office did lately, answers on cards."""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from medoffice.front_office.calls.offers import balances, hours, reasons_to_call
from medoffice.front_office.calls.queries.lists import lists
from medoffice.front_office.calls.rules.cards import fill, hours_words
from medoffice.front_office.calls.types import BalanceTold, Because, Call, Card
from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import closures, practice, practice_is_set_up, sites
from medoffice.security.types import Actor

AHEAD = timedelta(days=30)


def balance_of(actor: Actor, taken: Call) -> BalanceTold:
    """The balance of the patient of a call. Raises NotFound without a patient, or where no room keeps accounts."""
    if taken.patient_id is None or "balance" not in balances:
        raise NotFound
    return balances["balance"](actor, taken.patient_id)


def reasons_of(actor: Actor, patient_id: UUID) -> list[Because]:
    """What the office did lately that may have made the patient call, latest first."""
    found = [one for register in reasons_to_call.values() for one in register(actor, patient_id)]
    return sorted(found, key=lambda one: one.at, reverse=True)


def cards(language: str = "en") -> list[Card]:
    """The cards by name, in a language where there is one, else in English. One query."""
    found = lists().cards
    names = dict.fromkeys(name for name, _ in found)
    chosen = (found.get((name, language)) or found.get((name, "en")) for name in names)
    return [card for card in chosen if card is not None]


def card_filled(name: str, language: str, today: date) -> tuple[Card, list[str]]:
    """A card with the office's hours, addresses and telephones, and the languages it is in. Raises NotFound.

    Four queries, and those for the hours of each site.
    """
    found = lists().cards
    card = found.get((name, language)) or found.get((name, "en"))
    if card is None:
        raise NotFound
    places = sites()
    told = {
        "hours": "\n".join(_hours(today, card.language)),
        "sites": "\n".join(
            f"{one.name}: {one.address.line1}, {one.address.city}, {one.address.state} {one.address.zip}"
            for one in places
        ),
        "phones": ", ".join(_phones(one.phone for one in places)),
    }
    return fill(card, told), [language for known, language in found if known == name]


def _hours(today: date, language: str) -> Iterable[str]:
    """The week of each site, and the days it is closed soon."""
    places = sites()
    shut = closures([one.id for one in places], today, today + AHEAD) if places else []
    for place in places:
        week = hours["hours"](place.id) if "hours" in hours else []
        yield f"{place.name}: {hours_words(week, language)}"
        for day in (one for one in shut if one.site_id == place.id):
            yield f"  {day.on:%m/%d}: {day.reason}"


def _phones(of_sites: Iterable[str]) -> list[str]:
    office = practice().phone if practice_is_set_up() else ""
    return list(dict.fromkeys(phone for phone in (*of_sites, office) if phone)) or ["..."]
