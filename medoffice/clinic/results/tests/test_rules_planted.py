"""What is read in messages that were planted, fact by fact. Without a database."""

from collections.abc import Iterator
from datetime import UTC
from zoneinfo import ZoneInfo

import pytest

from medoffice.clinic.results.rules.answering import judge
from medoffice.clinic.results.rules.readings import said_in
from medoffice.clinic.results.tests.planted import Planted
from medoffice.clinic.results.tests.planted_reads import PLANTED
from medoffice.clinic.results.types import Line, ReportSaid, Whose
from medoffice.kernel.refusals import Refusal
from medoffice.standards.hl7.api import read_message

CHICAGO = ZoneInfo("America/Chicago")


def flat(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", " / ")


def who(said: Whose) -> str:
    born = said.born.isoformat() if said.born else ""
    found = "; ".join(filter(None, (said.name, born, said.sex, " ".join(said.mrns))))
    return f"who {found}" if said.name else f"who ; {found}"


def order(one: ReportSaid) -> str:
    told = f"order {one.placer}/{one.filler} {one.words}" + (f" ({one.status})" if one.status else "")
    if one.collected_at:
        told += f"; taken {one.collected_at.astimezone(UTC):%Y-%m-%dT%H:%MZ}"
    elif one.collected_on:
        told += f"; taken on {one.collected_on}"
    told += f"; under {one.parent}" if one.parent else ""
    return told + (f"; note {flat(one.notes)}" if one.notes else "")


def line(one: Line) -> str:
    told = f"line {one.words}: {flat(one.value)}"
    told += f" {one.unit}" if one.unit else ""
    told += f" [{flat(one.range)}]" if one.range else ""
    told += f" {','.join(one.flags)}" if one.flags else ""
    told += f" !{one.level.value}" if one.level else ""
    told += f" ({one.status})" if one.status else ""
    told += f" #{one.number}" if one.number is not None else ""
    told += f" LN {one.code}" if one.system == "LN" else ""
    told += f"; note {flat(one.notes)}" if one.notes.strip() else ""
    return told + (f"; paper {len(one.paper)}" if one.paper else "")


def told_of(data: bytes) -> Iterator[str]:
    whose, reports = said_in(read_message(data), CHICAGO)
    if whose.several:
        yield "several"
        return
    yield who(whose)
    for one in reports:
        yield order(one)
        yield from map(line, one.lines)


def answered(data: bytes) -> str:
    try:
        return judge(read_message(data), in_earnest=True).code.value
    except Refusal:
        return "AR"


@pytest.mark.parametrize("planted", PLANTED, ids=lambda one: one.name)
def test_what_is_read_is_what_a_careful_person_reads(planted: Planted) -> None:
    assert answered(planted.data) == planted.ack
    if planted.ack == "AA":
        assert list(told_of(planted.data)) == list(planted.reads)
