"""Writing and reading are inverse, byte for byte and value for value, and independent judges accept what we write."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from medoffice.kernel.money import Money
from medoffice.standards.x12.api import (
    UnwritableError,
    balance_835,
    check_bytes,
    read_835,
    read_837p,
    write_835,
    write_837p,
)
from medoffice.standards.x12.tests.judges import oxedi_says, pyx12_says
from medoffice.standards.x12.tests.makers import CLAIMS, ENVELOPE, REMIT, SELF
from medoffice.standards.x12.tests.strategies import claims, remits
from medoffice.standards.x12.types import Claim837, Remit835

few = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])


@few
@given(st.lists(claims(), min_size=1, max_size=3))
def test_claims_come_back_as_they_were(given_claims: list[Claim837]) -> None:
    data = write_837p(given_claims, ENVELOPE)
    found, findings = read_837p(data)
    assert findings == []
    assert found == given_claims
    assert write_837p(found, ENVELOPE) == data


@few
@given(st.lists(remits(), min_size=1, max_size=3))
def test_remittances_come_back_as_they_were(given_remits: list[Remit835]) -> None:
    data = write_835(given_remits, ENVELOPE)
    found, findings = read_835(data)
    assert findings == []
    assert [replace(remit, control="0001") for remit in found] == given_remits
    assert write_835(found, ENVELOPE) == data
    assert [finding for remit in found for finding in balance_835(remit)] == []


def test_our_own_files_are_clean_to_us_and_to_pyx12() -> None:
    for data in (write_837p(CLAIMS, ENVELOPE), write_835([REMIT, REMIT], ENVELOPE)):
        assert [result.findings for result in check_bytes(data, "own") if not result.ok] == []
        accepted, answer = pyx12_says(data)
        assert accepted, answer


@settings(max_examples=8, phases=[Phase.generate], suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(claims(), min_size=1, max_size=2))
def test_pyx12_accepts_every_claim_we_write(given_claims: list[Claim837]) -> None:
    accepted, answer = pyx12_says(write_837p(given_claims, ENVELOPE))
    assert accepted, answer


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(remits())
def test_oxedi_finds_our_remittances_balanced(remit: Remit835) -> None:
    kinds = [line for line in oxedi_says(write_835([remit], ENVELOPE)) if "alance" in line]
    assert kinds == []


def test_oxedi_holds_nothing_against_the_example() -> None:
    assert oxedi_says(write_835([REMIT], ENVELOPE)) == []


@pytest.mark.parametrize("name", ["VALE*", "VALE~", "VALE:", "VALE^", "VÅLE", "李", "VALE\n"])
def test_what_x12_cannot_carry_is_refused(name: str) -> None:
    holder = replace(SELF.subscriber, party=replace(SELF.subscriber.party, name=name))
    with pytest.raises(UnwritableError):
        write_837p([replace(SELF, subscriber=holder)], ENVELOPE)


def test_a_claim_holds_fifty_lines_and_twelve_diagnoses() -> None:
    lines = tuple(replace(SELF.lines[0], charge=Money(100 + place), control=f"L{place}") for place in range(50))
    full = replace(SELF, lines=lines, charge=Money.total(line.charge for line in lines))
    assert [result.findings for result in check_bytes(write_837p([full], ENVELOPE), "full")] == [()]
    more = [
        replace(full, lines=(*lines, lines[0])),
        replace(SELF, diagnoses=tuple(f"E11{number}" for number in range(13))),
        replace(SELF, lines=(replace(SELF.lines[0], pointers=(1, 2, 3, 4, 5)),)),
    ]
    for claim in more:
        with pytest.raises(UnwritableError, match="is the most"):
            write_837p([claim], ENVELOPE)


@pytest.mark.parametrize(
    ("cents", "written"), [(100, "1"), (150, "1.5"), (155, "1.55"), (5, "0.05"), (0, "0"), (100_000_000, "1000000")]
)
def test_amounts_have_no_needless_zeros(cents: int, written: str) -> None:
    data = write_837p([replace(SELF, paid_by_patient=Money(cents))], ENVELOPE)
    assert f"AMT*F5*{written}~".encode() in data


def test_days_before_the_year_1000_keep_eight_digits() -> None:
    early = replace(SELF.subscriber, birth_date=date(999, 1, 1))
    assert b"DMG*D8*09990101*F~" in write_837p([replace(SELF, subscriber=early)], ENVELOPE)
