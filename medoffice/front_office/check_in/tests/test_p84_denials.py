"""P84: what a biller lists as the front desk's causes of denials is met before the visit, not on the remittance.

That a referral or an authorisation is missing is told by the room that keeps them; here a stand-in for it tells it, and
it is met at booking and on the schedule.
"""

from datetime import date, timedelta
from uuid import UUID

import pytest
from django.test import Client

from medoffice.front_office.check_in.api import ask_ahead, keep_card
from medoffice.front_office.check_in.models import Card
from medoffice.front_office.check_in.rules.insurance import card_is_old
from medoffice.front_office.scheduling.api import register_prerequisite
from medoffice.front_office.scheduling.tests.makers import (
    NOW,
    keep_prerequisites,
    local,
    make_appointment,
)
from medoffice.front_office.scheduling.types import Chip
from medoffice.kernel import clock, facts
from medoffice.practice.tests.makers import Office, work
from medoffice.records.coverage.tests.makers import Door, add_policy, rejected
from medoffice.records.documents.tests.makers import png
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.types import PROGRAM

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tuesday", "door")]
MISSING = Chip("bad", "no authorisation")


def text(desk: Client, path: str) -> str:
    answer = desk.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def test_p84_a_change_of_coverage_is_work_days_before_the_visit(door: Door, office: Office, desk: Client) -> None:
    who = make_patient()
    add_policy(who, office.payer_id)
    visit = make_appointment(office, who, local(27, 9))
    door.answer = rejected("75")
    ask_ahead(actor=PROGRAM)
    facts.deliver()
    assert work("eligibility") == ["Prairie Mutual: not found, visit of 11/27/2026"]
    assert "the payer does not find this policy holder" in text(desk, f"/check-in/insurance/{visit}/")


def test_p84_the_second_policy_is_asked_about_and_shown_like_the_first(
    door: Door, office: Office, desk: Client
) -> None:
    who = make_patient()
    add_policy(who, office.payer_id)
    add_policy(who, office.payer_id, order=2, member_id="PM-SECOND-2")
    visit = make_appointment(office, who, local(25, 9))
    ask_ahead(actor=PROGRAM)
    assert len(door.questions) == 2
    panel = text(desk, f"/front/check-in/{visit}/")
    for words in ("pays first", "pays second", "PM-SECOND-2"):
        assert words in panel
    assert "not asked" not in panel


def test_p84_a_missing_authorisation_stands_on_the_schedule_and_at_check_in(
    office: Office, desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_prerequisites(monkeypatch)
    register_prerequisite(
        "authorisation", lambda _, visits: {one.id: Chip("bad", "no authorisation") for one in visits}
    )
    visit = make_appointment(office, make_patient(), local(24, 10))
    for path in ("/scheduling/", f"/scheduling/appointment/{visit}/", f"/front/check-in/{visit}/"):
        assert "no authorisation" in text(desk, path), path


def test_p84_a_card_that_was_not_pictured_for_a_year_is_asked_for(office: Office, desk: Client) -> None:
    who = make_patient()
    policy = add_policy(who, office.payer_id)
    visit = make_appointment(office, who, local(24, 10))
    panel = f"/front/check-in/{visit}/"
    assert "no picture of the card" in text(desk, panel)
    with clock.frozen(NOW - timedelta(days=400)):
        pictured(who, policy)
    assert "new picture of the card" in text(desk, panel)
    pictured(who, policy)
    page = text(desk, panel)
    assert "card of 11/24/2026" in page
    assert "new picture of the card" not in page


def test_p84_a_picture_is_good_for_a_year() -> None:
    on = date(2026, 11, 24)
    assert [card_is_old(seen, on) for seen in (None, on, date(2025, 11, 25), date(2025, 11, 24))] == [
        False,
        False,
        False,
        True,
    ]


def pictured(who: UUID, policy: UUID) -> None:
    """The card of a policy was taken a picture of, and belongs to it."""
    kept = keep_card(actor=PROGRAM, patient_id=who, front=png(640, 400), back=b"", lines=None)
    Card.objects.filter(id=kept).update(policy_id=policy)
