"""The eleven things that senders do and a reader must bear, each by its name; and that nothing is lost by it."""

import pytest

from medoffice.kernel.refusals import Refusal
from medoffice.standards.hl7.api import AckCode, Message, check_bytes, read_file, read_message
from medoffice.standards.hl7.tests.makers import MSH, OBX, PID, RESULT, with_msh


def family(data: bytes) -> str:
    return read_message(data).value("PID-5.1")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("1 LF ends a segment", RESULT.replace(b"\r", b"\n")),
        ("2 CRLF ends a segment", RESULT.replace(b"\r", b"\r\n")),
        ("3 the last segment has no end", RESULT.removesuffix(b"\r")),
        ("4 blank lines", b"\r\n\r\n" + RESULT.replace(b"\r", b"\r\r\n")),
        ("5 segments of their own (Z)", RESULT + b"ZLB|1|anything^at all\r"),
        ("6 five encoding characters", RESULT.replace(b"^~\\&|", b"^~\\&#|", 1)),
        ("7 a byte order mark", b"\xef\xbb\xbf" + RESULT),
        ("8 letters as MSH-18 says, or not", RESULT.replace(b"ANNA", b"\xc4NNA")),
        ("9 a file of batches", b"FHS|^~\\&|LAB\rBHS|^~\\&|LAB\r" + RESULT + b"BTS|1\rFTS|1\r"),
        ("10 escapes", RESULT.replace(b"ANNA", b"A\\T\\B\\X41\\\\.br\\")),
        ("the frame of a network", b"\x0b" + RESULT + b"\x1c\r"),
        ("two bytes a letter", RESULT.decode().encode("utf-16")),
        ("text before it", b"// a sample\r\n" + RESULT),
        ("blanks before a segment", RESULT.replace(b"\rOBX", b"\r \tOBX").replace(b"\rPID", b"\r  PID")),
        ("small letters", RESULT.replace(b"\rOBX", b"\robx").replace(b"\rPID", b"\rpid")),
    ],
)
def test_a_message_is_read_whatever_its_sender_did(name: str, data: bytes) -> None:
    message = read_message(data)
    assert message.value("PID-5.1") == "VALE", name
    assert len(message.named("OBX")) == 3
    assert message.value("OBX[3]-5.2") == "Yellow"


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", "hl7.empty"), (b" \r\n\x00", "hl7.empty"), (b"GARBAGE", "hl7.no-msh"), (b"MSH", "hl7.no-msh")],
)
def test_11_nothing_and_garbage_are_told_in_words(data: bytes, code: str) -> None:
    assert [finding.code for finding in read_file(data).findings] == [code]
    with pytest.raises(Refusal) as refused:
        read_message(data)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("declared", "written", "seen"),
    [
        ("8859/1", "Łuk".encode("iso8859-2"), "£uk"),
        ("8859/2", "Łuk".encode("iso8859-2"), "Łuk"),
        ("ASCII~8859/2", "Łuk".encode("iso8859-2"), "Łuk"),
        ("UNICODE UTF-8", "Łuk".encode(), "Łuk"),
        ("", "Łuk".encode(), "Łuk"),
        ("", "Ångström".encode("latin-1"), "Ångström"),
        ("UNICODE UTF-8", "Ångström".encode("latin-1"), "Ångström"),
        ("ASCII", "Łuk".encode(), "Łuk"),
        ("windows-1252", b"O\x92Brien", "O\u2019Brien"),
        ("hex", "Łuk".encode(), "Łuk"),
    ],
)
def test_letters_are_as_declared_else_utf_8_else_latin_1(declared: str, written: bytes, seen: str) -> None:
    msh = MSH + b"||||||" + declared.encode()
    assert family(with_msh(PID.replace(b"VALE", written), msh=msh)) == seen


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        (rb"a\F\b\S\c\T\d\R\e\E\f", "a|b^c&d~e\\f"),
        (rb"one\.br\two\.sp2\three\.sk3\four", "one\ntwo\n\nthree   four"),
        (rb"\H\loud\N\ \.in+4\\.fi\\.ce\middle", "loud \nmiddle"),
        (rb"\X0D0A\\x41\ \X4\ ", "\r\n\\x41\\ \\X4\\ "),
        (rb"C:\temp\F\x", "C:\\temp|x"),
        (rb"\E\E\\F\\", "\\E\\|\\"),
        (rb"\Zlocal\ \C2842\ \\\ ", "\\Zlocal\\ \\C2842\\ \\\\\\ "),
        (rb"\P\end", "\\P\\end"),
        (b"\\" * 5, "\\" * 5),
    ],
)
def test_escapes_are_resolved_and_unknown_ones_stay(written: bytes, seen: str) -> None:
    assert read_message(with_msh(b"NTE|1||" + written)).value("NTE-3") == seen


def test_a_line_that_begins_no_segment_belongs_to_the_one_above() -> None:
    message = read_message(with_msh(PID, b"NTE|1||first line\nsecond line\n\nthird", OBX[0]))
    assert [segment.name for segment in message.segments] == ["MSH", "PID", "NTE", "OBX"]
    assert message.value("NTE-3") == "first line\nsecond line\n\nthird"


def test_other_delimiters_and_missing_ones() -> None:
    odd = read_message(b"MSH^~|\\&^LAB^^^^^^ADT~A24^1^P^2.4\rPID^1^^1~~~HOSP&&X~MR|2^^SMITH~JO\r")
    assert (odd.value("MSH-9.2"), odd.value("PID-3[2].1"), odd.value("PID-3.4.3")) == ("A24", "2", "X")
    assert (odd.value("MSH-1"), odd.value("MSH-2")) == ("^", "~|\\&")
    short = read_message(b"MSH|^~|LAB\rPID|||A&B^C~D")
    assert (short.value("PID-3.1.2"), short.value("PID-3[2]"), short.value("MSH-3")) == ("B", "D", "LAB")


def test_counts_of_a_batch_are_compared() -> None:
    file = read_file(b"FHS|^~\\&|LAB\rBHS|^~\\&|LAB\r" + RESULT * 2 + b"BTS|3\rBHS|^~\\&\r" + RESULT + b"BTS|1\rFTS|2")
    assert [(finding.code, finding.where) for finding in file.findings] == [("hl7.count", "BTS-1")]
    assert [len(batch.messages) for batch in file.batches] == [2, 1]
    assert file.header is not None
    assert file.header.value(3) == "LAB"


def test_a_message_of_two_million_lines_is_not_taken_apart() -> None:
    message = read_message(MSH + b"\r" * 2_000_000)
    assert message.lines_too_many
    assert message.value("MSH-10") == "R-1001"
    assert Message(MSH + b"\r" + b"A\r" * 500_000).value("MSH-10") == "R-1001"


def test_a_leaf_is_changed_where_its_segment_is_written_oddly() -> None:
    message = Message(RESULT.replace(b"\rPID", b"\r  pid"))
    changed = message.with_values({"PID-5.1": "STONE"})
    assert changed.value("PID-5.1") == "STONE"
    assert changed.raw == message.raw.replace(b"VALE", b"STONE")


def test_words_of_a_text_that_go_on_in_a_line_begin_no_segment() -> None:
    message = Message(RESULT + b"NTE|1||first\r  then|more\rabc|x\r")
    assert message.named("NTE")[-1].value(3) == "first\r  then"
    assert [one.name for one in message.segments][-1] == "NTE"


def test_what_a_segment_of_its_own_adds_goes_on_in_the_last_field_above() -> None:
    message = Message(MSH + b"\rOBX|1|FT|A||one \rADD|two \rADD|three|||||F\rOBX|2|ST|B||x\r")
    assert [one.value(5) for one in message.named("OBX")] == ["one two three", "x"]
    assert message.value("OBX-10") == "F"


@pytest.mark.parametrize("raw", [RESULT + b"DSC|7|F\r", RESULT.replace(b"|2.5.1", b"|2.5.1||7")])
def test_a_message_that_is_not_whole_is_an_error(raw: bytes) -> None:
    (told,) = check_bytes(raw, "")
    assert (told.ack, [one.code for one in told.findings]) == (AckCode.ERROR, ["hl7.continued"])


def test_a_trailer_that_says_nothing_goes_on_nowhere() -> None:
    assert check_bytes(RESULT + b"DSC|\r", "")[0].ok
