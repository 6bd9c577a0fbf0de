"""Policies of a patient: their order, their dates, and what no policy may say."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import partial
from threading import Barrier
from typing import Any
from uuid import UUID

import pytest
from django.db import connections
from hypothesis import given
from hypothesis import strategies as st
from pytest_django.plugin import DjangoDbBlocker

from medoffice.kernel.money import Money
from medoffice.kernel.refusals import Conflict, Invalid, NotFound, Refusal
from medoffice.kernel.worlds import current
from medoffice.practice.tests.makers import make_payer
from medoffice.records.coverage.api import (
    add_coverage,
    change_coverage,
    coverage,
    coverages_of,
    coverages_on,
    end_coverage,
)
from medoffice.records.coverage.rules.policy_fields import check_policy
from medoffice.records.coverage.types import Relation, Subscriber
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import deny_subject
from medoffice.security.tests.makers import person
from medoffice.security.types import PROGRAM

HOLDER = Subscriber("Amaro", "Diego", date(1980, 1, 1), "M")


def add(patient_id: UUID, payer_id: UUID, **typed: Any) -> UUID:  # noqa: ANN401 - fields of a policy
    policy: dict[str, Any] = {
        "plan": "",
        "member_id": "PM7719642",
        "group": "",
        "relation": Relation.SELF,
        "subscriber": None,
        "order": 1,
        "starts": date(2026, 1, 1),
        "copay": Money(2_500),
    }
    return add_coverage(actor=PROGRAM, patient_id=patient_id, payer_id=payer_id, **{**policy, **typed})


def refused(act: Callable[[], object]) -> Refusal:
    with pytest.raises(Refusal) as refusal:
        act()
    return refusal.value


@pytest.mark.django_db
def test_the_policies_of_a_date_stand_in_their_order() -> None:
    who, prairie, state = make_patient(), make_payer(), make_payer("State Plan", "99902")
    second = add(who, state, order=2)
    old = add(who, prairie, starts=date(2025, 1, 1), ends=date(2025, 12, 31))
    first = add(who, prairie, starts=date(2026, 1, 1))
    assert [held.id for held in coverages_on(who, date(2026, 11, 24))] == [first, second]
    assert [held.id for held in coverages_on(who, date(2025, 12, 31))] == [old]
    assert coverages_on(who, date(2024, 12, 31)) == []
    assert {held.id for held in coverages_of(who)} == {old, first, second}
    assert coverages_on(make_patient("Quist", "Otto"), date(2026, 11, 24)) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"member_id": "  "}, "member_id"),
        ({"relation": Relation.CHILD}, "subscriber"),
        ({"subscriber": HOLDER}, "subscriber"),
        ({"ends": date(2025, 12, 31)}, "ends"),
        ({"order": 4}, "order"),
    ],
)
def test_a_policy_that_no_claim_can_rest_on_is_refused(typed: dict[str, Any], field: str) -> None:
    who = make_patient()
    with pytest.raises(Invalid) as refusal:
        add(who, make_payer(), **typed)
    assert list(refusal.value.detail["fields"]) == [field]
    assert coverages_of(who) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("starts", "ends", "fits"),
    [
        (date(2026, 12, 1), None, True),
        (date(2026, 11, 30), None, False),
        (date(2025, 1, 1), date(2025, 12, 31), True),
        (date(2025, 1, 1), date(2026, 1, 1), False),
        (date(2025, 1, 1), None, False),
        (date(2026, 3, 1), date(2026, 4, 1), False),
    ],
)
def test_two_policies_never_pay_first_on_one_day(starts: date, ends: date | None, fits: bool) -> None:
    who, payer = make_patient(), make_payer()
    add(who, payer, ends=date(2026, 11, 30))
    if fits:
        add(who, payer, starts=starts, ends=ends)
        return
    refusal = refused(lambda: add(who, payer, starts=starts, ends=ends))
    assert refusal.code == "place-taken"
    assert refusal.words == "Prairie Mutual is the primary insurance since 01/01/2026."
    add(who, payer, starts=starts, ends=ends, order=2)


@pytest.mark.django_db
def test_a_policy_ends_on_a_day_which_may_be_corrected_within_bounds() -> None:
    who, payer = make_patient(), make_payer()
    old = add(who, payer)
    end_coverage(actor=PROGRAM, coverage_id=old, on=date(2026, 6, 30))
    add(who, payer, starts=date(2026, 8, 1))
    end_coverage(actor=PROGRAM, coverage_id=old, on=date(2026, 7, 31))
    assert coverage(old).ends == date(2026, 7, 31)
    assert refused(partial(end_coverage, actor=PROGRAM, coverage_id=old, on=date(2026, 8, 1))).code == "place-taken"
    assert refused(partial(end_coverage, actor=PROGRAM, coverage_id=old, on=date(2025, 12, 31))).code == (
        "ends-before-start"
    )
    assert coverage(old).ends == date(2026, 7, 31)


@pytest.mark.django_db
def test_a_correction_needs_a_member_id_and_the_version_that_was_seen() -> None:
    who = make_patient()
    policy = add(who, make_payer())
    with pytest.raises(Invalid):
        change_coverage(actor=PROGRAM, coverage_id=policy, seen_version=1, member_id=" ")
    change_coverage(actor=PROGRAM, coverage_id=policy, seen_version=1, member_id=" HM7719642 ")
    with pytest.raises(Conflict) as conflict:
        change_coverage(actor=PROGRAM, coverage_id=policy, seen_version=1, member_id="HM0000001")
    assert conflict.value.detail["theirs"] == {"member_id": "HM7719642"}
    assert coverage(policy).member_id == "HM7719642"


@pytest.mark.django_db
def test_who_is_kept_away_changes_no_policy() -> None:
    who = make_patient()
    policy = add(who, make_payer())
    lind = person("lind")
    deny_subject(actor=PROGRAM, user_id=lind.id, subject=who, reason="her sister")
    with pytest.raises(NotFound):
        end_coverage(actor=lind, coverage_id=policy, on=date(2026, 6, 30))
    with pytest.raises(NotFound):
        change_coverage(actor=lind, coverage_id=policy, seen_version=1, member_id="X")
    assert coverage(policy).member_id == "PM7719642"


@pytest.mark.usefixtures("fresh_world")
def test_two_people_add_a_primary_at_once_and_one_is_told(fresh_world: str, django_db_blocker: DjangoDbBlocker) -> None:
    who, payer, start = make_patient(), make_payer(), Barrier(2, timeout=30)

    def work(_: int) -> str:
        with current.use(fresh_world):
            try:
                start.wait()
                return str(add(who, payer))
            except Refusal as refusal:
                return refusal.code
            finally:
                connections.close_all()

    with django_db_blocker.unblock(), ThreadPoolExecutor(2) as pool:
        results = list(pool.map(work, range(2)))
    assert results.count("place-taken") == 1
    assert len(coverages_of(who)) == 1


@given(
    member_id=st.text(max_size=6),
    relation=st.sampled_from(Relation),
    held=st.booleans(),
    starts=st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    ends=st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    order=st.integers(0, 4),
)
def test_the_findings_against_a_policy(
    member_id: str, relation: Relation, held: bool, starts: date, ends: date | None, order: int
) -> None:
    subscriber = HOLDER if held else None
    found = check_policy(
        member_id=member_id, relation=relation, subscriber=subscriber, starts=starts, ends=ends, order=order
    )
    expected = set()
    if not member_id.strip():
        expected.add("member-id-blank")
    if held == (relation is Relation.SELF):
        expected.add("subscriber-twice" if held else "subscriber-missing")
    if ends and ends < starts:
        expected.add("ends-before-start")
    if order not in (1, 2, 3):
        expected.add("place-unknown")
    assert {finding.code for finding in found} == expected
