"""The front door: what is taken, what is refused, and how it is said (TA1, 999, 277CA)."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medoffice.exchange.simulators.payer.rules.book import PayerBook
from medoffice.exchange.simulators.payer.rules.wire import fold
from medoffice.exchange.simulators.payer.tests.makers import (
    MONDAY,
    REGISTRY,
    claim,
    file,
    interchange,
    line,
    transaction,
)

SAMPLES = Path(__file__).parents[6] / "shared" / "data" / "x12" / "837P"
GOOD = claim("vale", "C1", "100", [line("ZV213", "100", control="L1")])


def answers(data: bytes, book: PayerBook | None = None) -> dict[str, list[list[str]]]:
    """The answers to a file by kind, as rows."""
    out = (book or PayerBook(REGISTRY)).receive(data, MONDAY)
    return {
        found.name.split("-")[0]: [row.split("*") for row in found.data.decode().replace("~\n", "~").split("~") if row]
        for found in out
    }


def rows(found: list[list[str]], name: str) -> list[list[str]]:
    return [row for row in found if row[0] == name]


def change(data: bytes, old: str, new: str) -> bytes:
    assert old.encode() in data
    return data.replace(old.encode(), new.encode(), 1)


def test_a_good_file_is_acknowledged_and_its_claim_gets_a_number() -> None:
    found = answers(file(GOOD))
    assert set(found) == {"999", "277CA"}
    assert rows(found["999"], "IK5") == [["IK5", "A"]]
    assert rows(found["999"], "AK9") == [["AK9", "A", "1", "1", "1"]]
    assert rows(found["277CA"], "REF") == [["REF", "1K", "26061000001"]]
    assert ["TRN", "2", "C1"] in found["277CA"]


def test_ta1_is_given_when_asked() -> None:
    found = answers(interchange([transaction([GOOD])], 7, ta1="1"))
    assert rows(found["TA1"], "TA1") == [["TA1", "000000007", "260302", "1500", "A", "000"]]


@pytest.mark.parametrize(
    ("old", "new", "note"),
    [
        ("IEA*1*000000001", "IEA*1*000000002", "001"),
        ("*00501*", "*00401*", "017"),
        ("*260302*1500*^", "*261302*1500*^", "014"),
        ("*260302*1500*^", "*260302*2500*^", "015"),
        ("*0*T*:~", "*0*X*:~", "020"),
        ("*ZZ*OFFICE1 ", "*XX*OFFICE1 ", "005"),
        ("IEA*1*", "IEA*2*", "021"),
        ("IEA*1*000000001~", "", "023"),
        ("GS*HC", "GX*HC", "024"),
        ("ISA*00*", "ISA*00", "022"),
    ],
)
def test_a_bad_interchange_is_refused(old: str, new: str, note: str) -> None:
    found = answers(change(file(GOOD), old, new))
    assert set(found) == {"TA1"}
    assert [row[4:] for row in rows(found["TA1"], "TA1")] == [["R", note]]


def test_the_same_interchange_twice_is_refused_and_decided_once() -> None:
    book = PayerBook(REGISTRY)
    answers(file(GOOD), book)
    again = answers(file(GOOD), book)
    assert set(again) == {"TA1"}
    assert rows(again["TA1"], "TA1")[0][4:] == ["R", "025"]
    assert book.open_work() == 1


@pytest.mark.parametrize(
    ("old", "new", "verdict", "expected"),
    [
        ("SE*23*", "SE*24*", "R", ["IK5", "R", "4"]),
        ("SE*23*0001", "SE*23*0002", "R", ["IK5", "R", "3"]),
        ("ST*837*", "ST*835*", "R", ["IK5", "R", "6"]),
        ("GE*1*1~", "GE*2*1~", "R", ["AK9", "R", "2", "1", "0", "5"]),
        ("GE*1*1~", "GE*1*9~", "R", ["AK9", "R", "1", "1", "0", "4"]),
        ("005010X222A1~ST", "004010X098A1~ST", "R", ["AK9", "R", "1", "1", "0", "2"]),
        ("HI*ABK:J069~", "REF*9F*1~", "R", ["IK3", "HI", "19", "", "3"]),
        ("LX*1~", "ZZZ*1~", "R", ["IK3", "ZZZ", "19", "", "1"]),
        ("DTP*472*D8*20260223", "DTP*472*D8*20260231", "R", ["IK4", "3", "", "8", "20260231"]),
        ("CLM*C1*100*", "CLM*C1*1OO*", "R", ["IK4", "2", "", "6", "1OO"]),
        ("HL*2*1*22*0", "HL*3*1*22*0", "R", ["IK4", "1", "", "7", "3"]),
        ("HL*2*1*22*0", "HL*2*2*22*0", "R", ["IK4", "2", "", "7", "2"]),
        ("N4*RIVERBEND*OH*430010001~", "N2*X~", "R", ["IK3", "N4", "11", "", "3"]),
        ("PER*IC*CHEN*TE*8005550111~", "N2*X~", "E", ["IK3", "PER", "6", "", "3"]),
    ],
)
def test_wrong_structure_is_said(old: str, new: str, verdict: str, expected: list[str]) -> None:
    found = answers(change(file(GOOD), old, new))
    assert rows(found["999"], "AK9")[0][1] == verdict
    assert expected in found["999"]
    assert ("277CA" in found) == (verdict == "E")


def test_one_bad_transaction_of_two_is_a_partial_acceptance() -> None:
    bad = transaction([claim("vale", "C2", "50", [line("ZP001", "50")])], "0002").replace("HI*ABK:J069~", "NTE*ADD*X~")
    book = PayerBook(REGISTRY)
    found = answers(interchange([transaction([GOOD]), bad]), book)
    assert rows(found["999"], "AK9") == [["AK9", "P", "2", "2", "1"]]
    assert [row[2] for row in rows(found["277CA"], "TRN")][-1] == "C1"
    assert book.open_work() == 1


@pytest.mark.parametrize(
    ("old", "new", "status"),
    [
        ("PI*HM001", "PI*NOBODY", "A3:116:PR"),
        ("MI*HMX100", "MI*", "A6:164:IL"),
        ("CLM*C1*100*", "CLM*C1*101*", "A7:400"),
        ("XX*1992999882", "XX*1992999881", "A7:562:82"),
        ("*UN*1***1~", "*UN*1***2~", "A7:477"),
        ("D8*20260223", "D8*20260303", "A7:187"),
        ("11:B:1", "11:B:7", "A6:464"),
        ("11:B:1*Y*A*Y*Y~", "11:B:7*Y*A*Y*Y~REF*F8*NOSUCH~", "A8:464"),
    ],
)
def test_a_senseless_claim_is_sent_back(old: str, new: str, status: str) -> None:
    data = change(file(GOOD), old, new)
    if new.count("~") > old.count("~"):
        data = change(data, "SE*23*", "SE*24*")
    book = PayerBook(REGISTRY)
    found = answers(data, book)
    stc = rows(found["277CA"], "STC")[-1]
    assert (stc[1], stc[3]) == (status, "U")
    assert rows(found["277CA"], "REF") == []
    assert book.open_work() == 0


def test_other_delimiters_are_read() -> None:
    data = file(GOOD).decode().translate(str.maketrans("*:~^", "|>'!")).encode()
    assert rows(answers(data)["999"], "AK9")[0][1] == "A"


@settings(max_examples=150)
@given(st.integers(0, 2000), st.integers(0, 255), st.booleans())
def test_no_spoiled_byte_raises(place: int, byte: int, cut: bool) -> None:
    data = bytearray(file(GOOD))
    place %= len(data)
    data[place] = byte
    PayerBook(REGISTRY).receive(bytes(data[:place] if cut else data), MONDAY)


@given(st.binary(max_size=300))
def test_no_bytes_raise(data: bytes) -> None:
    (answer,) = PayerBook(REGISTRY).receive(data, MONDAY)
    assert answer.name.startswith("TA1")


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the shared sample files are not here")
def test_every_sample_gets_an_answer() -> None:
    for path in sorted(SAMPLES.iterdir()):
        assert PayerBook(REGISTRY).receive(path.read_bytes(), MONDAY), path.name


@pytest.mark.parametrize(("said", "written"), [("Møller", "MOLLER"), ("Łuczak~", "LUCZAK"), ("Nguyễn", "NGUYEN")])
def test_a_letter_of_a_name_is_written_plain_and_never_left_out(said: str, written: str) -> None:
    assert fold(said) == written
