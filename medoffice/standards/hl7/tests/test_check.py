"""What is said of a message, and how it would be answered."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.kernel.findings import Severity
from medoffice.standards.hl7.api import (
    MOST_BYTES,
    CheckResult,
    Message,
    check_bytes,
    check_message,
    errors_in,
    oddities_in,
)
from medoffice.standards.hl7.tests.makers import MSH, NTE, OBR, OBX, PID, RESULT, with_msh
from medoffice.standards.hl7.tests.work import work_of

MUCH = 80  # calls and bytes gone through, of a byte that comes


def said(data: bytes) -> tuple[str | None, list[str]]:
    (result,) = check_bytes(data, "x")
    return result.ack, [finding.code for finding in result.findings]


def test_a_good_message_is_accepted() -> None:
    (result,) = check_bytes(RESULT, "x.hl7")
    assert result.ok
    assert result.as_json() == {
        "file": "x.hl7", "type": "ORU^R01", "control_id": "R-1001", "ack": "AA", "findings": [],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "data", "ack", "codes"),
    [
        ("nothing", b"", "AR", ["hl7.empty"]),
        ("garbage", b"\x00\xff\xfe" * 99 + b"x", "AR", ["hl7.no-msh"]),
        ("a kind nobody knows", RESULT.replace(b"ORU^R01", b"ZZZ^Z01"), "AR", ["hl7.type"]),
        ("an event nobody knows", RESULT.replace(b"ORU^R01", b"ORU^R99"), "AR", ["hl7.event"]),
        ("no kind", RESULT.replace(b"ORU^R01^ORU_R01", b""), "AE", ["hl7.missing"]),
        ("no number", RESULT.replace(b"R-1001", b""), "AE", ["hl7.missing"]),
        ("version 3", RESULT.replace(b"|2.5.1", b"|3.0"), "AR", ["hl7.version"]),
        ("no version", RESULT.replace(b"|2.5.1", b"|"), "AA", ["hl7.no-version"]),
        ("not in earnest", RESULT.replace(b"|P|2.5", b"|X|2.5"), "AR", ["hl7.processing"]),
        ("no patient", with_msh(OBR), "AE", ["hl7.missing"]),
        ("no order", with_msh(PID), "AE", ["hl7.no-segment"]),
        ("lines that continue", with_msh(PID, OBR, b"and more"), "AA", ["hl7.line-break"]),
        ("zero bytes", with_msh(PID, OBR, b"NTE|1||a\x00b"), "AA", ["hl7.nul"]),
        ("cut off", RESULT[:60], "AR", ["hl7.missing", "hl7.missing", "hl7.processing", "hl7.no-version"]),
        ("other letters than declared", with_msh(PID.replace(b"V", b"\xc4"), OBR, msh=MSH + b"||||||UTF-8"), "AA",
         ["hl7.charset"]),
        ("letters that ASCII has not", with_msh(PID.replace(b"V", "Ł".encode()), OBR, msh=MSH + b"||||||ASCII"), "AA",
         ["hl7.charset"]),
        ("letters nobody knows", with_msh(PID.replace(b"V", b"\xc4"), OBR, msh=MSH + b"||||||HP-ROMAN8"), "AA",
         ["hl7.charset"]),
        ("a name nobody knows, and no such letters", with_msh(PID, OBR, msh=MSH + b"||||||HP-ROMAN8"), "AA", []),
        ("two delimiters alike", RESULT.replace(b"^~\\&", b"^~\\^"), "AE", ["hl7.delimiters"]),
    ],
)  # fmt: skip
def test_what_is_odd_is_said(name: str, data: bytes, ack: str, codes: list[str]) -> None:
    assert said(data) == (ack, codes), name


def test_an_answer_is_not_answered() -> None:
    assert said(b"MSH|^~\\&|A|B|C|D|2026||ACK|1|P|2.3\rMSA|AA|7\r") == (None, [])


@given(st.lists(st.tuples(st.integers(0, len(RESULT) - 1), st.binary(max_size=2)), max_size=8))
def test_what_is_answered_rests_on_errors_and_on_all_of_them(changed: list[tuple[int, bytes]]) -> None:
    data = RESULT
    for place, byte in changed:
        data = data[:place] + byte + data[place + 1 :]
    message = Message(data)
    every = check_message(message)
    assert every == [*errors_in(message), *oddities_in(message)]
    assert errors_in(message) == [one for one in every if one.severity is Severity.ERROR]


def test_each_message_of_a_file_has_its_own_answer() -> None:
    results = check_bytes(b"junk\n" + RESULT + RESULT.replace(b"R-1001", b"") + RESULT, "x")
    assert [result.ack for result in results] == ["AA", "AE", "AA"]
    assert [finding.code for finding in results[0].findings] == ["hl7.stray"]


@pytest.mark.parametrize(
    "data",
    [
        bytes(MOST_BYTES + 1),
        bytes(1_000_000),
        MSH + b"\r" + b"OBX|" * 250_000,
        MSH + b"\r" + b"\\E\\" * 20_000,
        MSH + b"\r" + b"A\n" * 500_000,
        MSH + b"\rPID|||" + b"~" * 500_000,
        MSH + b"\rPID|||" + b"^&" * 500_000,
        b"MSH|" * 50_000,
        b"MSH|\r" * 2_000,
        b"\x0bMSH" * 100_000,
        MSH.replace(b"|", b"M"),
        MSH + b"\xff" * 1_000_000,
        RESULT.decode().encode("utf-16-le") * 50,
        (MSH + b"\r" + PID + b"\r" + OBR + b"\r" + (OBX[0] + b"\r" + NTE + b"\r") * 500),
        (MSH + b"\r" + PID + b"\r" + OBR + b"\r" + OBX[0] + b"\r" + b"NTE|1||x\r" * 3_000),
        (MSH + b"\r" + PID + b"\r" + (OBR + b"\r") * 300),
    ],
    ids=lambda data: repr(data[:20]),
)
def test_hostile_bytes_get_findings_and_work_grows_with_them_only(data: bytes) -> None:
    """Work is counted: what goes through the bytes again for each part of them does thousands of times as much."""
    said = list[CheckResult]()
    assert work_of(lambda: said.extend(check_bytes(data, "x"))) < MUCH * (len(data) + 1_000)
    assert said
    assert all(len(result.findings) <= 100 for result in said)


@pytest.mark.parametrize(
    "reader",
    [
        lambda data: [data[at:].find(b"x") for at in range(0, len(data), 10)],
        lambda data: [data.count(b"|") for _ in range(len(data) // 10)],
        lambda data: [len(data) for _ in range(MUCH * len(data) * 2)],
    ],
)
def test_the_count_finds_a_reader_that_goes_through_all_again(reader: Callable[[bytes], object]) -> None:
    data = b"|" * 5_000
    assert work_of(lambda: reader(data)) > MUCH * (len(data) + 1_000)
