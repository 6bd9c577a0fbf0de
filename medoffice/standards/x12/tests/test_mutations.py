"""One fault put into a clean file is found, each with its own finding; any one amount changed in an 835 is found."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medoffice.kernel.findings import has_errors
from medoffice.kernel.money import Money
from medoffice.standards.x12.api import balance_835, check_bytes, read_835, write_835, write_837p
from medoffice.standards.x12.tests.makers import CHILD, CLAIMS, ENVELOPE, REMIT, SELF

CLAIM = write_837p([SELF], ENVELOPE).decode()
DEPENDENT = write_837p([CHILD], ENVELOPE).decode()
SECONDARY = write_837p([claim for claim in CLAIMS if claim.other_payers], ENVELOPE).decode()
REMITTANCE = write_835([REMIT], ENVELOPE).decode()

FAULTS = [
    (CLAIM, r"SE\*\d+", "SE*99", "x12.se-count"),
    (CLAIM, r"D8\*19800229", "D8*19800230", "x12.bad-day"),
    (REMITTANCE, r"CAS\*CO\*45", "CAS*XX*45", "x12.cas-group"),
    (CLAIM, r"11:B:1", "77:B:1", "x12.place"),
    (CLAIM, r"\*205\.5\*", "*205.51*", "x12.b1"),
    (CLAIM, r"1999999984", "1999999985", "x12.npi"),
    (CLAIM, r"ABF:I10", "ABF:ZZZ99", "x12.diagnosis-shape"),
    (CLAIM, r"\*1:2~", "*1:9~", "x12.pointer"),
    (REMITTANCE, r"BPR\*I\*120\.5", "BPR*I*121.5", "x12.e3"),
    (REMITTANCE, r"CLP\*CLM-1001\*1\*205\.5", "CLP*CLM-1001*1*206.5", "x12.e2"),
    (REMITTANCE, r"CAS\*CO\*29", "CAS*CO*999", "x12.carc-unknown"),
    (DEPENDENT, r"N4\*SPRINGFIELD\*IL\*627010001~", "", "x12.missing"),
    (CLAIM, r"\*1:2~", "*1:1~", "x12.pointer-twice"),
    (CLAIM, r"NM1\*PR\*[^~]*~", "", "x12.missing"),
    (CLAIM, r"HI\*[^~]*~", "", "x12.missing"),
    (CLAIM, r"SBR\*P", "SBR*Q", "x12.code"),
    (CLAIM, r"HL\*2\*1\*22\*0~", "", "x12.unexpected"),
    (CLAIM, r"DTP\*472\*D8\*20260302", "DTP*472*D8*20261302", "x12.bad-day"),
    (CLAIM, r"SV1\*HC:G0438:25\*180", "SV1*HC:G0438:25*18O", "x12.bad-amount"),
    (CLAIM, r"GE\*1", "GE*2", "x12.ge-count"),
    (CLAIM, r"IEA\*1\*000000101", "IEA*1*000000102", "x12.iea-control"),
    (CLAIM, r"VALE\*MORGAN", "VÅLE*MORGAN", "x12.character"),
    (CLAIM, r"DMG\*D8\*1980", "DMG*D8*1780", "x12.birth"),
    (CLAIM, r"11:B:1", "11:B:7", "x12.original-reference"),
    (REMITTANCE, r"TRN\*1\*EFT0001", "TRN*1*", "x12.no-trace"),
    (REMITTANCE, r"CAS\*CO\*29", "CAS*CR*29", "x12.cas-retired"),
    (CLAIM, r"HL\*2\*1", "HL*3*1", "x12.level-number"),
    (CLAIM, r"HL\*2\*1", "HL*2*7", "x12.level-parent"),
    (DEPENDENT, r"HL\*2\*1\*22\*1", "HL*2*1*22*0", "x12.level-children"),
    (CLAIM, r"SBR\*P\*18", "SBR*P*", "x12.patient"),
    (SECONDARY, r"AMT\*D\*", "AMT*D*9", "x12.b2"),
    (SECONDARY, r"SVD\*(\w+)\*", r"SVD*\g<1>*9", "x12.b2"),
]


@pytest.mark.parametrize(
    ("clean", "pattern", "fault", "code"), FAULTS, ids=[f"{n}-{row[3]}" for n, row in enumerate(FAULTS)]
)
def test_a_single_fault_is_found(clean: str, pattern: str, fault: str, code: str) -> None:
    changed, count = re.subn(pattern, fault, clean, count=1)
    if not fault:  # a dropped segment, with the count made true again, so that only its absence is wrong
        changed = re.sub(r"~SE\*(\d+)", lambda match: f"~SE*{int(match[1]) - 1}", changed)
    assert count == 1
    assert not any(result.findings for result in check_bytes(clean.encode(), "clean"))
    codes = [finding.code for result in check_bytes(changed.encode(), "changed") for finding in result.findings]
    assert code in codes


AMOUNTS = [
    match.span(1)
    for match in re.finditer(r"(?:CAS\*\w\w\*\w+|SVC\*[^*~]+|SVC\*[^*~]+\*[\d.]+|BPR\*I|CLP\*[^*]+\*\d+|"
                             r"CLP\*[^*]+\*\d+\*[\d.]+|(?:WO|L6):\w+)\*(-?[\d.]+)", REMITTANCE)
]  # fmt: skip


@settings(max_examples=120)
@given(st.sampled_from(AMOUNTS), st.integers(1, 99_999))
def test_any_one_amount_changed_breaks_the_balance(span: tuple[int, int], cents: int) -> None:
    start, end = span
    changed = Money.parse(REMITTANCE[start:end]) + Money(cents)
    (remit,), findings = read_835(f"{REMITTANCE[:start]}{changed.plain()}{REMITTANCE[end:]}".encode())
    assert findings == []
    assert has_errors(balance_835(remit))


def test_findings_name_claim_segment_and_element() -> None:
    (result,) = check_bytes(write_837p(CLAIMS, ENVELOPE).replace(b"*1:2~", b"*1:9~"), "office.837")
    first = result.findings[0]
    assert first.where == "claim CLM-1001, line 1, SV107"
    assert first.words == "The line points to diagnosis 9; the claim has 2."
    assert result.as_json()["ok"] is False
