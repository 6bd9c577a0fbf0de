"""A payer's answer (271) as the desk reads it: is the patient covered, what is to be paid, what is to be put right."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import Final

from medoffice.kernel.money import Money
from medoffice.records.coverage.rules.refusing import refused
from medoffice.records.coverage.types import AskedAs, Eligibility, Fix, Standing, Told
from medoffice.standards.x12 import eligibility_words as words
from medoffice.standards.x12.api import fold_name
from medoffice.standards.x12.eligibility_words import words_for
from medoffice.standards.x12.types import Benefit, EligibilityAnswer, Member, Party

ACTIVE, INACTIVE = frozenset("12345"), frozenset("678")
LONGEST_ID: Final = 40  # letters of a member id, as policies keep it
OFFICE_VISIT = ("98", "BY", "1", "30", "")  # whose copay is the visit's, best first
PLAN = ("30", "1", "98", "")
MOST_TOLD, LONGEST = 200, 160  # lines that are shown, letters of one; the payer's file holds the rest
YEAR, LEFT = frozenset({"22", "23", "25", "21", ""}), frozenset({"29"})
_TOLD = {"F": "Limit", "G": "Most out of pocket", "I": "Not covered", "E": "Excluded", "Y": "Spend down", "U": "Ask"}


def understand(answer: EligibilityAnswer, asked: AskedAs, payer: str, on: date) -> Eligibility:
    """What an answer comes to. ``payer`` is the office's own name for who was asked."""
    if _about_somebody_else(answer, asked):
        headline = f"{payer} answered about somebody else; nothing of it is used. Ask again, or call the payer."
        return Eligibility(Standing.SOMEBODY_ELSE, headline)
    plan_level = [one for one in answer.benefits if not one.services or set(one.services) & {"30", "1", "98"}]
    if any(one.kind in ACTIVE for one in plan_level):
        return _active(answer, asked, payer, on)
    if answer.rejections:
        return refused(answer.rejections, asked, payer, on)
    if any(one.kind in INACTIVE for one in answer.benefits):
        return _inactive(answer, payer, on)
    headline = f"{payer} answered, but does not say whether the patient is covered on {_day(on)}. Call the payer."
    return Eligibility(Standing.UNCLEAR, headline, details=_shown(answer))


def _active(answer: EligibilityAnswer, asked: AskedAs, payer: str, on: date) -> Eligibility:
    told = answer.benefits
    plan = _plain(next((one.plan for one in told if one.kind in ACTIVE and one.plan), ""))
    first = next((_name(party.party) for one in told if one.kind == "R" for party in one.parties), "")
    first = first or ("another insurance" if any(one.kind == "R" for one in told) else "")
    other = answer.subscriber.party.identifier
    changed = _plain(other)[:LONGEST_ID] if other and not _alike(other, asked.member_id) else ""
    share = next((one.percent for one in _ours(told, "A", PLAN) if one.percent is not None), None)
    headline = f"{payer} covers the patient on {_day(on)}."
    if first:
        headline = f"{payer} covers the patient on {_day(on)}, but {first} pays first. Ask the patient for that card."
    elif changed:
        headline = f"{payer} covers the patient on {_day(on)} under another member id: {changed}."
    return Eligibility(
        Standing.ACTIVE,
        headline,
        fix=Fix.POLICY if first else Fix.MEMBER_ID if changed else Fix.NOTHING,
        plan=plan,
        copay=_amount(told, "B", OFFICE_VISIT, None),
        deductible=_amount(told, "C", PLAN, YEAR),
        deductible_left=_amount(told, "C", PLAN, LEFT),
        coinsurance=None if share is None else int((share * 100).to_integral_value()),
        pcp=next((_name(party.party) for one in told if one.kind == "L" for party in one.parties), ""),
        first=first,
        member_id=changed,
        details=_shown(answer),
        otherwise=tuple(_otherwise(answer.patient, asked)),
    )


def _otherwise(who: Member, asked: AskedAs) -> Iterator[Told]:
    """As whom the payer knows the patient, where it is not as asked: accents, case and a longer given name are no
    difference.
    """
    family, given = _plain(who.party.name), _plain(who.party.first)
    if family and not _alike(family, asked.family):
        yield Told("family", family.title())
    if given and not _begins_alike(given, asked.given):
        yield Told("given", given.title())
    if who.birth_date is not None and who.birth_date != asked.birth_date:
        yield Told("birth_date", who.birth_date.isoformat())


def _inactive(answer: EligibilityAnswer, payer: str, on: date) -> Eligibility:
    dates = [*answer.subscriber.dates, *answer.patient.dates, *(day for one in answer.benefits for day in one.dates)]
    ended = next((day for kind, day, _ in dates if kind in ("347", "349", "357", "541")), None)
    begins = next((day for kind, day, _ in dates if kind in ("346", "348", "356", "540") and day > on), None)
    why = f"It ended on {_day(ended)}." if ended and ended < on else f"It begins on {_day(begins)}." if begins else ""
    headline = f"{payer} does not cover the patient on {_day(on)}. {why} Ask for another card.".replace("  ", " ")
    return Eligibility(Standing.INACTIVE, headline, Fix.POLICY, details=_shown(answer))


def _ours(told: Iterable[Benefit], kind: str, services: tuple[str, ...]) -> list[Benefit]:
    """Benefits of a kind that hold for the patient in network, those of the service that comes first in front."""
    found = [one for one in told if one.kind == kind and one.network != "N" and one.level in ("IND", "")]
    ranked = [(_rank(one, services), place, one) for place, one in enumerate(found)]
    return [one for rank, _, one in sorted(ranked, key=lambda row: row[:2]) if rank < len(services)]


def _rank(one: Benefit, services: tuple[str, ...]) -> int:
    own = one.services or ("",)
    return min((services.index(code) for code in own if code in services), default=len(services))


def _amount(
    told: Iterable[Benefit], kind: str, services: tuple[str, ...], periods: frozenset[str] | None
) -> Money | None:
    found = (one for one in _ours(told, kind, services) if periods is None or one.period in periods)
    return next((one.amount for one in found if one.amount is not None), None)


def _shown(answer: EligibilityAnswer) -> tuple[Told, ...]:
    """What else the payer told, as far as a person reads it; a page never grows with a file."""
    told = list(islice(_details(answer), MOST_TOLD + 1))
    rest = [Told("More", "The payer told more than is shown here; its file is kept.")] if told[MOST_TOLD:] else []
    return tuple([Told(_plain(one.about), _plain(one.words)) for one in told[:MOST_TOLD]] + rest)


def _details(answer: EligibilityAnswer) -> Iterator[Told]:
    """Everything else the payer told that a person may want to read, in its order."""
    for kind, first, last in (*answer.subscriber.dates, *(answer.dependent.dates if answer.dependent else ())):
        until = f" to {_day(last)}" if last else ""
        yield Told(words_for(words.DATES, kind).capitalize(), f"{_day(first)}{until}")
    for one in answer.benefits:
        about = _TOLD.get(one.kind) or words_for(words.BENEFITS, one.kind).capitalize()
        said = _said(one)
        if said:
            yield Told(about, said)
        for party in one.parties:
            said = ", ".join(filter(None, [_name(party.party), *party.phones]))
            yield Told(words_for(words.PARTIES, party.kind).capitalize(), said)
        for message in one.messages:
            yield Told("The payer says", message)


def _said(one: Benefit) -> str:
    services = ", ".join(words_for(words.SERVICES, code) for code in one.services)
    unit = words_for(words.UNITS, one.quantity_kind)
    parts = [
        services,
        words_for(words.LEVELS, one.level) if one.level != "IND" else "",
        str(one.amount) if one.amount is not None else "",
        f"{one.percent * 100:f}".rstrip("0").rstrip(".") + " %" if one.percent else "",
        f"{one.quantity:f} {unit}".strip() if one.quantity is not None else "",
        words_for(words.PERIODS, one.period),
        {"Y": "in network", "N": "out of network"}.get(one.network, ""),
        "needs an authorisation" if one.authorization == "Y" else "",
        one.plan if one.kind in ACTIVE | INACTIVE else "",
    ]
    return ", ".join(filter(None, parts))


def _about_somebody_else(answer: EligibilityAnswer, asked: AskedAs) -> bool:
    """Whether this cannot be an answer about the person asked about: two of name, birth date and member id differ."""
    who = answer.patient
    if not answer.benefits:  # a rejection repeats what was asked, or nothing
        return False
    differs = [
        who.birth_date is not None and who.birth_date != asked.birth_date,
        bool(who.party.name) and not _same_person(who, asked),
        bool(answer.subscriber.party.identifier) and not _alike(answer.subscriber.party.identifier, asked.member_id),
    ]
    return sum(differs) >= 2


def _same_person(who: Member, asked: AskedAs) -> bool:
    return _alike(who.party.name, asked.family) or _alike(who.party.first, asked.given)


def _alike(one: str, other: str) -> bool:
    return _letters(one) == _letters(other)


def _begins_alike(one: str, other: str) -> bool:
    mine, theirs = _letters(one), _letters(other)
    return mine.startswith(theirs) or theirs.startswith(mine)


def _letters(text: str) -> str:
    return "".join(letter for letter in fold_name(text)[0].upper() if letter.isalnum())


def _name(party: Party) -> str:
    return _plain(" ".join(filter(None, [party.first, party.name])).title() if party.person else party.name.title())


def _plain(text: str) -> str:
    """Text of the wire as it can be kept and shown: printable, and of a length that people read."""
    return "".join(letter for letter in text[:LONGEST] if letter.isprintable())


def _day(day: date) -> str:
    return f"{day:%m/%d/%Y}"
