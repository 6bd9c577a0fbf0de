"""What is to come of a result: somebody's task, a visit by a day; neither goes when the result is signed off."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from uuid import UUID

import pytest
from pytest_django.plugin import DjangoDbBlocker

from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.orders.tests.makers import make_numbered
from medoffice.clinic.results.api import follow_up, sign_report
from medoffice.clinic.results.queries.entries import entries_of
from medoffice.clinic.results.tests.makers import oru, take, the_report
from medoffice.clinic.results.types import BACK, TASK, Said
from medoffice.front_office.scheduling.tests.makers import local, make_appointment, make_bookable_office
from medoffice.kernel import clock, jobs
from medoffice.kernel.refusals import Invalid, NotFound
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work, work_on
from medoffice.practice.tests.makers import Office, make_office, work
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import actor_named, deny_subject
from medoffice.security.tests.makers import person, sign_in
from medoffice.security.types import PROGRAM, Role
from tests.faults.parallel import at_once

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 17, tzinfo=UTC)
HIGH = "NM|K^Potassium^L||5.9|mmol/L|3.5-5.1|H|||F"
WORDS = "Repeat the potassium, stop the supplement"


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
        yield make_office()


@pytest.fixture
def visit(office: Office) -> UUID:
    return make_visit(office, make_patient())


@pytest.fixture
def report_id(office: Office, visit: UUID) -> UUID:
    make_numbered(office, visit, "O-1")
    take(oru(HIGH, placer="O-1"))
    person("ruiz")
    person("lind")
    return the_report().id


def test_p40_what_is_to_come_stands_on_the_result_and_outlives_its_sign_off(office: Office, report_id: UUID) -> None:
    follow_up(actor=office.provider, report_id=report_id, words=WORDS, task=Role.NURSE, days=14)
    sign_report(actor=office.provider, report_id=report_id, seen_version=the_report().version)
    assert work("result-sign") == []
    assert work(TASK) == [f"Comprehensive metabolic: {WORDS}"]
    assert work(BACK) == ["Book a visit within 14 days"]  # the desk is not told what was found
    assert [(one.what, one.words) for one in entries_of(report_id)] == [(Said.REMARK, WORDS)]
    asked = work_on(office.provider, Ref("lab_report", report_id), TASK, BACK)
    assert [(one.queue, one.due_at - NOW) for one in asked] == [
        (Role.NURSE, timedelta(days=1)),
        (Role.RECEPTIONIST, timedelta(days=14)),
    ]
    page = sign_in("okafor").get(f"/results/{report_id}/").content.decode()
    assert "Book a visit within 14 days" in page
    assert "by 12/08" in page
    finish_work(actor=PROGRAM, item_id=asked[1].id, outcome="booked")
    assert work(BACK) == []


def test_the_desk_gets_from_the_work_to_the_patient_and_not_to_the_result(office: Office, report_id: UUID) -> None:
    follow_up(actor=office.provider, report_id=report_id, words=WORDS, days=7)
    lind, patient = sign_in("lind"), the_report().patient_id
    (one,) = work_on(PROGRAM, Ref("lab_report", report_id), BACK)
    assert one.url == f"/results/{report_id}/whose/"
    assert lind.get(one.url).headers["Location"] == f"/patient/{patient}/"
    assert lind.get(f"/results/{report_id}/").status_code == 404


@pytest.mark.parametrize(
    ("words", "task", "days", "field"),
    [
        (" ", Role.NURSE, 0, "to_do"),
        ("x", None, 0, "task"),
        ("x", None, -7, "task"),
        ("x", Role.MEDICAL_ASSISTANT, 0, "task"),  # nobody is one here
        ("x", Role.RECEPTIONIST, 0, "task"),  # reads no results
    ],
)
def test_what_nobody_could_do_is_refused_at_its_field(
    office: Office, report_id: UUID, words: str, task: Role | None, days: int, field: str
) -> None:
    with pytest.raises(Invalid) as refusal:
        follow_up(actor=office.provider, report_id=report_id, words=words, task=task, days=days)
    assert list(refusal.value.detail["fields"]) == [field]
    assert (work(TASK), work(BACK), entries_of(report_id)) == ([], [], [])


def test_on_the_screen_it_is_asked_for_and_refused_in_words(office: Office, report_id: UUID) -> None:
    assert office
    okafor = sign_in("okafor")
    wrong = okafor.post(f"/results/{report_id}/follow-up/", {"to_do": WORDS})
    assert wrong.status_code == 422
    assert "Choose whose task it is" in wrong.content.decode()
    assert WORDS in wrong.content.decode()
    odd = okafor.post(f"/results/{report_id}/follow-up/", {"to_do": WORDS, "days": "9999"})
    assert odd.status_code == 422
    done = okafor.post(f"/results/{report_id}/follow-up/", {"to_do": WORDS, "task": "nurse", "days": "30"})
    assert done.headers["Location"] == f"/results/{report_id}/"
    assert (len(work(TASK)), len(work(BACK))) == (1, 1)


def test_who_asks_for_the_same_while_it_is_open_asks_for_nothing_more(office: Office, report_id: UUID) -> None:
    ask = partial(follow_up, actor=office.provider, report_id=report_id, task=Role.NURSE)
    ask(words=WORDS, days=14)
    ask(words=f" {WORDS.upper()} ", days=14)
    assert (len(work(TASK)), len(work(BACK)), len(entries_of(report_id))) == (1, 1, 1)
    ask(words=WORDS, days=7)  # sooner is another thing
    ask(words="Call her")
    assert (len(work(TASK)), len(work(BACK)), len(entries_of(report_id))) == (2, 2, 3)
    for one in work_on(office.provider, Ref("lab_report", report_id), TASK):
        finish_work(actor=PROGRAM, item_id=one.id, outcome="done")
    ask(words=WORDS)  # done, and wanted again
    assert len(work(TASK)) == 1


def test_who_ask_for_the_same_at_once_ask_for_one_thing(fresh_world: str, django_db_blocker: DjangoDbBlocker) -> None:
    with django_db_blocker.unblock(), clock.frozen(NOW):
        office = make_office()
        person("ruiz")
        make_numbered(office, make_visit(office, make_patient()), "O-1")
        take(oru(HIGH, placer="O-1"))
        one = the_report().id
        ask = partial(follow_up, actor=office.provider, report_id=one, words=WORDS, task=Role.NURSE, days=14)
        assert at_once(fresh_world, 6, lambda _: ask()) == [None] * 6
        assert (len(work(TASK)), len(work(BACK)), len(entries_of(one))) == (1, 1, 1)


@pytest.mark.parametrize(("visit_on", "left"), [(27, 0), (30, 1)])
def test_the_work_of_booking_ends_once_a_visit_by_its_day_is_booked(visit_on: int, left: int) -> None:
    with clock.frozen(local(24, 8)):
        office = make_bookable_office()
        who = make_patient()
        make_appointment(office, who, local(25, 9))  # before anybody asked
        make_numbered(office, make_visit(office, who), "O-1")
        take(oru(HIGH, placer="O-1"))
    with clock.frozen(local(24, 9)):
        follow_up(actor=office.provider, report_id=the_report().id, words=WORDS, days=3)
    with clock.frozen(local(24, 10)):
        make_appointment(office, make_patient("Quist", "Per"), local(25, 11))
        jobs.run_due()
        assert len(work(BACK)) == 1
        make_appointment(office, who, local(visit_on, 16))
        jobs.run_due()
        assert len(work(BACK)) == left


def test_who_may_note_nothing_asks_for_nothing(office: Office, report_id: UUID) -> None:
    with pytest.raises(NotFound):
        follow_up(actor=person("petrov"), report_id=report_id, words=WORDS, days=7)
    deny_subject(actor=PROGRAM, user_id=actor_named("ruiz").id, subject=the_report().patient_id, reason="a relative")
    with pytest.raises(NotFound):
        follow_up(actor=actor_named("ruiz"), report_id=report_id, words=WORDS, days=7)
    assert office
    assert (work(TASK), work(BACK)) == ([], [])
