"""Each risk of a visit by itself: when it is told, what mends it, and that nothing is told when all is in order."""

from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any
from uuid import UUID

import pytest

from medoffice.front_office.check_in.rules.risks import of_case, of_guarantor, of_insurance, of_person, of_prerequisites
from medoffice.front_office.check_in.tests.insured import IN_ORDER, INJURY, ON, PATIENT, POLICY, WHO, check, held
from medoffice.front_office.check_in.types import Insurance, Mend, PolicyToday, Risk
from medoffice.front_office.scheduling.types import Chip
from medoffice.practice.types import Address
from medoffice.records.coverage.types import CaseKind, CheckState, Coverage, Eligibility, Fix, Standing


def told(insurance: Insurance, *before: Coverage, kept: bool = False) -> list[tuple[str, Mend, UUID | None]]:
    return seen(of_insurance(PATIENT, insurance, before, kept=kept))


def seen(risks: list[Risk]) -> list[tuple[str, Mend, UUID | None]]:
    assert all(risk.words.endswith((".", "?")) for risk in risks)
    return [(risk.code, risk.mend, risk.about) for risk in risks]


def test_nothing_is_told_when_all_is_in_order() -> None:
    assert told(held(check())) == []
    assert told(held(check(), check(Eligibility(Standing.NOT_FOUND, "old.", Fix.MEMBER_ID)))) == []
    assert told(Insurance(ON, None, (), ())) == []
    assert told(Insurance(ON, INJURY, (), ())) == []


@pytest.mark.parametrize(("standing", "fix"), list(product(Standing, Fix)))
def test_every_answer_is_told_with_what_mends_it_or_not_at_all(standing: Standing, fix: Fix) -> None:
    """What is not the desk's (the office's own enrolment, a payer that is slow) is not on its list."""
    found = told(held(check(Eligibility(standing, "It said so.", fix))))
    if standing is Standing.ACTIVE:
        assert found == []
    elif standing in (Standing.SOMEBODY_ELSE, Standing.UNCLEAR):
        assert found == [(standing.name.lower().replace("_", "-"), Mend.ASK, POLICY.id)]
    elif fix in (Fix.NOTHING, Fix.PROVIDER):
        assert found == []
    else:
        named = {Fix.MEMBER_ID: Mend.MEMBER_ID, Fix.BIRTH_DATE: Mend.BIRTH_DATE, Fix.NAME: Mend.NAME, Fix.SEX: Mend.SEX}
        assert [mend for _, mend, _ in found] == [named.get(fix, Mend.POLICY)]


def test_covered_but_under_another_id_or_behind_another_payer() -> None:
    other = replace(IN_ORDER, member_id="PM1", fix=Fix.MEMBER_ID)
    assert told(held(check(other))) == [("other-member-id", Mend.MEMBER_ID, POLICY.id)]
    behind = replace(IN_ORDER, first="Harbor Mutual", fix=Fix.POLICY)
    assert told(held(check(behind))) == [("another-pays-first", Mend.POLICY, POLICY.id)]


@pytest.mark.parametrize("state", CheckState)
def test_a_question_without_an_answer_is_told_once_nobody_asks_it_any_more(state: CheckState) -> None:
    found = told(held(check(None, state)))
    assert found == ([("never-answered", Mend.ASK, POLICY.id)] if state is CheckState.GIVEN_UP else [])


@pytest.mark.parametrize(
    "asked",
    [None, {"member_id": "PM1"}, {"family": "Vail"}, {"given": "Inga"}, {"birth_date": date(1968, 8, 3)}],
)
@pytest.mark.parametrize("kept", [False, True])
def test_what_was_not_asked_as_it_is_now_is_to_be_asked(asked: dict[str, Any] | None, *, kept: bool) -> None:
    insurance = held() if asked is None else held(check(**asked))
    assert told(insurance, kept=kept) == ([] if kept else [("not-asked", Mend.ASK, POLICY.id)])


def test_insurance_that_ended_asks_for_the_new_card_and_who_never_had_any_is_not_asked() -> None:
    ended, older = replace(POLICY, ends=date(2026, 10, 31)), replace(POLICY, payer_name="Old", ends=date(2025, 1, 1))
    (risk,) = of_insurance(PATIENT, Insurance(ON, None, (), ()), [older, ended], kept=False)
    assert (risk.code, risk.mend) == ("insurance-ended", Mend.POLICY)
    assert "Prairie Mutual ended on 10/31/2026" in risk.words
    assert told(held(check()), ended) == []
    assert told(Insurance(ON, INJURY, (), ()), ended) == []


@pytest.mark.parametrize("orders", [(1,), (1, 2), (2,), (3,), (2, 3), (1, 2, 3)])
def test_somebody_pays_first(orders: tuple[int, ...]) -> None:
    policies = tuple(PolicyToday(replace(POLICY, order=order), (check(),)) for order in orders)
    found = told(Insurance(ON, None, policies, ()))
    assert found == ([] if 1 in orders else [("nobody-first", Mend.POLICY, None)])


def test_an_open_case_asks_whether_the_visit_is_for_it() -> None:
    assert seen(of_case(held(check()), [INJURY])) == [("case-open", Mend.BILLED_TO, INJURY.id)]
    assert seen(of_case(held(check()), [])) == []
    assert seen(of_case(held(case=INJURY), [INJURY])) == []


@pytest.mark.parametrize("kind", CaseKind)
@pytest.mark.parametrize("number", ["", " ", "WC-7"])
def test_a_case_needs_the_carriers_number_unless_the_employer_is_written_to(kind: CaseKind, number: str) -> None:
    case = replace(INJURY, kind=kind, claim_number=number)
    due = not number.strip() and kind is not CaseKind.EMPLOYER
    assert seen(of_case(held(case=case), [])) == ([("case-number-missing", Mend.CASE, case.id)] if due else [])


@pytest.mark.parametrize(
    ("closed", "due"), [(None, False), (ON, False), (date(2026, 11, 25), False), (date(2026, 11, 23), True)]
)
def test_a_case_that_is_closed_takes_no_visit(closed: date | None, *, due: bool) -> None:
    case = replace(INJURY, closed_on=closed)
    assert seen(of_case(held(case=case), [])) == ([("case-closed", Mend.BILLED_TO, case.id)] if due else [])


@pytest.mark.parametrize("there", list(product([True, False], repeat=4)))
def test_each_missing_part_of_the_address_is_named(there: tuple[bool, ...]) -> None:
    parts = [value if has else " " for value, has in zip(("12 Elm St", "Riverbend", "IL", "62704"), there, strict=True)]
    found = of_person(replace(PATIENT, address=Address(*parts)))
    assert seen(found) == ([] if all(there) else [("address-missing", Mend.ADDRESS, None)])
    for word, has in zip(("street", "city", "state", "ZIP code"), there, strict=True):
        assert all((word in risk.words.split(": ")[1]) is not has for risk in found)


@pytest.mark.parametrize("tone", ["ok", "warn", "bad"])
@pytest.mark.parametrize("url", ["", "/there/"])
def test_a_prerequisite_that_is_missing_leads_to_where_it_is_put_right(tone: str, url: str) -> None:
    found = of_prerequisites([Chip(tone, "no referral", url)])
    assert [(risk.words, risk.url) for risk in found] == (
        [("No referral.", "/there/")] if tone == "bad" and url else []
    )


@pytest.mark.parametrize(
    ("born", "pays", "due"),
    [
        (date(2008, 11, 24), None, False),  # eighteen on the day of the visit
        (date(2008, 11, 25), None, True),
        (date(2008, 11, 25), WHO, False),
        (date(1968, 3, 8), None, False),
        (ON, None, True),
    ],
)
def test_a_minor_needs_somebody_who_pays(born: date, pays: UUID | None, *, due: bool) -> None:
    found = of_guarantor(replace(PATIENT, birth_date=born, guarantor_id=pays), ON)
    assert seen(found) == ([("guarantor-missing", Mend.GUARANTOR, None)] if due else [])
