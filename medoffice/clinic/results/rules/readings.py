"""What a message of results says, in the nouns of this room. Nothing is guessed: what is no number stays text."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from zoneinfo import ZoneInfo

from medoffice.clinic.results.rules.levels import level_of
from medoffice.clinic.results.types import WITHDRAWN, Level, Line, ReportSaid, Whose
from medoffice.standards.hl7.api import Message, read_results
from medoffice.standards.hl7.types import (
    Attachment,
    Code,
    Moment,
    Observation,
    OrderResult,
    Patient,
    PersonName,
    Precision,
    Results,
    Structured,
    Value,
)

_DAYS = (Precision.YEAR, Precision.MONTH, Precision.DAY)
_SHOWN = {Precision.YEAR: "%Y", Precision.MONTH: "%m/%Y", Precision.DAY: "%m/%d/%Y"}
_BESIDES = ("A", "B", "M", "N", "S")  # of names (HL7 table 0200; source: unverified): alias, at birth, maiden, nickname
_LOINC = "LN"
_DIGITS = re.compile(r"\D")


def said_in(message: Message, zone: ZoneInfo) -> tuple[Whose, list[ReportSaid]]:
    """Whose a message says it is, and its reports; nothing of one about several patients."""
    people = ((one.value(3), one.value(5), one.value(5, 2), one.value(7)) for one in message.named("PID"))
    if len(set(people)) > 1:
        return Whose(several=True), []
    said, _ = read_results(message)
    return whose(said.patient, message.first("PID").value(13)), reports_in(said, zone)


def reports_in(said: Results, zone: ZoneInfo) -> list[ReportSaid]:
    """The reports of a message, one for each order; a time without a zone is the office's."""
    times: dict[tuple[str, ...], Counter[str]] = {}
    reports = []
    for order in said.orders:
        named = _named(order)
        reports.append(_report(order, zone, times.setdefault(named, Counter()), _grown(order, said.orders)))
    return reports


def whose(patient: Patient, phone: str = "") -> Whose:
    """Who a message says it is about."""
    name = min(patient.names, key=_how_legal, default=None)
    home = next(iter(patient.addresses), None)
    born = patient.birth.day if patient.birth and patient.birth.precision not in _DAYS[:2] else None
    return Whose(
        family=name.family if name else "",
        given=name.given if name else "",
        born=born,
        sex=patient.sex if patient.sex in ("F", "M") else "",
        mrns=tuple(one.id for one in patient.identifiers),
        phone=_DIGITS.sub("", phone)[-10:],
        line1=home.street if home else "",
        city=home.city if home else "",
        state=home.state if home else "",
        zip=home.zip_code if home else "",
    )


def instant_of(moment: Moment | None, zone: ZoneInfo) -> datetime | None:
    """When it was, if the message says it to the hour at least."""
    if moment is None or moment.precision in _DAYS:
        return None
    return moment.at if moment.at.tzinfo else moment.at.replace(tzinfo=zone)


def day_of(moment: Moment | None, zone: ZoneInfo) -> date | None:
    """On which day it was, where the office is; nothing for a month or a year."""
    if moment is None or moment.precision in _DAYS[:2]:
        return None
    found = instant_of(moment, zone)
    return found.astimezone(zone).date() if found else moment.day


def _how_legal(name: PersonName) -> int:
    """The legal name first, then any other, then what somebody is called besides."""
    return 0 if name.use == "L" else 2 if name.use in _BESIDES else 1


def _named(order: OrderResult) -> tuple[str, ...]:
    """By what a laboratory names an order; orders of one message that are named alike go into one report."""
    return order.filler.id.strip() or order.placer.id.strip(), order.code.code or order.code.words


def _grown(order: OrderResult, orders: Sequence[OrderResult]) -> str:
    """What was found that led to this order, where it is one of several: the organism that is tested against."""
    led = order.led
    if not led.sub_id:
        return ""
    for one in (one for other in orders for one in other.observations):
        if one.sub_id == led.sub_id and one.code.code == led.code.code:
            return next((text_of(value) for value in one.values), led.words)
    return led.words


def _report(order: OrderResult, zone: ZoneInfo, times: Counter[str], grown: str) -> ReportSaid:
    collected = order.collected or next((one.collected for one in order.specimens if one.collected), None)
    name = order.ordered_by.name
    return ReportSaid(
        placer=order.placer.id.strip(),
        filler=order.filler.id.strip(),
        code=order.code.code[:60],
        system=order.code.system[:20],
        words=(order.code.words or "Laboratory report")[:200],
        status=order.status.strip()[:2],
        parent=order.parent.id.strip(),
        collected_on=day_of(collected, zone),
        collected_at=instant_of(collected, zone),
        reported_at=instant_of(order.reported, zone),
        ordered_by=" ".join(filter(None, (name.given, name.family)))[:120],
        ordered_npi=order.ordered_by.identifier.id.strip()[:20],
        notes="\n".join(order.notes).rstrip(),
        lines=tuple(_lines(order, zone, times, grown)),
    )


def _lines(order: OrderResult, zone: ZoneInfo, times: Counter[str], grown: str) -> Iterator[Line]:
    """The observations; two that would be the same one are told apart by their order."""
    of = f"|of {order.led.code.code}|{order.led.sub_id}" if order.led.sub_id else ""
    for one in order.observations:
        name = f"{one.code.code or one.code.words}|{one.code.system}|{one.sub_id}{of}"[:180]
        times[name] += 1
        yield _line(one, name if times[name] == 1 else f"{name}|{times[name]}", zone, grown)


def _line(one: Observation, key: str, zone: ZoneInfo, grown: str) -> Line:
    number, code = _number(one), _in_loinc(one.code)
    value = "\n".join(filter(None, (text_of(each) for each in one.values)))
    unit = (one.units.code or one.units.text)[:80]
    paper = next((each for each in one.values if isinstance(each, Attachment)), None)
    notes = (*one.notes, f"Measured with {one.device[:80]}") if one.device else one.notes
    words = one.code.words or "Result"
    return Line(
        key=key,
        code=code.code[:60],
        system=code.system[:20],
        words=(f"{words[:120]} ({grown})" if grown else words)[:200],
        kind=one.value_type[:3],
        value=value,
        number=number if number is not None and abs(number) < Decimal("1e12") else None,
        unit=unit,
        range=one.reference_range[:120],
        flags=one.flags,
        level=Level.NORMAL if one.status == WITHDRAWN else level_of(one.flags, value, one.reference_range, unit),
        status=one.status[:2],
        observed_at=instant_of(one.at, zone),
        notes="\n".join(notes).rstrip(),
        paper=paper.data if paper is not None and paper.data else None,
    )


def _number(one: Observation) -> Decimal | None:
    """The number it is, if it is nothing but one."""
    value = one.values[0] if len(one.values) == 1 else None
    if isinstance(value, Structured) and value.comparator in ("", "=") and not value.separator:
        return value.first
    return value if isinstance(value, Decimal) else None


def _in_loinc(code: Code) -> Code:
    """The code of LOINC, where a laboratory says one beside its own."""
    return code.other if code.other and code.other.code and code.other.system == _LOINC != code.system else code


def text_of(value: Value) -> str:
    """A value as a person reads it."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, Structured):
        parts = (value.comparator, _plain(value.first), value.separator, _plain(value.second))
        return "".join(parts)
    if isinstance(value, Code):
        return value.words
    if isinstance(value, Moment):
        return value.at.strftime(_SHOWN.get(value.precision, "%m/%d/%Y %H:%M"))
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return f"{value.kind or 'a document'}, {len(value.data)} bytes" if isinstance(value, Attachment) else value


def _plain(number: Decimal | None) -> str:
    return "" if number is None else f"{number:f}"
