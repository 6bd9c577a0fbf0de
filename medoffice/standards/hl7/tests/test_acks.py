"""Answers: to whom, about which number, what is wrong and where; read the same as they were written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.standards.hl7.acks import modern
from medoffice.standards.hl7.api import (
    AckCode,
    Fault,
    Message,
    Unframer,
    acknowledge,
    faults_of,
    framed,
    is_ack,
    read_ack,
    read_message,
)
from medoffice.standards.hl7.check import check_message
from medoffice.standards.hl7.tests.makers import RESULT

AT = "20261124090000-0600"
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)


def test_an_answer_goes_back_where_the_message_came_from() -> None:
    ours = acknowledge(read_message(RESULT), AckCode.ACCEPT, control_id="M-1", at=AT)
    assert ours.raw == (
        b"MSH|^~\\&|MEDOFFICE|LANTERN|LAB|NORTHFIELD LAB|20261124090000-0600||ACK^R01^ACK|M-1|P|2.5.1"
        b"||||||UNICODE UTF-8\r"
        b"MSA|AA|R-1001\r"
    )
    assert is_ack(ours)


@pytest.mark.parametrize("number", ["0007", "7.0", "1E5", "a^b", "\u00c5-1"])
def test_a_number_is_text_and_comes_back_letter_by_letter(number: str) -> None:
    message = read_message(RESULT).with_values({"MSH-10": number})
    assert read_ack(acknowledge(message, AckCode.ACCEPT, control_id="1", at=AT)).control_id == number


def test_what_is_no_message_is_answered_without_a_number() -> None:
    told = read_ack(acknowledge(Message(b""), AckCode.REJECT, control_id="1", at=AT, words="Not HL7."))
    assert (told.code, told.control_id, told.words) == ("AR", "", "Not HL7.")


@given(st.sampled_from(["101", "207"]), st.lists(TEXT.filter(bool), max_size=6).map(tuple), TEXT)
def test_faults_come_back(code: str, where: tuple[str, ...], words: str) -> None:
    fault = Fault(code, where, words or "required field missing" if code == "101" else words or "internal error")
    told = read_ack(acknowledge(read_message(RESULT), AckCode.ERROR, control_id="1", at=AT, faults=[fault, fault]))
    assert told.faults == (fault, fault)


def test_before_version_2_5_an_error_is_one_field() -> None:
    old = read_message(RESULT.replace(b"2.5.1", b"2.3.1", 1))
    ours = acknowledge(old, AckCode.ERROR, control_id="1", at=AT, faults=[Fault("101", ("PID", "1", "3"), "No MRN.")])
    assert ours.segments[2].line == b"ERR|PID^1^3^101&No MRN.&HL70357"
    assert ours.value("MSH-9.3") == ""
    assert read_ack(ours).faults == (Fault("101", ("PID", "1", "3"), "No MRN."),)
    assert [modern(one) for one in ("2.1", "2.4", "2.5", "2.5.1", "2.8", "3", "")] == [False, False, *[True] * 5]


def test_what_a_check_found_is_told_as_faults() -> None:
    found = check_message(read_message(b"MSH|^~\\&|A|B|C|D|2026||ORU^R01||P|2.5.1\rPID|1||1\r"))
    assert [(one.code, one.where) for one in faults_of(found)] == [("101", ("MSH", "1", "10")), ("100", ("OBR", "1"))]


@pytest.mark.parametrize("odd", [b"\x0b", b"\x1c", b"\x1c\r", b"\x0bMSH|", b"\\", b"^~&|", b"\x00"])
@pytest.mark.parametrize("place", [b"LAB", b"R-1001", b"|P|", b"2.5.1", b"R01"])
def test_whatever_stands_in_a_header_its_answer_goes_over_a_wire(odd: bytes, place: bytes) -> None:
    message = Message(RESULT.replace(place, place[:-1] + odd + place[-1:], 1))
    answer = acknowledge(message, AckCode.ERROR, control_id="A-1", at="20261124", words=odd.decode())
    (frame,) = Unframer().feed(framed(answer.raw))
    assert frame.data == answer.raw
    assert read_ack(read_message(frame.data)).control_id == message.value("MSH-10")
