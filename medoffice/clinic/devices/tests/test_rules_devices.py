"""The office's layout of a file of a device: what it says, and for what it is refused; values as a result."""

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.clinic.devices.queries.devices import services
from medoffice.clinic.devices.rules.correcting import corrected, in_order, is_otherwise, struck
from medoffice.clinic.devices.rules.layout import is_hl7, is_ours, read_file
from medoffice.clinic.devices.rules.wrote import readings_of, result_of, why_no_time
from medoffice.clinic.devices.tests.makers import spirometry_file
from medoffice.clinic.devices.types import By, Reading, Wrote
from medoffice.clinic.results.types import Level, Result
from medoffice.kernel.refusals import Refusal

CHICAGO = ZoneInfo("America/Chicago")


def test_tl10_a_file_says_whose_it_is_with_what_it_was_measured_and_each_value() -> None:
    said = read_file(b"\xef\xbb\xbf" + spirometry_file("M-10001"), CHICAGO)
    assert (said.service, said.whose.mrns, said.whose.name) == ("spirometry", ("M-10001",), "Vale, Ingrid")
    assert (said.whose.born, said.whose.sex) == (date(1971, 3, 2), "F")
    assert said.wrote.at == datetime(2026, 11, 24, 16, 5, tzinfo=UTC)
    assert said.wrote.by == By("SpiroLite", "SL-4411", date(2026, 11, 24))
    assert said.wrote.readings == (
        Reading("FEV1", "2.91", "L", ">= 2.60"),
        Reading("FEV1/FVC", "64", "%", ">= 70", "L", "own-1", "99DEV"),
    )
    assert said.wrote.notes == "good effort"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (b"medoffice device file,1", b"medoffice device file,2", "first line"),
        (b"service,spirometry\n", b"", "does not say service"),
        (b"serial,SL-4411\n", b"", "does not say serial"),
        (b"device,SpiroLite\n", b"device, \n", "does not say device"),
        (b"taken,2026-11-24 10:05", b"taken,noon", "taken is no time"),
        (b"taken,2026-11-24 10:05", b"taken,9999-12-31 23:59-12:00", "no year in which devices"),
        (b"taken,2026-11-24 10:05", b"taken,0001-01-01 00:00+14:00", "no year in which devices"),
        (b"born,1971-03-02", b"born,03/02/1971", "born is no day"),
        (b"sex,F", b"sex,F\nsex,M", "what it said before"),
        (b"sex,F", b"mood,good", "what is no word of it"),
        (b"reading,FEV1,2.91,L,>= 2.60", b"reading,FEV1", "is no reading"),
        (b"own-1,99DEV", b"own-1", "is no reading"),
        (b"good effort", b"x" * 300, "too long"),
        (b"good effort", b"a\x07b", "cannot be shown"),
        (b"good effort", b"\xff\xfe", "no lines between commas"),
        (b"good effort", b'"open', "no lines between commas"),
        (b"note,good effort", b"reading,a,1\n" * 201, "more than 200"),
        (b"note,good effort", b"note," + b" " * (1 << 20), "larger than 1 MB"),
    ],
)
def test_a_file_that_is_odd_is_refused_with_what_is_wrong(old: bytes, new: bytes, says: str) -> None:
    data = spirometry_file("M-10001")
    assert old in data
    with pytest.raises(Refusal, match=says):
        read_file(data.replace(old, new), CHICAGO)


@given(st.binary(max_size=300), st.integers(0, 300))
def test_whatever_is_in_a_file_is_read_or_refused(junk: bytes, at: int) -> None:
    data = spirometry_file("M-10001")
    with suppress(Refusal):
        assert read_file(data[:at] + junk + data[at:], CHICAGO).wrote.readings


def test_what_bytes_are_is_told_by_how_they_begin() -> None:
    assert [is_ours(one) for one in (spirometry_file("1"), b"Medoffice Device File,1", b"%PDF-1.7", b"")] == [
        True, True, False, False,
    ]  # fmt: skip
    assert [is_hl7(one) for one in (b"MSH|^~\\&|", b"\x0bMSH|", b"\r\nMSH|", b"%PDF-1.7")] == [True, True, True, False]


def test_what_is_typed_has_the_offices_own_names_and_no_code_of_a_list() -> None:
    of = services()["ecg"]
    found = readings_of(of, {"ecg-rate": Decimal("61.0"), "ecg-pr": None}, " sinus rhythm ")
    assert [(one.words, one.value, one.unit, one.code, one.system) for one in found] == [
        ("Heart rate", "61", "/min", "ecg-rate", "L"),
        ("Interpretation", "sinus rhythm", "", "ecg-said", "L"),
    ]
    assert readings_of(of, {"ecg-rate": Decimal(100)}, "")[0].value == "100"
    assert of.source == "unverified"


def test_a_value_has_a_code_of_a_list_only_where_its_file_says_one() -> None:
    readings = (Reading("Peak flow", "410", "L/min"), Reading("FEV1", "2.9", "L", code="own-1", system="99DEV"))
    wrote = Wrote("Spirometry", datetime(2026, 11, 24, 16, tzinfo=UTC), By("SpiroLite", "SL-4411", None), readings)
    own = result_of("DF-10001", "spirometry", wrote, "Carmen Ruiz")
    assert [(one.code, one.system) for one in own.found] == [("peak-flow", "L"), ("own-1", "99DEV")]
    assert own.notes == "SpiroLite, serial SL-4411, no calibration noted. Attached by Carmen Ruiz."


def test_a_clock_a_little_before_ours_is_one_and_one_of_another_time_is_none() -> None:
    now = datetime(2026, 11, 24, 16, tzinfo=UTC)
    found = [why_no_time(now + timedelta(minutes=one), now) for one in (-9, 9, 11)]
    assert found == ["", "", "This is still to come."]
    assert why_no_time(datetime(1989, 12, 31, tzinfo=UTC), now) == "This is before 1990."


def test_values_of_one_name_keep_their_order_and_only_what_is_otherwise_is_said_anew() -> None:
    def stood(key: str, value: str, status: str = "F") -> Result:
        level, at = Level.NORMAL, datetime(2026, 11, 24, 16, tzinfo=UTC)
        code, system, *_ = key.split("|")
        return Result(UUID(int=1), key, code, system, code, "NM", value, Decimal(value), "L", "", "H", level, status,
                      at, "", UUID(int=2), at, None)  # fmt: skip

    stands = [stood("fev1|L||2", "3.1"), stood("fev1|L|", "2.9"), stood("pef|L|", "400", "W")]
    assert [one.key for one in in_order(stands)] == ["fev1|L|", "pef|L|", "fev1|L||2"]
    assert not is_otherwise(stands, {"fev1|L|": "2.9", "pef|L|": ""})
    said = {"fev1|L|": "2.8", "fev1|L||2": ""}
    assert is_otherwise(stands, said)
    found = corrected(stands, said, [Reading("QT", "400", "ms", code="qt", system="L")])
    assert [(one.code, one.value, one.status, one.flag) for one in found] == [
        ("fev1", "2.8", "", ""), ("pef", "400", "W", "H"), ("fev1", "3.1", "W", ""), ("qt", "400", "", ""),
    ]  # fmt: skip
    assert corrected(stands, {"pef|L|": "410"})[1].value == "410"
    assert {one.status for one in struck(stands)} == {"W"}
