"""Whose it is, how much it asks for, which version counts: without a database."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from medoffice.clinic.results.rules.levels import is_outside, level_of
from medoffice.clinic.results.rules.matching import compare, only_sure, ordered_for
from medoffice.clinic.results.rules.own import may_answer, message_of_own
from medoffice.clinic.results.rules.readings import reports_in, whose
from medoffice.clinic.results.rules.trend import trend_of
from medoffice.clinic.results.rules.versions import fate_of, fates, reopens
from medoffice.clinic.results.tests.makers import PDF, oru, paper
from medoffice.clinic.results.types import Fate, Found, Held, Known, Level, Line, Own, ReportSaid, Whose
from medoffice.kernel.ids import new_id
from medoffice.standards.hl7.api import patient_of, read_message, read_results

CHICAGO = ZoneInfo("America/Chicago")
KNOWN = Known(UUID(int=1), "Vale", "Ingrid", date(1968, 3, 8), "F", "M-10001", "2175550111")
SOON, LATER = datetime(2026, 11, 24, 10, tzinfo=UTC), datetime(2026, 11, 24, 12, tzinfo=UTC)


def line(value: str = "5.1", status: str = "F", flags: tuple[str, ...] = ("N",)) -> Line:
    return Line(
        "K", "K", "LN", "Potassium", "NM", value, Decimal(value), "mmol/L", "", flags, Level.NORMAL, status, None, ""
    )


def held(value: str = "5.1", status: str = "F", said_at: datetime | None = SOON) -> Held:
    return Held(new_id(), "K", value, "mmol/L", "", "N", status, "", said_at)


def the_report(data: bytes) -> ReportSaid:
    return reports_in(read_results(read_message(data))[0], CHICAGO)[0]


_BLANK = some.sampled_from(["", " ", '""', "-", "\t"])


@given(family=_BLANK, given_name=_BLANK, numbers=some.lists(_BLANK), phone=_BLANK, sex=some.sampled_from(["", "F"]))
def test_p34_blank_identifiers_never_match(
    family: str, given_name: str, numbers: list[str], phone: str, sex: str
) -> None:
    said = Whose(family=family, given=given_name, mrns=tuple(numbers), phone=phone, sex=sex)
    strangers = [KNOWN, Known(UUID(int=2), "", "", date(1900, 1, 1), "", "", "")]
    assert only_sure(said, strangers) is None
    assert not any(compare(said, one).agrees for one in strangers)
    assert ordered_for(said, [KNOWN])[0] is False


@pytest.mark.parametrize(
    ("said", "agrees", "against"),
    [
        (Whose("VALE", "INGRID M", date(1968, 3, 8)), ("name", "birth date"), ()),
        (Whose("Vale", "Ingrid", mrns=("m10001",)), ("name", "record number"), ()),
        (Whose("Vale", "Ingrid", date(1968, 8, 3)), ("name",), ("birth date",)),
        (Whose("Vale", "Inga", date(1968, 3, 8)), ("birth date",), ("name",)),
        (Whose("Vale", "Ingrid", date(1968, 3, 8), sex="M"), ("name", "birth date"), ("sex",)),
        (Whose(born=date(1968, 3, 8), phone="2175550111"), ("birth date", "telephone"), ()),
        (Whose(mrns=("M-10001",)), ("record number",), ()),
    ],
)
def test_at_least_two_identifiers_and_none_of_anothers(
    said: Whose, agrees: tuple[str, ...], against: tuple[str, ...]
) -> None:
    found = compare(said, KNOWN)
    assert (found.agrees, found.against) == (agrees, against)
    assert found.sure is (len(agrees) > 1 and not against)


def test_two_who_may_be_meant_are_nobody() -> None:
    twin = Known(UUID(int=2), "Vale", "Ingrid", date(1968, 3, 8), "F", "M-10002", "")
    said = Whose("Vale", "Ingrid", date(1968, 3, 8))
    assert only_sure(said, [KNOWN, twin]) is None
    assert only_sure(said, [KNOWN]) is not None


def test_whoever_was_merged_into_another_is_known_as_both_and_is_one() -> None:
    also = Known(KNOWN.id, "Vail", "Ingird", date(1968, 8, 3), "F", "M-10002", "")
    old = Whose("Vail", "Ingird", date(1968, 8, 3))
    assert ordered_for(old, [KNOWN, also]) == (True, "")
    assert only_sure(old, [KNOWN, also]) == only_sure(old, [also])
    assert only_sure(Whose("Vale", "Ingrid", mrns=("M-10001", "M-10002")), [KNOWN, also]) is not None
    mixed = Whose("Vail", "Ingird", date(1968, 3, 8))
    assert (only_sure(mixed, [KNOWN, also]), ordered_for(mixed, [KNOWN, also])[0]) == (None, False)


def test_an_order_number_is_one_identifier_and_another_has_to_agree() -> None:
    assert ordered_for(Whose("Vale", "Ingrid"), [KNOWN]) == (True, "")
    agreed, why = ordered_for(Whose("Stone", "Ada", date(1990, 1, 2)), [KNOWN])
    assert (agreed, why) == (False, "the order is for somebody with another name and birth date")


@pytest.mark.parametrize(
    ("flags", "value", "within", "level"),
    [
        (("HH",), "", "", Level.CRITICAL),
        (("A", "LL"), "", "", Level.CRITICAL),
        (("H",), "", "", Level.ABNORMAL),
        (("ODD",), "", "", Level.ABNORMAL),
        (("N",), "9", "3-5", Level.NORMAL),
        ((), "5.2", "3.5-5.1", Level.ABNORMAL),
        ((), "5.1", "3.5 - 5.1", Level.NORMAL),
        ((), "61", "<60", Level.ABNORMAL),
        ((), "5", "see note", Level.NORMAL),
        ((), "", "3-5", Level.NORMAL),
        ((), ">40", "0-40", Level.ABNORMAL),
        ((), ">=40", "0-40", Level.NORMAL),
        ((), ">30", "0-40", Level.NORMAL),
        ((), "<0", "0-40", Level.ABNORMAL),
        ((), "<60", ">=60", Level.ABNORMAL),
        ((), "60", "<60", Level.ABNORMAL),
        ((), "1:128", "<60", Level.NORMAL),
    ],
)
def test_how_much_it_asks_for(flags: tuple[str, ...], value: str, within: str, level: Level) -> None:
    assert level_of(flags, value, within) is level


@given(some.text(max_size=40))
def test_any_range_is_read_or_left(text: str) -> None:
    assert is_outside("4", text) in (True, False)


@pytest.mark.parametrize(
    ("now", "known", "said_at", "fate"),
    [
        (line(), None, SOON, Fate.NEW),
        (line(), held(), LATER, Fate.SAME),
        (line(), held(status="P"), LATER, Fate.NEXT),
        (line("6.0", "C"), held(), LATER, Fate.CORRECTION),
        (line("6.0", "F"), held(), LATER, Fate.CORRECTION),
        (line("5.1", "C"), held(), LATER, Fate.CORRECTION),
        (line("5.1", "W"), held(), SOON, Fate.CORRECTION),
        (line("6.0", "C"), held(status="W"), LATER, Fate.CORRECTION),
        (line("5.1", "P"), held(status="W"), SOON, Fate.NEXT),
        (line("5.0", "P"), held(), None, Fate.LATE),
        (line("5.0", "F"), held("6.0", "C", LATER), SOON, Fate.LATE),
        (line("5.0", "F"), held("6.0", "C", None), SOON, Fate.LATE),
    ],
)
def test_which_version_counts(now: Line, known: Held | None, said_at: datetime | None, fate: Fate) -> None:
    assert fate_of(now, known, said_at) is fate
    found = fates([now], {"K": known} if known else {}, said_at)
    assert reopens(one for _, one in found) is (fate not in (Fate.SAME, Fate.LATE))


def test_what_a_message_says() -> None:
    data = oru(
        "SN|ALT^ALT^L||<^5|U/L|0-40|N|||F",
        "NM|K^Potassium^L||6.8|mmol/L|3.5-5.1|HH|||F",
        "NM|K^Potassium^L||6.9|mmol/L|3.5-5.1|HH|||F",
        "CE|ORG^Organism^L|1|112283007^Escherichia coli^SCT||||||F",
        paper(),
        numbers="M-10001^^^OFFICE",
        placer="0007^OFFICE",
        npi="1999999984^Okafor^Amara",
    )
    said = the_report(data)
    assert (said.placer, said.filler, said.words) == ("0007", "F100", "Comprehensive metabolic")
    assert (said.collected_on, said.ordered_npi) == (date(2026, 11, 24), "1999999984")
    alt, first, second, grown, document = said.lines
    assert (alt.value, alt.number) == ("<5", None)
    assert (first.number, first.level, first.key != second.key) == (Decimal("6.8"), Level.CRITICAL, True)
    assert grown.value == "Escherichia coli"
    assert document.paper == PDF
    message = read_message(data)
    found = whose(patient_of(message))
    assert (found.name, found.born, found.mrns) == ("Vale, Ingrid", date(1968, 3, 8), ("M-10001",))


def test_a_birth_date_that_is_only_a_year_is_none() -> None:
    message = read_message(oru(who="Vale^Ingrid||1968|F"))
    assert whose(patient_of(message)).born is None


def test_one_number_has_no_course() -> None:
    assert trend_of("Potassium", [], "mmol/L") is None


@pytest.mark.parametrize(
    ("taken", "fits"),
    [
        (None, False),
        (datetime(2026, 11, 24, 15, tzinfo=UTC), True),  # that morning, before it was written down
        (datetime(2026, 11, 23, 23, tzinfo=UTC), False),
        (datetime(2026, 11, 25, 18, 9, tzinfo=UTC), True),
        (datetime(2026, 11, 25, 18, 11, tzinfo=UTC), False),
        (datetime.max.replace(tzinfo=UTC), False),
        (datetime.min.replace(tzinfo=UTC), False),
    ],
)
def test_only_what_was_taken_since_the_day_of_the_order_may_answer_it(taken: datetime | None, fits: bool) -> None:
    own = Own("DF-1", "ecg", "L", "ECG", (Found("ecg-rate", "L", "Heart rate", "61", "/min"),), taken_at=SOON)
    message = message_of_own(own, Whose("Vale", "Ingrid"), control_id="1", at=SOON, by="Ruiz", training=False)
    said = replace(the_report(message.raw), collected_at=taken)
    ordered, now = datetime(2026, 11, 24, 20, tzinfo=UTC), datetime(2026, 11, 25, 18, tzinfo=UTC)
    assert may_answer(said, ordered, now, CHICAGO) is fits


def test_what_the_office_found_says_its_units_as_its_own_and_what_it_takes_back() -> None:
    found = (
        Found("a", "L", "A", "1", "U", status="F"),
        Found("b", "L", "B", "2", status="W"),
        Found("c", "L", "C", "3"),
    )
    own = Own("DF-1", "ecg", "L", "ECG", found, corrected=True)
    message = message_of_own(own, Whose("Vale", "Ingrid"), control_id="1", at=SOON, by="Ruiz", training=False)
    assert [one.value(11) for one in message.named("OBX")] == ["F", "W", "C"]
    assert (message.value("OBX-6.1"), message.value("OBX-6.3")) == ("U", "L")
    gone = message_of_own(
        replace(own, withdrawn=True), Whose(), control_id="1", at=SOON, by="Ruiz", training=False
    )  # fmt: skip
    assert (gone.value("OBR-25"), gone.value("OBX[3]-11")) == ("W", "W")
