"""What is written is read the same; what is not changed stays the same bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.standards.hl7.api import Header, Message, build, build_file, read_file, read_message, segment
from medoffice.standards.hl7.building import Field
from medoffice.standards.hl7.coding import Coding, Delimiters, delimiters_of
from medoffice.standards.hl7.tests.makers import RESULT

HEADER = Header(("ORU", "R01", "ORU_R01"), "7", "20261124", sender="MEDOFFICE")
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
LEAF = TEXT.filter(bool)
REPETITION = st.lists(st.lists(TEXT, min_size=1, max_size=3).map(tuple), min_size=1, max_size=4).map(tuple)
MARKS = st.permutations(list("|^~\\&#!$%*+/:;<=>?@")).map(lambda every: [one.encode() for one in every[:5]])


@given(TEXT, MARKS)
def test_any_text_comes_back_whatever_the_delimiters(text: str, marks: list[bytes]) -> None:
    coding = Coding(Delimiters(*marks))
    leaf = coding.leaf(text)
    assert coding.text(leaf) == text
    assert not {*leaf} & {*b"".join(marks[:3] + marks[4:]), *range(32)}


def test_zero_bytes_are_no_letters_wherever_they_stand() -> None:
    assert Coding().text(b"a\0b\\X00\\c") == "abc"
    assert Coding().text(b"a\0\xe9") == "a\xe9"  # no UTF-8, so read as Latin-1
    message = read_message(b"MSH|^~\\&\0|L\0IS|PRAIRIE\0|||20261124||ORU^R01|M\x001|P|2.5.1\rPID|1||\0\r")
    named = [message.value(path) for path in ("MSH-2", "MSH-3", "MSH-4", "MSH-10", "PID-3")]
    assert named == ["^~\\&", "LIS", "PRAIRIE", "M1", ""]


@given(st.lists(REPETITION, min_size=1, max_size=3))
def test_what_is_built_is_read_the_same(repetitions: list[tuple[tuple[str, ...], ...]]) -> None:
    value: Field = [*repetitions]
    message = read_message(build(HEADER, [segment("ZZZ", {4: value})]).raw)
    for at, components in enumerate(repetitions, 1):
        for place, parts in enumerate(components, 1):
            for under, text in enumerate(parts, 1):
                assert message.value(f"ZZZ-4[{at}].{place}.{under}") == text


@given(LEAF, st.sampled_from(["PID-5.1", "PID-3[2].4.2", "OBX[2]-5", "OBX[3]-20[2].3", "MSH-10", "NTE-3", "PID-30"]))
def test_one_leaf_is_changed_and_all_other_bytes_are_the_same(text: str, path: str) -> None:
    before = read_message(RESULT)
    after = before.with_values({path: text})
    assert after.value(path) == text
    assert [one.line for one in before.segments if one.name != path[:3]] == [
        one.line for one in after.segments if one.name != path[:3]
    ]
    assert after.with_values({path: before.value(path)}).value(path) == before.value(path)


@given(st.binary(max_size=200), st.sampled_from([b"MSH|^~\\&|", b"MSH|", b"MSH^", b"FHS|^~\\&|\rMSH|^~\\&|"]))
def test_unchanged_bytes_are_the_same_whatever_was_read(tail: bytes, head: bytes) -> None:
    for message in read_file(head + tail).messages:
        raw = message.raw
        assert head.rpartition(b"MSH")[1] + raw[3:] == raw
        for one in message.segments:
            for number in range(12):
                one.value(number)
                one.whole(number)
                for repetition in one.repetitions(number):
                    one.parts(repetition)
                    one.subparts(repetition, 2)
        assert bytes(message) == raw
        assert raw in head + tail


def test_line_ends_and_blank_lines_stay_where_a_leaf_is_changed() -> None:
    raw = RESULT.replace(b"\r", b"\r\n\r\n").replace(b"VALE", b"V\xc3\x84LE")
    changed = read_message(raw).with_values({"PID-5.1": "QU\u00cfST", "MSH-10": "9"})
    assert changed.raw == raw.replace("VÄLE".encode(), "QUÏST".encode()).replace(b"R-1001", b"9")


def test_a_place_that_is_none_is_refused_and_one_that_is_empty_is_empty() -> None:
    message = read_message(RESULT)
    for path in ("PID", "PID-0", "pid-5", "PID-5.0", "PID-5.1.1.1", "PID[0]-5", "PID-5.1 ", ""):
        with pytest.raises(ValueError, match="no place in a message"):
            message.value(path)
    for path in ("PID-99", "PID[2]-5", "ZZZ-1", "PID-5[2].1", "PID-5.9", "PID-5.1.2"):
        assert message.value(path) == ""
    for path in ("ZZZ-1", "OBX[4]-5", "MSH-1", "MSH-2"):
        with pytest.raises(ValueError, match=r"segment|delimiters"):
            message.with_values({path: "x"})


def test_a_file_of_a_batch_is_read_as_it_was_written() -> None:
    messages = [build(HEADER, [segment("PID", {5: ("VALE", f"A{n}")})]) for n in range(3)]
    file = read_file(build_file({3: "MEDOFFICE", 7: "20261124"}, messages))
    assert (file.messages, file.findings) == (messages, [])
    assert file.batches[0].header is not None
    assert file.batches[0].header.value(7) == "20261124"


def test_equal_bytes_are_equal_messages() -> None:
    assert len({Message(RESULT), Message(RESULT), Message(RESULT[:-1])}) == 2
    assert Message(RESULT) != RESULT
    assert "VALE" not in repr(Message(RESULT))
    assert delimiters_of(b"MSH").field == b"|"
    assert Delimiters().distinct
    assert not Delimiters(component=b"|").distinct
