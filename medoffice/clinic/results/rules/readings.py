"""What a message of results says, in the nouns of this room. Nothing is guessed: what is no number stays text."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from zoneinfo import ZoneInfo

from medoffice.clinic.results.rules.levels import level_of
from medoffice.clinic.results.types import WITHDRAWN, Level, Line, ReportSaid, Whose
from medoffice.standards.hl7.types import (
    Attachment,
    Code,
    Moment,
    Observation,
    OrderResult,
    Patient,
    Precision,
    Results,
    Structured,
    Value,
)

_DAYS = (Precision.YEAR, Precision.MONTH, Precision.DAY)
_DIGITS = re.compile(r"\D")


def reports_in(said: Results, zone: ZoneInfo) -> list[ReportSaid]:
    """The reports of a message, one for each order; a time without a zone is the office's."""
    return [_report(order, zone) for order in said.orders]


def whose(patient: Patient, phone: str = "") -> Whose:
    """Who a message says it is about."""
    name = next(iter(patient.names), None)
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


def _report(order: OrderResult, zone: ZoneInfo) -> ReportSaid:
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
        notes="\n".join(order.notes),
        lines=tuple(_lines(order, zone)),
    )


def _lines(order: OrderResult, zone: ZoneInfo) -> Iterator[Line]:
    """The observations; two that would be the same one are told apart by their order."""
    times: dict[str, int] = {}
    for one in order.observations:
        name = f"{one.code.code or one.code.words}|{one.code.system}|{one.sub_id}"[:180]
        times[name] = times.get(name, 0) + 1
        yield _line(one, name if times[name] == 1 else f"{name}|{times[name]}", zone)


def _line(one: Observation, key: str, zone: ZoneInfo) -> Line:
    number = one.values[0] if len(one.values) == 1 and isinstance(one.values[0], Decimal) else None
    paper = next((value for value in one.values if isinstance(value, Attachment)), None)
    return Line(
        key=key,
        code=one.code.code[:60],
        system=one.code.system[:20],
        words=(one.code.words or "Result")[:200],
        kind=one.value_type[:3],
        value="\n".join(filter(None, (text_of(value) for value in one.values))),
        number=number if number is not None and abs(number) < Decimal("1e12") else None,
        unit=(one.units.code or one.units.text)[:80],
        range=one.reference_range[:120],
        flags=one.flags,
        level=Level.NORMAL if one.status == WITHDRAWN else level_of(one.flags, number, one.reference_range),
        status=one.status[:2],
        observed_at=instant_of(one.at, zone),
        notes="\n".join((*one.notes, f"Measured with {one.device[:80]}") if one.device else one.notes),
        paper=paper.data if paper is not None and paper.data else None,
    )


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
        return value.at.strftime("%m/%d/%Y" if value.precision in _DAYS else "%m/%d/%Y %H:%M")
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return f"{value.kind or 'a document'}, {len(value.data)} bytes" if isinstance(value, Attachment) else value


def _plain(number: Decimal | None) -> str:
    return "" if number is None else f"{number:f}"
