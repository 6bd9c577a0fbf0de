"""What left the office: written down whole, found again, and in the account what counts and nothing else."""

from datetime import date, timedelta

import pytest

from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import Invalid, NotFound
from medoffice.kernel.trace import Ref
from medoffice.practice.tests.makers import make_office
from medoffice.records.disclosures.api import accounting, log, purposes, record_disclosures
from medoffice.records.disclosures.rules.accounting import reaches_back_to
from medoffice.records.disclosures.types import Leaving, Sought
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import deny_subject
from medoffice.security.tests.makers import person, sign_in, signed_in
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db
COUNT = {"public_health", "law", "court", "police", "oversight", "mistake", "other"}


def leaving(patient: object, purpose: str, to: str = "County Court", why: str = "the visits it names") -> Leaving:
    return Leaving(patient, purpose, f"Notes for {purpose}", to, "1 Square", "mail", Ref("letter", new_id()), why)  # type: ignore[arg-type]


def test_an_accounting_reaches_six_years_back() -> None:
    assert reaches_back_to(date(2026, 11, 24)) == date(2020, 11, 24)
    assert reaches_back_to(date(2024, 2, 29)) == date(2018, 2, 28)


def test_co7_the_account_lists_exactly_what_counts_of_the_last_six_years() -> None:
    make_office()
    privacy, who, other = person("haddad"), make_patient(), make_patient("Quist", "Otto")
    with clock.frozen(clock.now() - timedelta(days=7 * 365)):
        record_disclosures(actor=PROGRAM, leaving=(leaving(who, "court", "Old Court"),))
    record_disclosures(actor=PROGRAM, leaving=tuple(leaving(who, key) for key in purposes()))
    record_disclosures(actor=PROGRAM, leaving=(leaving(other, "police"),))
    assert {one.purpose.key for one in accounting(privacy, who)} == COUNT
    lines, total = log(privacy, Sought())
    assert total == len(lines) == len(purposes()) + 2
    assert [one.to_name for one in log(privacy, Sought(words="old court"))[0]] == ["Old Court"]
    assert log(privacy, Sought(patient_id=other))[1] == 1
    today = lines[0].at.date()
    assert log(privacy, Sought(first=today + timedelta(days=2)))[1] == 0
    page = sign_in("haddad").get(f"/disclosures/{who}/account/").content.decode()
    assert page.count("data-row") == len(COUNT)
    assert "Old Court" not in page


def test_only_what_is_needed_leaves_and_somebody_says_why() -> None:
    make_office()
    who = make_patient()
    for purpose, one in purposes().items():
        bare = leaving(who, purpose, why="")
        if one.least:
            with pytest.raises(Invalid) as refused:
                record_disclosures(actor=PROGRAM, leaving=(bare,))
            assert list(refused.value.detail["fields"]) == ["why"]
        else:
            record_disclosures(actor=PROGRAM, leaving=(bare,))
    with pytest.raises(Invalid):
        record_disclosures(actor=PROGRAM, leaving=(leaving(who, "treatment", to=" "),))


def test_who_may_not_see_a_patient_sees_nothing_that_left() -> None:
    make_office()
    desk, who = person("lind"), make_patient()
    record_disclosures(actor=PROGRAM, leaving=(leaving(who, "court"),))
    assert log(desk, Sought())[1] == 1
    deny_subject(actor=PROGRAM, user_id=desk.id, subject=who, reason="family")
    assert log(desk, Sought()) == ([], 0)
    with pytest.raises(NotFound):
        accounting(desk, who)
    assert signed_in("nox").get("/disclosures/").status_code == 404
