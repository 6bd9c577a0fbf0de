"""What an eligibility question or answer must satisfy beyond its structure."""

from collections.abc import Iterator
from decimal import Decimal

from medoffice.kernel.findings import Finding, Severity
from medoffice.kernel.ids import npi_is_valid
from medoffice.standards.x12.eligibility_types import EligibilityAnswer, EligibilityRequest
from medoffice.standards.x12.party_types import Party


def check_request(request: EligibilityRequest) -> Iterator[Finding]:
    """What stands against a question: nobody to find, no day or service, a birth after it, a wrong NPI, no trace."""
    where = f"question {request.trace or '?'}"
    yield from _npi(request.provider, where)
    who = request.dependent or request.subscriber
    if not request.subscriber.party.identifier and not (who.party.name and who.birth_date):
        words = "Neither a member id nor a name with a birth date: no payer can find anybody by this."
        yield Finding("x12.nobody", f"{where}, NM1", words)
    if request.on is None:
        words = "No day is asked about; the payer will answer for the day it gets the question."
        yield Finding("x12.no-plan-day", f"{where}, DTP*291", words, Severity.WARNING)
    elif who.birth_date and who.birth_date > request.on:
        words = f"The patient is born {who.birth_date}, after the {request.on} asked about."
        yield Finding("x12.birth", f"{where}, DMG02", words)
    if not request.services:
        yield Finding("x12.no-service", f"{where}, EQ", "The question names no kind of service to ask about.")
    if not request.trace:
        words = "Without a trace number the answer cannot be told apart from others."
        yield Finding("x12.no-trace", f"{where}, TRN02", words, Severity.WARNING)


def check_answer(answer: EligibilityAnswer) -> Iterator[Finding]:
    """What stands against an answer: nothing said at all, a percentage that is none, a negative amount, a wrong NPI."""
    where = f"answer {answer.trace or '?'}"
    yield from _npi(answer.provider, where)
    if not answer.benefits and not answer.rejections:
        yield Finding("x12.says-nothing", where, "The answer names no benefit and no reason why not.")
    for place, benefit in enumerate(answer.benefits, 1):
        spot = f"{where}, benefit {place}"
        if benefit.percent is not None and not Decimal(0) <= benefit.percent <= Decimal(1):
            words = f"{benefit.percent} is no share: 0.2 means 20 percent."
            yield Finding("x12.percent", f"{spot}, EB08", words, Severity.WARNING)
        if benefit.amount is not None and benefit.amount.cents < 0:
            words = f"An amount of {benefit.amount} is negative."
            yield Finding("x12.negative-benefit", f"{spot}, EB07", words, Severity.WARNING)


def _npi(provider: Party, where: str) -> Iterator[Finding]:
    if provider.qualifier == "XX" and not npi_is_valid(provider.identifier):
        words = f"{provider.identifier or 'Nothing'} is no NPI: the check digit or length is wrong."
        yield Finding("x12.npi", f"{where}, provider, NM109", words)
