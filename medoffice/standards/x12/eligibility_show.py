"""Eligibility in words: a question, an answer, and each thing a plan says, as the front desk would say it."""

from collections.abc import Iterator

from medoffice.standards.x12 import eligibility_words as words
from medoffice.standards.x12.eligibility_types import Benefit, EligibilityAnswer, EligibilityRequest, Member
from medoffice.standards.x12.eligibility_words import words_for
from medoffice.standards.x12.party_types import Party

_NETWORK = {"Y": "in network", "N": "out of network"}


def request_in_words(request: EligibilityRequest) -> Iterator[str]:
    """A question, line by line."""
    asked = ", ".join(words_for(words.SERVICES, code) for code in request.services) or "nothing in particular"
    days = f"{request.on or 'no date'}{f' to {request.on_to}' if request.on_to else ''}"
    yield f"Eligibility question {request.trace or '(no trace)'} to {named(request.payer)} for {days}: {asked}"
    yield f"  asked by {named(request.provider)}; policy holder {_member(request.subscriber)}"
    if request.dependent is not None:
        yield f"  patient {_member(request.dependent)}"


def answer_in_words(answer: EligibilityAnswer) -> Iterator[str]:
    """An answer, line by line."""
    who = _member(answer.patient)
    yield f"Eligibility answer {answer.trace or '(no trace)'} from {named(answer.payer)} about {who}"
    for kind, first, last in (*answer.subscriber.dates, *(answer.dependent.dates if answer.dependent else ())):
        yield f"  {words_for(words.DATES, kind)}: {first}{f' to {last}' if last else ''}"
    for found in answer.rejections:
        why = words_for(words.REASONS, found.reason)
        yield f"  not answered ({found.level}, {found.reason}): {why}; {words_for(words.FOLLOW_UPS, found.follow_up)}"
    for benefit in answer.benefits:
        yield f"  {benefit_in_words(benefit)}"
        for party in benefit.parties:
            yield f"    {words_for(words.PARTIES, party.kind)}: {named(party.party)} {' '.join(party.phones)}".rstrip()
        for message in benefit.messages:
            yield f"    says: {message}"


def benefit_in_words(benefit: Benefit) -> str:
    """One benefit: what, for which services and for whom, how much, for how long, in which network."""
    what = words_for(words.BENEFITS, benefit.kind) or "something"
    parts = [
        words_for(words.LEVELS, benefit.level),
        ", ".join(words_for(words.SERVICES, code) for code in benefit.services),
        _how_much(benefit),
        words_for(words.PERIODS, benefit.period),
        _NETWORK.get(benefit.network, ""),
        "authorisation needed" if benefit.authorization == "Y" else "",
        benefit.procedure.code if benefit.procedure else "",
        benefit.plan,
        *(
            f"{words_for(words.DATES, kind)} {first}{f' to {last}' if last else ''}"
            for kind, first, last in benefit.dates
        ),
    ]
    return f"{what}: {'; '.join(filter(None, parts))}".removesuffix(": ")


def _how_much(benefit: Benefit) -> str:
    unit = words_for(words.UNITS, benefit.quantity_kind)
    parts = [
        str(benefit.amount) if benefit.amount is not None else "",
        f"{percent_in_words(benefit)} %" if benefit.percent is not None else "",
        f"{benefit.quantity:f} {unit}".strip() if benefit.quantity is not None else "",
    ]
    return ", ".join(filter(None, parts))


def percent_in_words(benefit: Benefit) -> str:
    """A share as people say it: 0.2 is ``20``."""
    text = f"{(benefit.percent or 0) * 100:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def named(party: Party) -> str:
    """A person or organisation by name."""
    return ", ".join(filter(None, [party.name, " ".join(filter(None, [party.first, party.middle]))])) or "(no name)"


def _member(who: Member) -> str:
    born = f", born {who.birth_date}" if who.birth_date else ""
    return f"{named(who.party)}{born}, member id {who.party.identifier or '-'}"
