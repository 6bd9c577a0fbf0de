"""What senders get wrong is read all the same, and said: delimiters, headers, letters, guides; and long files."""

import gc
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from medoffice.kernel.money import Money
from medoffice.standards.x12.api import (
    check_bytes,
    file_as_json,
    read_835,
    read_837p,
    show_bytes,
    write_835,
    write_837p,
)
from medoffice.standards.x12.tests.makers import (
    CLAIMS,
    ENVELOPE,
    REMIT,
    STRANGERS,
    advice,
    interchange,
    stranger,
    write_head,
)
from medoffice.standards.x12.values import collector_paused, money_of

CLAIM_FILE = write_837p(CLAIMS, ENVELOPE)
PAID = [
    "LX*1", "CLP*A1*1*100*80*20*12*ICN1*11*1", "NM1*QC*1*VALE*MORGAN****MI*X1", "SVC*HC:G0438*100*80**1",
    "DTM*472*20260201", "CAS*PR*2*20",
]  # fmt: skip


def codes(data: bytes) -> list[str]:
    return [finding.code for result in check_bytes(data, "file") for finding in result.findings]


def errors(data: bytes) -> list[str]:
    return [finding.code for result in check_bytes(data, "file") for finding in result.findings if not result.ok]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (CLAIM_FILE.lower(), ["x12.lower-case"]),
        (CLAIM_FILE[106:], ["x12.no-isa"]),
        (b"\r\n" + CLAIM_FILE[106:].replace(b"~", b"\n").replace(b"*", b"|"), ["x12.no-isa"]),
        (CLAIM_FILE.replace(b"*", b"\t"), []),
        (CLAIM_FILE[:104] + b">" + CLAIM_FILE[105:], ["x12.component"]),
        (CLAIM_FILE.replace(b"~", b" ~"), ["x12.isa-length"]),
        (re.sub(rb" +\*", b"*", CLAIM_FILE[:106]) + CLAIM_FILE[106:], ["x12.isa-length"]),
        (CLAIM_FILE.replace(b"~", b"~~"), []),
        (CLAIM_FILE.replace(b"~", b"\x00"), []),
    ],
    ids=["small", "no-isa", "no-isa-lines", "tabs", "component", "blanks", "unpadded", "twice", "nul"],
)
def test_odd_writing_is_read_and_said(data: bytes, said: list[str]) -> None:
    assert codes(data) == said
    claims = read_837p(data)[0]
    assert [claim.claim_id.upper() for claim in claims] == [claim.claim_id for claim in CLAIMS]
    assert [claim.charge for claim in claims] == [claim.charge for claim in CLAIMS]
    assert [line.procedure for claim in claims for line in claim.lines] == [
        line.procedure for claim in CLAIMS for line in claim.lines
    ]


@pytest.mark.parametrize("data", [b"", b" \r\n", b"%PDF-1.4", b"name,amount\nVALE,12\n", b"STUDENT*LIST"])
def test_what_is_no_x12_says_so(data: bytes) -> None:
    (result,) = check_bytes(data, "file")
    assert (result.transaction, result.supported, result.ok) == ("not an X12 file", False, False)
    assert result.findings[0].words.startswith("This is not an X12 file" if data.strip() else "The file is empty")


@pytest.mark.parametrize(("code", "version", "words"), STRANGERS, ids=[row[0] for row in STRANGERS])
def test_what_we_do_not_read_is_named(code: str, version: str, words: str) -> None:
    (result,) = check_bytes(stranger(code, version), "file")
    assert (result.transaction, result.supported, result.ok) == (words, False, True)
    assert show_bytes(stranger(code, version)) == [{"kind": "unsupported", "transaction": words}]


def test_an_unknown_set_is_named_by_its_number() -> None:
    assert check_bytes(stranger("862", "005010"), "file")[0].transaction == "transaction 862"
    assert check_bytes(stranger("275", "006020X314"), "file")[0].transaction.endswith("version 6020")


def test_without_a_guide_the_content_tells() -> None:
    assert check_bytes(advice(*PAID, amount="80", version="005010"), "file")[0].supported
    for name, words in (("SV1", "837P professional"), ("SV2", "837I institutional"), ("SV3", "837D dental")):
        data = interchange("HC", "005010", ["ST*837*0001", "LX*1", f"{name}*HC:G0438*1"])
        assert check_bytes(data, "file")[0].transaction.startswith(words)
    assert check_bytes(interchange("HC", "005010", ["ST*837*0001", "LX*1"]), "file")[0].transaction == "837 claim"


def test_one_answer_for_a_file_of_several_transactions() -> None:
    data = CLAIM_FILE + write_835([REMIT], ENVELOPE).replace(b"BPR*I*120.5", b"BPR*I*121.5")
    answer = file_as_json(check_bytes(data, "both"))
    assert (answer["file"], answer["supported"], answer["ok"]) == ("both", True, False)
    assert answer["transaction"] == "837P professional claim; 835 payment advice"
    assert [row["ok"] for row in answer["transactions"]] == [True, False]
    assert answer["findings"][0]["where"].startswith("transaction 2 of 2, payment EFT0001")
    assert file_as_json(check_bytes(CLAIM_FILE, "one")) == check_bytes(CLAIM_FILE, "one")[0].as_json()


def test_every_eleventh_cut_of_a_file_is_read() -> None:
    for data in (CLAIM_FILE, write_835([REMIT], ENVELOPE)):
        for end in range(0, len(data), 11):
            results = check_bytes(data[:end], "cut")
            assert not any(result.ok for result in results)


def test_a_reversal_and_its_correction() -> None:
    taken = ["CLP*A1*22*-100*-80*-20*12*ICN1*11*1", "NM1*QC*1*VALE*MORGAN", "SVC*HC:G0438*-100*-80**-1",
             "DTM*472*20260201", "CAS*PR*2*-20"]  # fmt: skip
    given = ["CLP*A1*1*100*90*10*12*ICN2*11*1", "NM1*QC*1*VALE*MORGAN", "SVC*HC:G0438*100*90**1",
             "DTM*472*20260201", "CAS*PR*2*10"]  # fmt: skip
    data = advice("LX*1", *taken, *given, amount="10")
    assert errors(data) == []
    claims = read_835(data)[0][0].claims
    assert [(claim.is_reversal, claim.paid) for claim in claims] == [(True, Money(-8000)), (False, Money(9000))]


def test_money_outside_claims_moves_the_payment() -> None:
    moves = ["PLB*1999999984*20261231*WO:ICN9*40*L6:INT*-10", "PLB*1999999984*20261231*72:Z*5*CS:Y*-5"]
    assert errors(advice(*PAID, *moves, amount="50")) == []
    assert errors(advice(*PAID, *moves, amount="80")) == ["x12.e3"]
    reasons = [entry.reason for entry in read_835(advice(*PAID, *moves))[0][0].adjustments]
    assert reasons == ["WO", "L6", "72", "CS"]


def test_hospital_content_is_read_too() -> None:
    claim = ["CLP*A1*1*100*50*20*MA*ICN1*11*1**33*1.2", "CAS*CO*45*30", "CAS*PR*1*20", "NM1*QC*1*VALE*MORGAN",
             "MIA*0***1000*MA01", "DTM*232*20260201", "DTM*233*20260203", "AMT*ZK*5", "QTY*CA*8"]  # fmt: skip
    data = advice("LX*110212", "TS3*6543210903*11*20261231*1*100", *claim)
    assert errors(data) == []
    (found,) = read_835(data)[0][0].claims
    assert found.remarks == ("MA01",)
    assert [day for day, _ in found.dates] == ["232", "233"]


def test_an_adjustment_after_the_claims_is_said_even_when_it_came_before() -> None:
    data = advice(*PAID, "PLB*1999999984*20261231*WO:ICN9*30", PAID[-1])
    assert "x12.misplaced" in codes(data)
    assert len(read_835(data)[0][0].claims[0].lines[0].adjustments) == 1


def test_a_claim_with_thousands_of_adjustments_keeps_them_all() -> None:
    many = [f"CAS*CO*45*{cents}" for cents in range(1, 4001)] + ["CAS*CO*45*1"] * 1000
    (claim,) = read_835(advice(*PAID, *many))[0][0].claims
    amounts = [entry.amount.cents for entry in claim.lines[0].adjustments]
    assert amounts == [2000, *(100 * cents for cents in range(1, 4001)), *[100] * 1000]
    assert isinstance(claim.lines[0].adjustments, tuple)


@example("1.1.")
@example("12.")
@given(st.text("0123456789.-", max_size=16) | st.integers(-(10**13), 10**13).map(lambda cents: Money(cents).plain()))
def test_amounts_are_those_of_money(text: str) -> None:
    try:
        wanted = Money.parse(text.removesuffix(".") if text.count(".") == 1 else text)
    except ValueError:
        wanted = None
    assert money_of(text) == wanted


def test_the_collector_is_left_as_it_was() -> None:
    with collector_paused():
        assert not gc.isenabled()
        with collector_paused():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0


def test_a_header_alone_is_no_transaction() -> None:
    (result,) = check_bytes(write_head().encode(), "head")
    assert (result.supported, result.ok) == (False, False)
    assert read_837p(write_head().encode())[0] == []


def test_a_headless_file_without_end_is_no_x12() -> None:
    (result,) = check_bytes(b"ST*835*" + b"1" * 5000, "endless")
    assert (result.transaction, result.supported) == ("not an X12 file", False)
