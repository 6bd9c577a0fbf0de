"""Missed visits and late cancellations: counted, priced by the rule of their day, followed up; no fee by itself."""

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

import pytest

from medoffice.front_office.outreach.actions.decide_fee import decide_fee
from medoffice.front_office.outreach.actions.set_missed_policy import set_missed_policy
from medoffice.front_office.outreach.api import messages_about
from medoffice.front_office.outreach.models import Missed
from medoffice.front_office.outreach.types.waitlist import FeeState
from medoffice.front_office.scheduling.api import cancel, mark_arrived, mark_no_show
from medoffice.front_office.scheduling.tests.makers import NOW, local, make_appointment, make_bookable_office
from medoffice.kernel import clock, facts
from medoffice.kernel.money import ZERO, Money
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.practice.tests.makers import Office, work
from medoffice.records.coverage.api import add_coverage
from medoffice.records.coverage.types import Relation
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.tests.makers import signed_in
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_a_tuesday() -> Iterator[None]:
    with clock.frozen(NOW):
        yield


@pytest.fixture
def office() -> Office:
    return make_bookable_office()


def policy(from_: date, cents: int, free: int = 1, *, tells: bool = False, spared: tuple[UUID, ...] = ()) -> None:
    set_missed_policy(
        actor=PROGRAM,
        valid_from=from_,
        no_show_fee=Money(cents),
        late_fee=Money(cents // 2),
        free_times=free,
        tells=tells,
        spared=spared,
    )


def cover(office: Office, patient_id: UUID) -> None:
    """A policy with the office's payer."""
    add_coverage(
        actor=PROGRAM,
        patient_id=patient_id,
        payer_id=office.payer_id,
        plan="Silver",
        member_id="PM123456",
        group="",
        relation=Relation.SELF,
        subscriber=None,
        order=1,
        starts=date(2026, 1, 1),
        copay=ZERO,
    )


def misses(office: Office, who: UUID, day: int) -> Missed:
    """They do not come to a visit of that day."""
    visit = make_appointment(office, who, local(day, 9))
    clock.freeze(local(day, 10))
    mark_no_show(actor=PROGRAM, appointment_id=visit)
    facts.deliver()
    return Missed.objects.get(appointment_id=visit)


def test_the_first_is_free_and_each_has_the_fee_of_its_day(office: Office) -> None:
    policy(date(2026, 1, 1), 2_500)
    policy(date(2026, 11, 30), 4_000)
    who = make_patient()
    found = [misses(office, who, day) for day in (25, 27, 30)]
    assert [(one.before, one.fee_cents, one.fee_state) for one in found] == [
        (0, 0, "none"),
        (1, 2_500, "open"),
        (2, 4_000, "open"),
    ]
    assert len(work("missed")) == 3
    other = make_appointment(office, who, local(30, 15))
    cancel(actor=PROGRAM, appointment_id=other, why="late")
    facts.deliver()
    assert Missed.objects.get(appointment_id=other).fee_cents == 2_000
    page = signed_in("lind").get(f"/patient/{who}/").content.decode()
    assert "3 missed, 1 cancelled late in a year" in page


def test_without_a_policy_a_missed_visit_costs_nothing_and_is_followed_up(office: Office) -> None:
    missed = misses(office, make_patient(), 25)
    assert (missed.fee_cents, missed.fee_state) == (0, "none")
    lind = signed_in("lind")
    page = lind.get(f"/outreach/missed/{missed.id}/").content.decode()
    assert "did not come" in work("missed")[0]
    assert "Book again" in page
    assert lind.post(f"/outreach/missed/{missed.id}/done/", {"outcome": ""}).status_code == 422
    assert lind.post(f"/outreach/missed/{missed.id}/done/", {"outcome": "booked for Friday"}).status_code == 302
    assert work("missed") == []


def test_a_visit_cancelled_in_time_or_moved_is_not_missed(office: Office) -> None:
    visit = make_appointment(office, make_patient(), local(30, 9))
    cancel(actor=PROGRAM, appointment_id=visit, why="in time")
    facts.deliver()
    assert not Missed.objects.exists()


def test_a_fee_is_waived_with_a_reason_once(office: Office) -> None:
    policy(date(2026, 1, 1), 2_500, 0)
    missed = misses(office, make_patient(), 25)
    lind = signed_in("lind")
    page = lind.get(f"/outreach/missed/{missed.id}/").content.decode()
    assert "$25.00" in page
    assert lind.post(f"/outreach/missed/{missed.id}/done/", {"outcome": "called"}).status_code == 409
    assert lind.post(f"/outreach/missed/{missed.id}/waive/", {"why": " "}).status_code == 422
    assert lind.post(f"/outreach/missed/{missed.id}/waive/", {"why": "snow"}).status_code == 302
    with pytest.raises(Refusal) as again:
        decide_fee(actor=PROGRAM, missed_id=missed.id, take=True)
    assert again.value.code == "fee-decided"
    assert work("missed") == []


def test_a_fee_is_charged_once_and_not_to_who_came_after_all(office: Office) -> None:
    policy(date(2026, 1, 1), 2_500, 0)
    first, second = (misses(office, make_patient(name), day) for name, day in (("Vale", 25), ("Quist", 27)))
    lind = signed_in("lind")
    assert lind.post(f"/outreach/missed/{first.id}/take/").status_code == 302
    first.refresh_from_db()
    assert (first.fee_state, first.charge_kind) == (FeeState.CHARGED, "charge")
    assert f"/follow/charge/{first.charge_id}/" in lind.get(f"/outreach/missed/{first.id}/").content.decode()
    assert lind.post(f"/outreach/missed/{first.id}/take/").status_code == 409
    mark_arrived(actor=PROGRAM, appointment_id=second.appointment_id)
    with pytest.raises(Refusal) as came:
        decide_fee(actor=PROGRAM, missed_id=second.id, take=True)
    assert came.value.code == "came-after-all"


def test_members_of_a_payer_that_the_office_spares_are_asked_nothing(office: Office) -> None:
    policy(date(2026, 1, 1), 2_500, 0, tells=True, spared=(office.payer_id,))
    member, other = make_patient("Vale", phone="217-555-0101"), make_patient("Quist")
    cover(office, member)
    spared, asked = misses(office, member, 25), misses(office, other, 27)
    assert (spared.fee_cents, spared.fee_state, asked.fee_state) == (0, "none", "open")
    (told,) = messages_about(spared.appointment_id)
    assert "$" not in told.body
    page = signed_in("lind").get(f"/outreach/missed/{spared.id}/").content.decode()
    assert "asks members of Prairie Mutual for no fee" in page
    assert "Prairie Mutual" in signed_in("petrov").get("/outreach/missed/policy/").content.decode()


def test_the_patient_gets_word_if_the_office_says_so(office: Office) -> None:
    policy(date(2026, 1, 1), 2_500, 0, tells=True)
    visit = misses(office, make_patient(phone="217-555-0101"), 25).appointment_id
    (message,) = messages_about(visit)
    assert "we missed you Wednesday, November 25 at 9:00 AM" in message.body
    assert "$25.00" in message.body


def test_the_policy_is_decided_on_a_screen(office: Office) -> None:  # noqa: ARG001 - somebody is there
    petrov = signed_in("petrov")
    typed = {"valid_from": "12/01/2026", "no_show_fee": "25", "late_fee": "", "free_times": "1", "tells": "on"}
    assert petrov.post("/outreach/missed/policy/", {**typed, "no_show_fee": "9999"}).status_code == 422
    assert petrov.post("/outreach/missed/policy/", typed).status_code == 302
    assert "$25.00" in petrov.get("/outreach/missed/policy/").content.decode()
    with pytest.raises(Invalid):
        set_missed_policy(actor=PROGRAM, valid_from=date(2026, 1, 1), no_show_fee=ZERO, late_fee=ZERO, free_times=99)


def test_a_year_later_it_is_forgotten(office: Office) -> None:
    policy(date(2026, 1, 1), 2_500)
    who = make_patient()
    misses(office, who, 25)
    clock.advance(timedelta(days=366))
    visit = make_appointment(office, who, clock.now() + timedelta(minutes=10), walk_in=True)
    clock.advance(timedelta(hours=1))
    mark_no_show(actor=PROGRAM, appointment_id=visit)
    facts.deliver()
    assert Missed.objects.get(appointment_id=visit).before == 0
