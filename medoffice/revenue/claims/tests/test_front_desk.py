"""What the front desk had wrong comes back to it: denials of registration, at the next check-in."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from medoffice.front_office.check_in.tests.insured import INJURY, POLICY, WHO, check, held
from medoffice.front_office.check_in.types import Mend
from medoffice.front_office.scheduling.api import define_visit_type
from medoffice.front_office.scheduling.tests.makers import make_appointment
from medoffice.kernel import clock
from medoffice.kernel.money import Money
from medoffice.practice.api import today_here
from medoffice.records.coverage.api import coverages_of
from medoffice.records.coverage.types import Eligibility, Standing
from medoffice.revenue.claims.queries.front_desk import desk_denials
from medoffice.revenue.claims.rules.front_desk import CAUSES, came_back, cause_of, patterns
from medoffice.revenue.claims.tests.hand_computed.shapes import claim, line
from medoffice.revenue.claims.tests.makers import Place, advice, interchange, make_place
from medoffice.revenue.claims.types import DeskDenial
from medoffice.security.tests.makers import signed_in
from medoffice.security.types import PROGRAM


def test_only_reasons_of_registration_are_the_desks() -> None:
    assert cause_of([["CO", "45", 100], ["CO", "31", 900]]) is CAUSES["31"]
    assert cause_of([["CO", "50", 900]]) is None
    assert cause_of([]) is None


@pytest.fixture
def place() -> Place:
    return make_place()


def deny(place: Place, reason: str) -> None:
    """A visit whose claim comes back for a reason."""
    letter = place.visit("visit")
    denial = claim(letter, "4", "150", "0", "0", line(f"{letter}1", "ZZ001", "150", "0", f"CO {reason} 150"))
    text = advice(denial.format(**place.names()), trace=f"T{letter}", amount="0", method="NON")
    place.receive(interchange(text, control=place.files + 1))


@pytest.mark.django_db
def test_it_is_told_of_the_patient_and_of_the_payer(place: Place) -> None:
    for reason in ("31", "50", "31"):
        deny(place, reason)
    payer, since = place.office.payer_id, today_here() - timedelta(days=120)
    found = desk_denials(PROGRAM, place.patient_id, frozenset({payer}), since)
    assert [(one.payer, one.amount, one.look_at) for one in found] == [
        ("Prairie Mutual", Money(15000), "the member id and the birth date")
    ] * 2
    (told,) = patterns(found, [payer])
    assert (told.claims, told.amount) == (2, Money(30000))
    assert patterns(found[:1], [payer]) == []
    assert desk_denials(PROGRAM, place.patient_id, frozenset({payer}), today_here() + timedelta(days=1)) == []


@pytest.mark.django_db
def test_p27_what_came_back_stands_on_the_check_in_panel(place: Place) -> None:
    define_visit_type(actor=PROGRAM, key="sick", name="Sick visit", minutes=20)
    visit = make_appointment(place.office, place.patient_id, clock.now(), walk_in=True)
    desk = signed_in("lind")
    assert "Came back before" not in desk.get(f"/front/check-in/{visit}/").content.decode()
    deny(place, "31")
    deny(place, "27")
    deny(place, "27")
    page = desk.get(f"/front/check-in/{visit}/").content.decode()
    listed = page.split("To put right before it is billed", 2)[2].split("</section>")[0]
    assert "the payer did not know the patient. Look at the member id and the birth date." in listed
    assert listed.count("the policy had ended") == 1
    policy = coverages_of(place.patient_id)[0].id
    assert f'href="#member-{policy}"' in listed
    assert f'id="member-{policy}"' in page
    assert "Prairie Mutual refused 2 claims in four months over the dates of the policy: $300.00." in page


def refused(**told: Any) -> DeskDenial:  # noqa: ANN401 - fields of one
    at = datetime(2026, 11, 20, tzinfo=UTC)
    one = DeskDenial(uuid4(), "C-1", WHO, uuid4(), "Prairie Mutual", date(2026, 11, 1), Money(100), "why", "it",
                     Mend.POLICY, POLICY.id, at)  # fmt: skip
    return replace(one, **told)


@pytest.mark.parametrize("days", [-1, 0, 1])
@pytest.mark.parametrize("standing", Standing)
def test_a_cause_stands_until_the_payer_says_in_order(standing: Standing, days: int) -> None:
    answered = Eligibility(standing, "It said so.")
    asked = replace(check(answered), asked_at=datetime(2026, 11, 20, tzinfo=UTC) + timedelta(days=days))
    settled = standing is Standing.ACTIVE and days >= 0
    assert [one.about for one in came_back([refused()], held(asked))] == ([] if settled else [POLICY.id])


def test_a_cause_goes_with_its_policy_and_is_told_once() -> None:
    both = [refused(), refused(number="C-0"), refused(words="other")]
    assert [one.words.split(": ")[1] for one in came_back(both, held())] == ["why. Look at it.", "other. Look at it."]
    assert came_back([refused(coverage_id=None), refused(coverage_id=uuid4())], held()) == []
    assert came_back(both, held(case=INJURY)) == []
