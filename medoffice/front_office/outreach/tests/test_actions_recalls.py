"""Recalls: who is due by a rule of the office, once; three attempts; booked in one act; who was not seen for long."""

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

import pytest

from medoffice.front_office.outreach.actions.set_recall_rule import set_recall_rule
from medoffice.front_office.outreach.api import add_recalls, board, book_recall, find_due, note_attempt, send_recall
from medoffice.front_office.outreach.models import Message, Recall, RecallRule
from medoffice.front_office.outreach.queries.recalls import away_for, examples
from medoffice.front_office.outreach.rules.recalling import months_after
from medoffice.front_office.outreach.types.recalls import Basis, RecallState, Tried
from medoffice.front_office.outreach.views import recalls as views_recalls
from medoffice.front_office.scheduling.api import appointment, find_free, mark_arrived
from medoffice.front_office.scheduling.tests.makers import NOW, local, make_appointment, make_bookable_office
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.practice.tests.makers import Office
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.tests.makers import signed_in
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db
OPENED = date(2026, 1, 5)


@pytest.fixture(autouse=True)
def _on_a_tuesday() -> Iterator[None]:
    with clock.frozen(NOW):
        yield


@pytest.fixture
def office() -> Office:
    return make_bookable_office()


def rule(basis: Basis = Basis.VISIT, **more: object) -> UUID:
    said = {
        "name": "Physical once a year",
        "basis": basis,
        "codes": ("physical",) if basis is Basis.VISIT else (),
        "months": 12,
        "kind": "physical",
        "source": "the office's own habit",
        "valid_from": OPENED,
        **more,
    }
    return set_recall_rule(actor=PROGRAM, **said)  # type: ignore[arg-type] # the keywords of the action


def came(office: Office, who: UUID, kind: str = "physical", hour: int = 9) -> None:
    """They are here today for a visit of a kind."""
    mark_arrived(actor=PROGRAM, appointment_id=make_appointment(office, who, local(24, hour), kind=kind))


def test_who_was_here_is_due_again_after_the_months_of_the_rule_and_once(office: Office) -> None:
    rule()
    who = make_patient()
    came(office, who)
    assert find_due(actor=PROGRAM) == 0
    clock.advance(timedelta(days=352))
    assert find_due(actor=PROGRAM) == 1
    assert find_due(actor=PROGRAM) == 0
    (due,) = board(PROGRAM)
    assert (due.patient_id, due.due_on, due.name) == (who, date(2027, 11, 24), "Physical once a year")
    note_attempt(actor=PROGRAM, recall_id=due.id, outcome=Tried.DECLINED)
    assert find_due(actor=PROGRAM) == 0


def test_who_has_such_a_visit_ahead_is_not_called_and_leaves_the_board_by_booking_otherwise(office: Office) -> None:
    rule()
    booked, later = make_patient("Booked"), make_patient("Later")
    came(office, booked)
    came(office, later, hour=10)
    clock.freeze(local(23, 8, year=2027))
    make_appointment(office, booked, local(29, 9, year=2027), kind="physical")
    assert find_due(actor=PROGRAM) == 1
    (due,) = board(PROGRAM)
    visit = make_appointment(office, later, local(29, 10, year=2027), kind="physical")
    find_due(actor=PROGRAM)
    row = Recall.objects.get(id=due.id)
    assert (row.state, row.appointment_id) == (RecallState.BOOKED, visit)


def test_an_age_is_reached_and_comes_again_after_the_last_visit(office: Office) -> None:
    rule(Basis.AGE, from_age=50, to_age=75)
    fits = make_patient("Fits", born=date(1970, 1, 1))
    make_patient("Young", born=date(1990, 1, 1))
    make_patient("Old", born=date(1940, 1, 1))
    seen = make_patient("Seen", born=date(1970, 1, 1))
    came(office, seen)
    assert find_due(actor=PROGRAM) == 1
    assert [one.patient_id for one in board(PROGRAM)] == [fits]


def test_three_attempts_that_reach_nobody_end_the_calling(office: Office) -> None:  # noqa: ARG001 - its kinds
    add_recalls(actor=PROGRAM, patient_ids=(make_patient(phone="217-555-0101"),), kind="sick", name="see again")
    (due,) = board(PROGRAM)
    send_recall(actor=PROGRAM, recall_id=due.id)
    assert Message.objects.get().body.startswith("Riverbend Family Medicine: it is time to see you again.")
    note_attempt(actor=PROGRAM, recall_id=due.id, outcome=Tried.NO_ANSWER)
    note_attempt(actor=PROGRAM, recall_id=due.id, outcome=Tried.LEFT_WORD)
    assert board(PROGRAM) == []
    (ended,) = board(PROGRAM, RecallState.GIVEN_UP)
    assert (ended.attempts, ended.last_channel) == (3, "phone")
    with pytest.raises(Refusal):
        note_attempt(actor=PROGRAM, recall_id=due.id, outcome=Tried.NO_ANSWER)
    with pytest.raises(Invalid):
        note_attempt(actor=PROGRAM, recall_id=due.id, outcome=Tried.BOOKED)


def test_a_time_that_was_taken_meanwhile_leaves_the_recall_due(office: Office) -> None:
    add_recalls(actor=PROGRAM, patient_ids=(make_patient(),), kind="sick", name="see again")
    (due,) = board(PROGRAM)
    (slot,) = find_free("sick", clock.now(), limit=1)
    make_appointment(office, make_patient("Quist"), slot.starts)
    with pytest.raises(Refusal) as refused:
        book_recall(
            actor=PROGRAM,
            recall_id=due.id,
            provider_id=slot.provider_id,
            site_id=slot.site_id,
            starts=slot.starts,
        )
    assert refused.value.code == "slot-taken"
    assert board(PROGRAM)[0].attempts == 0
    assert office.site_id == slot.site_id


def test_who_was_not_seen_for_long_is_found_and_put_on_the_board(office: Office) -> None:
    gone, back, ahead = make_patient("Gone"), make_patient("Back"), make_patient("Ahead")
    for number, who in enumerate((gone, back, ahead)):
        came(office, who, "sick", 9 + number)
    make_patient("Never here")
    clock.freeze(local(24, 9, year=2028))
    mark_arrived(actor=PROGRAM, appointment_id=make_appointment(office, back, local(24, 9, year=2028), walk_in=True))
    make_appointment(office, ahead, local(30, 9, year=2028))
    assert away_for(PROGRAM, 18) == [(gone, date(2026, 11, 24))]
    lind = signed_in("lind")
    assert "Gone" in lind.get("/outreach/recalls/away/?months=18").content.decode()
    typed = {"months": "18", "kind": "physical", "patient": [str(gone), str(ahead)]}
    assert lind.post("/outreach/recalls/away/", {**typed, "patient": []}).status_code == 422
    assert lind.post("/outreach/recalls/away/", typed).status_code == 302
    assert [(one.patient_id, one.name) for one in board(PROGRAM)] == [(gone, "Not seen for 18 months")]
    assert away_for(PROGRAM, 18) == []


def test_a_recall_is_called_and_booked_on_its_page(office: Office) -> None:
    add_recalls(actor=PROGRAM, patient_ids=(make_patient("Vale"),), kind="sick", name="see again")
    (due,), lind = board(PROGRAM), signed_in("lind")
    assert "see again" in lind.get("/outreach/recalls/").content.decode()
    lind.post(f"/outreach/recalls/{due.id}/later/", {"words": "after Friday"})
    page = lind.get(f"/outreach/recalls/{due.id}/").content.decode()
    assert "after Friday" in page
    (slot,) = find_free("sick", clock.now(), limit=1)
    typed = {"provider": str(slot.provider_id), "site": str(slot.site_id), "starts": slot.starts.isoformat()}
    assert lind.post(f"/outreach/recalls/{due.id}/book/", {**typed, "starts": "x"}).status_code == 422
    assert "Tue 12/01" in lind.get(f"/outreach/recalls/{due.id}/?from=12/01/2026").content.decode()
    told = lind.post(f"/outreach/recalls/{due.id}/book/", typed, follow=True)
    assert "Booked: " in told.content.decode()
    assert lind.post(f"/outreach/recalls/{due.id}/send/").status_code == 409
    assert lind.post(f"/outreach/recalls/{due.id}/sing/").status_code == 404
    (booked,) = board(PROGRAM, RecallState.BOOKED)
    assert booked.appointment_id
    assert appointment(booked.appointment_id).reason == "see again"
    assert office.site_id == slot.site_id


def test_a_board_that_is_too_long_says_that_more_are_due(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001 - kinds
    monkeypatch.setattr(views_recalls, "SHOWN", 2)
    add_recalls(actor=PROGRAM, patient_ids=(make_patient("Vale"), make_patient("Okonkwo")), kind="sick", name="again")
    lind = signed_in("lind")
    assert "2 due" in lind.get("/outreach/recalls/").content.decode()
    add_recalls(actor=PROGRAM, patient_ids=(make_patient("Ames"),), kind="sick", name="again")
    page = lind.get("/outreach/recalls/").content.decode()
    assert "2 shown, more are due" in page
    assert page.count("data-row") == 2


def test_rules_are_set_on_a_screen_and_none_holds_without_a_source(office: Office) -> None:  # noqa: ARG001 - kinds
    petrov = signed_in("petrov")
    page = petrov.get("/outreach/recalls/rules/?example=1").content.decode()
    assert page.count("source: unverified") == len(examples())
    assert not RecallRule.objects.exists()
    typed = {"name": "Diabetes", "basis": "diagnosis", "codes": "E10 E11", "months": "6", "kind": "sick"}
    typed |= {"source": "", "valid_from": "t"}
    assert petrov.post("/outreach/recalls/rules/", typed).status_code == 422
    assert petrov.post("/outreach/recalls/rules/", {**typed, "source": "our physicians"}).status_code == 302
    made = RecallRule.objects.get()
    assert (made.codes, made.source) == (["E10", "E11"], "our physicians")
    petrov.post(f"/outreach/recalls/rules/{made.id}/end/")
    made.refresh_from_db()
    assert made.valid_to == date(2026, 11, 23)
    for wrong in ({"codes": ("nothing",)}, {"months": 0}, {"basis": Basis.AGE}, {"source": " "}):
        with pytest.raises(Invalid):
            rule(**wrong)


@pytest.mark.parametrize(
    ("on", "months", "then"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 11, 24), 2, date(2027, 1, 24)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
    ],
)
def test_months_end_where_their_month_does(on: date, months: int, then: date) -> None:
    assert months_after(on, months) == then
