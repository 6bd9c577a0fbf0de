"""Writing eligibility: questions (270) and answers (271), each about one person in a transaction of its own."""

from collections.abc import Iterable, Sequence
from datetime import date

from medoffice.standards.x12.eligibility import GUIDE
from medoffice.standards.x12.eligibility_types import (
    Benefit,
    EligibilityAnswer,
    EligibilityRequest,
    Level,
    Member,
    Rejection,
)
from medoffice.standards.x12.envelope import transaction_number, wrap
from medoffice.standards.x12.parties import write_address, write_nm1, write_procedure
from medoffice.standards.x12.types import Envelope
from medoffice.standards.x12.values import UnwritableError, Writing, amount, day8, number, plain

_PRESENT = "2120"


def write_270(requests: Sequence[EligibilityRequest], envelope: Envelope) -> bytes:
    """One interchange with these questions. The day asked about is the request's ``on``, whatever the policy's dates.

    Raises UnwritableError for a question without a day, or for what X12 cannot carry (fold names first).
    """
    return wrap(envelope, "HS", GUIDE, [_request(one, place, envelope) for place, one in enumerate(requests)])


def write_271(answers: Sequence[EligibilityAnswer], envelope: Envelope) -> bytes:
    """One interchange with these answers. Raises UnwritableError for what X12 cannot carry."""
    return wrap(envelope, "HB", GUIDE, [_answer(one, place, envelope) for place, one in enumerate(answers)])


def _request(one: EligibilityRequest, place: int, envelope: Envelope) -> list[str]:
    if one.on is None:
        raise UnwritableError(f"question {one.trace} names no day to ask about")
    out, dependent = Writing(), one.dependent
    _head(out, "270", "13", place, one.trace, envelope)
    out.add("HL", "1", "", "20", "1")
    write_nm1(out, "PR", one.payer, address=False)
    out.add("HL", "2", "1", "21", "1")
    write_nm1(out, "1P", one.provider, address=False)
    out.add("HL", "3", "2", "22", "1" if dependent else "0")
    if dependent is None:
        out.add("TRN", "1", plain(one.trace), plain(one.origin))
    _person(out, "IL", one.subscriber, "subscriber")
    if dependent is not None:
        out.add("HL", "4", "3", "23", "0")
        out.add("TRN", "1", plain(one.trace), plain(one.origin))
        _person(out, "03", dependent, "dependent")
    _dates(out, [("291", one.on, one.on_to)])
    for service in one.services:
        out.add("EQ", plain(service))
    return out.parts


def _answer(one: EligibilityAnswer, place: int, envelope: Envelope) -> list[str]:
    out, dependent = Writing(), one.dependent
    stops = {found.level for found in one.rejections}
    goes_on = one.subscriber != Member() or dependent is not None
    _head(out, "271", "11", place, one.trace, envelope)
    out.add("HL", "1", "", "20", "1" if goes_on or "provider" in stops else "0")
    write_nm1(out, "PR", one.payer, address=False)
    _rejections(out, one.rejections, "payer")
    if goes_on or "provider" in stops:
        out.add("HL", "2", "1", "21", "1" if goes_on else "0")
        write_nm1(out, "1P", one.provider, address=False)
        _rejections(out, one.rejections, "provider")
    if goes_on:
        out.add("HL", "3", "2", "22", "1" if dependent else "0")
        if dependent is None:
            _traces(out, one)
        _person(out, "IL", one.subscriber, "subscriber", one.rejections)
    if dependent is not None:
        out.add("HL", "4", "3", "23", "0")
        _traces(out, one)
        _person(out, "03", dependent, "dependent", one.rejections)
    for benefit in one.benefits:
        _benefit(out, benefit, one.rejections if benefit is one.benefits[-1] else ())
    return out.parts


def _head(out: Writing, code: str, purpose: str, place: int, reference: str, envelope: Envelope) -> None:
    moment = envelope.at
    out.add("ST", code, transaction_number(place), GUIDE)
    out.add("BHT", "0022", purpose, plain(reference), f"{moment:%Y%m%d}", f"{moment:%H%M}")


def _traces(out: Writing, one: EligibilityAnswer) -> None:
    for kind, trace in (("2", one.trace), ("1", one.payer_trace)):
        if trace:
            out.add("TRN", kind, plain(trace), "9999999999")


def _person(out: Writing, entity: str, who: Member, level: Level, rejections: tuple[Rejection, ...] = ()) -> None:
    write_nm1(out, entity, who.party, address=False)
    _references(out, who.references)
    write_address(out, who.party.address)
    _rejections(out, rejections, level)
    if who.birth_date or who.sex:
        out.add("DMG", "D8" if who.birth_date else "", day8(who.birth_date), who.sex)
    if who.relation or who.corrected:
        changed = ("001", "25") if who.corrected else ("", "")
        out.add("INS", "Y" if entity == "IL" else "N", who.relation or ("18" if entity == "IL" else "G8"), *changed)
    _dates(out, who.dates)


def _rejections(out: Writing, rejections: Iterable[Rejection], level: Level) -> None:
    for found in rejections:
        if found.level == level:
            out.add("AAA", "Y" if found.valid else "N", "", found.reason, found.follow_up)


def _references(out: Writing, references: Iterable[tuple[str, str]]) -> None:
    for kind, value in references:
        out.add("REF", kind, plain(value))


def _dates(out: Writing, dates: Iterable[tuple[str, date, date | None]]) -> None:
    for kind, first, last in dates:
        if last is None:
            out.add("DTP", kind, "D8", day8(first))
        else:
            out.add("DTP", kind, "RD8", f"{day8(first)}-{day8(last)}")


def _benefit(out: Writing, one: Benefit, rejections: tuple[Rejection, ...]) -> None:
    out.add(
        "EB", one.kind, one.level, "", one.insurance, plain(one.plan), one.period, amount(one.amount),
        number(one.percent), one.quantity_kind, number(one.quantity), one.authorization, one.network,
        write_procedure(one.procedure),
    )  # fmt: skip
    out.repeat(3, one.services)
    for delivery in one.deliveries:
        out.add("HSD", *map(plain, delivery))
    _references(out, one.references)
    _dates(out, one.dates)
    _rejections(out, rejections, "benefit")
    for message in one.messages:
        out.add("MSG", plain(message))
    for place in one.places:
        out.add("III", "ZZ", plain(place))
    if one.parties:
        out.add("LS", _PRESENT)
        for named in one.parties:
            write_nm1(out, named.kind, named.party)
            for phone in named.phones:
                out.add("PER", "IC", "", "TE", plain(phone))
        out.add("LE", _PRESENT)
