"""Rules of claims, pure: scrubbing, matching, standing decisions, what reasons do, candidates."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.kernel.findings import Finding, Severity
from medoffice.kernel.ids import new_id, npi_from
from medoffice.kernel.money import ZERO, Money
from medoffice.kernel.trace import Ref
from medoffice.revenue.claims.rules.candidates import Candidate, candidates
from medoffice.revenue.claims.rules.evidence import check_evidence
from medoffice.revenue.claims.rules.matching import match_lines
from medoffice.revenue.claims.rules.payments import check_payment
from medoffice.revenue.claims.rules.reasons import Effect, Reason, effect_of, sort_money
from medoffice.revenue.claims.rules.scrub import scrub
from medoffice.revenue.claims.rules.standing import Decided, DecidedLine, standing, taken_back_by
from medoffice.revenue.claims.types import ClaimLine
from medoffice.revenue.coding.types import CodedDiagnosis, CodedEncounter, CodedService, Evidence
from medoffice.standards.x12.api import read_835
from medoffice.standards.x12.tests import planted_remits
from medoffice.standards.x12.types import (
    Address,
    Claim837,
    ClaimRemit,
    LineRemit,
    Party,
    Patient,
    Procedure,
    Provider,
    ServiceLine,
    Subscriber,
)

DAY = date(2026, 11, 2)
HOME = Address("1 Example Way", "", "Riverbend", "IL", "627990001")
VALE = Party("Vale", "Ingrid", person=True, qualifier="MI", identifier="PM1", address=HOME)
LINE = ServiceLine(Procedure("ZZ001"), Money(15_000), Decimal(1), (1,), DAY, control="C1L1")
GOOD = Claim837(
    billing=Provider(Party("Riverbend", qualifier="XX", identifier=npi_from("199999998"), address=HOME)),
    subscriber=Subscriber(VALE, relation="18", birth_date=date(1968, 3, 8), sex="F"),
    payer=Party("Prairie", qualifier="PI", identifier="99901"),
    claim_id="C1",
    charge=Money(15_000),
    place="11",
    diagnoses=("J069",),
    lines=(LINE,),
    rendering=Provider(Party("Okafor", "Ada", person=True, qualifier="XX", identifier=npi_from("199999996"))),
)


def found_in(claim: Claim837, *, today: date = DAY, days: int = 180) -> list[Finding]:
    """What the scrubber says; a diagnosis starting with Z is not valid."""

    def check(code: str, _: date) -> list[Finding]:
        return [Finding("icd10-invalid", "", f"{code} is not valid.")] if code.startswith("Z") else []

    return scrub(claim, today=today, filing_days=days, check_code=check)


def subscriber(**changes: object) -> Claim837:
    """The claim with another subscriber."""
    return replace(GOOD, subscriber=replace(GOOD.subscriber, **changes))  # type: ignore[arg-type] # as the fields are


def with_line(**changes: object) -> Claim837:
    """The claim with another line."""
    return replace(GOOD, lines=(replace(LINE, **changes),))  # type: ignore[arg-type] # as the fields are


def test_a_good_claim_has_nothing_against_it() -> None:
    assert found_in(GOOD) == []


@pytest.mark.parametrize(
    ("claim", "code"),
    [
        (replace(GOOD, billing=replace(GOOD.billing, party=replace(GOOD.billing.party, identifier=""))), "npi-invalid"),
        (replace(GOOD, rendering=Provider(Party("X", identifier="1234567890"))), "npi-invalid"),
        (subscriber(party=replace(VALE, identifier=" ")), "member-id-blank"),
        (subscriber(birth_date=None), "birth-date-missing"),
        (subscriber(sex=""), "sex-missing"),
        (subscriber(party=replace(VALE, address=None)), "address-missing"),
        (replace(GOOD, patient=Patient(replace(VALE, address=HOME), "19", None, "F")), "birth-date-missing"),
        (replace(GOOD, billing=replace(GOOD.billing, party=replace(GOOD.billing.party, address=None))), "billing-zip"),
        (replace(GOOD, diagnoses=()), "no-diagnosis"),
        (replace(GOOD, diagnoses=("ZZZ99",)), "icd10-invalid"),
        (replace(GOOD, charge=Money(15_001)), "sum-wrong"),
        (replace(GOOD, lines=(), charge=ZERO), "line-count"),
        (replace(GOOD, lines=(LINE,) * 51, charge=Money(15_000 * 51)), "line-count"),
        (replace(with_line(charge=ZERO), charge=ZERO), "no-fee"),
        (with_line(pointers=()), "pointer-dangling"),
        (with_line(pointers=(2,)), "pointer-dangling"),
        (with_line(pointers=(0,)), "pointer-dangling"),
        (with_line(day=None), "no-date"),
        (with_line(day=DAY + timedelta(days=1)), "future-date"),
        (with_line(day=date(1968, 3, 7)), "before-birth"),
    ],
)
def test_each_fault_is_found_in_plain_words(claim: Claim837, code: str) -> None:
    found = {finding.code: finding for finding in found_in(claim)}
    assert code in found
    assert found[code].severity is Severity.ERROR
    assert found[code].words.endswith(".")
    assert found[code].where


@pytest.mark.parametrize(
    ("after", "expected"), [(0, []), (135, []), (136, ["filing-soon"]), (180, ["filing-soon"]), (181, ["filed-late"])]
)
def test_the_filing_limit_warns_and_then_stops(after: int, expected: list[str]) -> None:
    found = found_in(GOOD, today=DAY + timedelta(days=after))
    assert [finding.code for finding in found] == expected
    assert all((finding.severity is Severity.WARNING) == (finding.code == "filing-soon") for finding in found)


def coded(**changes: object) -> CodedEncounter:
    """The codes behind the claim."""
    words = Evidence(Ref("note", new_id()), 0, 5, "Cough")
    whole = CodedEncounter(
        new_id(), new_id(), new_id(), DAY, "Abara", True,
        (CodedDiagnosis(new_id(), 1, "J06.9", "t", words),),
        (CodedService(new_id(), 1, "visit", "ZZ001", "Visit", (), 1, (1,), words),),
    )  # fmt: skip
    return replace(whole, **changes)  # type: ignore[arg-type] # as the fields are


def test_no_code_leaves_without_evidence() -> None:
    assert check_evidence(coded(), GOOD) == []
    for codes in (None, coded(finished=False)):
        assert [finding.code for finding in check_evidence(codes, GOOD)] == ["codes-not-released"]
    assert [f.where for f in check_evidence(coded(services=()), GOOD)] == ["line 1"]
    assert [f.where for f in check_evidence(coded(diagnoses=()), GOOD)] == ["diagnosis 1"]
    blank = replace(coded().services[0], evidence=Evidence(Ref("order", new_id()), 0, 1, " "))
    assert [f.code for f in check_evidence(coded(services=(blank,)), GOOD)] == ["no-evidence"]


def ours(code: str, cents: int, control: str) -> ClaimLine:
    """A line we sent."""
    return ClaimLine(new_id(), 1, new_id(), control, code, (), 1, (1,), Money(cents))


def theirs(code: str, cents: int, control: str = "", original: str = "") -> LineRemit:
    """A line of a payment."""
    was = Procedure(original) if original else None
    return LineRemit(Procedure(code), Money(cents), ZERO, control=control, original=was)


def test_lines_match_by_our_number_or_else_by_the_only_one_alike() -> None:
    a, b, c = ours("ZZ001", 100, "A"), ours("ZZ002", 100, "B"), ours("ZZ002", 100, "C")
    assert match_lines([theirs("ZZ009", 5, "B"), theirs("ZZ001", 100)], [a, b, c]) == [b.id, a.id]
    assert match_lines([theirs("ZZ002", 100)], [a, b, c]) == [None]
    assert match_lines([theirs("ZZ002", -100, "C"), theirs("ZZ002", -100)], [a, b, c]) == [c.id, b.id]
    assert match_lines([theirs("ZZ009", 100, original="ZZ001")], [a]) == [a.id]
    assert match_lines([theirs("ZZ001", 100, "X"), theirs("", 0)], [a]) == [None, None]
    assert match_lines([theirs("ZZ001", 100, "A"), theirs("ZZ001", 100, "A")], [a]) == [a.id, None]
    assert match_lines([theirs("", 0)], [ours("", 0, "")]) == [None]


@given(
    st.sampled_from(["PR", "CO", "OA", "PI", "CR", ""]), st.sampled_from(["1", "2", "3", "45", "253", "23", "999", ""])
)
def test_only_what_is_certain_moves(group: str, reason: str) -> None:
    certain = {("CO", "45"): Effect.CONTRACTUAL, ("CO", "253"): Effect.WITHHELD, ("OA", "23"): Effect.TOLD_BEFORE}
    expected = Effect.PATIENT if group == "PR" else certain.get((group, reason), Effect.OPEN)
    assert effect_of(group, reason) is expected


@given(
    st.lists(st.tuples(st.sampled_from(["PR", "CO", "OA"]), st.sampled_from(["1", "45", "253", "23"]), st.integers()))
)
def test_sorting_loses_no_cent(parts: list[tuple[str, str, int]]) -> None:
    reasons = tuple(Reason(group, reason, Money(cents)) for group, reason, cents in parts)
    money = sort_money(Money(7), reasons)
    told = Money.total(reason.amount for reason in reasons if reason.effect is Effect.TOLD_BEFORE)
    assert money.contractual + money.withheld + money.patient + money.open + told == Money.total(
        reason.amount for reason in reasons
    )


LINE_ID = new_id()


def decision(paid: int, *, reversal: bool = False) -> Decided:
    """A decision about one line."""
    sign = -1 if reversal else 1
    return Decided(new_id(), reversal, (DecidedLine(LINE_ID, Money(sign * 150), Money(sign * paid)),))


def test_a_reversal_takes_back_the_latest_that_it_mirrors_and_no_other() -> None:
    first, second, third = decision(100), decision(90), decision(100)
    assert standing([first, second, third, decision(100, reversal=True)]) == [first, second]
    assert standing([first, decision(100, reversal=True), second]) == [second]
    assert standing([decision(80, reversal=True), first]) == [first]
    assert taken_back_by(decision(99, reversal=True).lines, [first, second]) is None
    assert taken_back_by(decision(90, reversal=True).lines, [first, second]) == second


@given(st.lists(st.tuples(st.integers(0, 3), st.booleans()), max_size=12))
def test_what_stands_is_what_was_decided_less_what_was_taken_back(parts: list[tuple[int, bool]]) -> None:
    decisions = [decision(paid, reversal=back) for paid, back in parts]
    stands = standing(decisions)
    open_: list[int] = []
    for paid, back in parts:
        if not back:
            open_.append(paid)
        elif paid in open_:
            open_.reverse()
            open_.remove(paid)
            open_.reverse()
    assert [found.lines[0].paid.cents for found in stands] == open_


def remit(**changes: object) -> ClaimRemit:
    """A decision about a claim that is not ours."""
    whole = ClaimRemit("X", "1", Money(15_000), ZERO, patient=VALE, dates=(("232", DAY),))
    return replace(whole, **changes)  # type: ignore[arg-type] # as the fields are


CANDIDATE = Candidate("C1", DAY, Money(15_000), "PM1", "Vale")


def test_candidates_agree_in_two_things_and_blanks_never_do() -> None:
    (found,) = candidates(remit(), [CANDIDATE, Candidate("C2", date(2020, 1, 1), Money(1), "", "")])
    assert "C1" in found.words
    assert found.severity is Severity.INFO
    blank = replace(CANDIDATE, member_id="", family_name="", date=date(2020, 1, 1))
    assert candidates(remit(patient=Party("", identifier="")), [blank]) == []
    assert candidates(remit(patient=Party(" - ", identifier="-")), [blank]) == []
    assert candidates(remit(charge=ZERO, dates=(), patient=Party("")), [replace(CANDIDATE, amount=ZERO)]) == []
    assert len(candidates(remit(), [replace(CANDIDATE, number=f"C{place}") for place in range(9)])) == 5


def test_money_that_a_payer_takes_from_the_office_is_no_payment_to_post() -> None:
    (taken,) = (one for one in planted_remits.PAYMENTS if one.name.startswith("money taken"))
    (remit,), _ = read_835(taken.raw)
    assert [finding.code for finding in check_payment(remit, DAY)] == ["payment-debit"]
    assert check_payment(replace(remit, credit="C"), DAY) == []
