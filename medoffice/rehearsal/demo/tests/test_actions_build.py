"""The demo office as a newcomer finds it: a morning in full swing, weeks behind it, and books that hold."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import count, takewhile
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from medoffice.clinic.charting.api import chart_of, incoming_of, noted_at
from medoffice.clinic.charting.types import CauseKind, ListKind
from medoffice.clinic.devices.api import attached_at
from medoffice.clinic.dictation.api import (
    copies_of,
    dangers_of,
    dictations_of_visit,
    open_dictations,
    passed_of,
    production,
    reviews_told,
    reviews_waiting,
    short_forms,
    typed_of,
)
from medoffice.clinic.dictation.types.copies import Standing as CopyStands
from medoffice.clinic.dictation.types.dictations import Priority
from medoffice.clinic.dictation.types.dictations import State as Waits
from medoffice.clinic.dictation.types.reviews import ReviewState
from medoffice.clinic.immunizations.api import doses_of_lots, lots
from medoffice.clinic.office_lab.api import found_with, office_tests, standings
from medoffice.clinic.results.api import report
from medoffice.clinic.results.types import ReportState
from medoffice.front_office.calls.api import open_calls
from medoffice.front_office.check_in.api import arriving, risks_of
from medoffice.front_office.check_in.types import Mend
from medoffice.front_office.flow.api import flow_board
from medoffice.front_office.letters.api import letters_of, template
from medoffice.front_office.outreach.api import board
from medoffice.front_office.scheduling.api import appointments_on
from medoffice.front_office.scheduling.types import OPEN, AppointmentState
from medoffice.kernel import clock
from medoffice.practice.api import sites, work_items
from medoffice.records.charts.api import charts_of
from medoffice.records.charts.types import Where
from medoffice.records.coverage.api import cases_of
from medoffice.records.documents.api import holds_of
from medoffice.records.encounters.api import encounters_on
from medoffice.records.faxes.api import faxes
from medoffice.records.faxes.types import FaxState
from medoffice.records.patients.api import find_by_mrn, search
from medoffice.records.releases.api import requests_of
from medoffice.records.releases.types import State
from medoffice.records.rights.api import amendments_of, restrictions_of
from medoffice.records.rights.types import Answer, Standing
from medoffice.rehearsal.demo.actions.telling import comforts_at
from medoffice.rehearsal.demo.api import resume_demo_world, working_day
from medoffice.rehearsal.population.api import demo_office
from medoffice.revenue.books.api import deposits, proofs
from medoffice.revenue.claims.api import claim_counts, claims_of
from medoffice.revenue.code_audits.api import audits, charts_of_audit, codes_of, outcome_of
from medoffice.revenue.coding.api import coding_in_hand, queries_of
from medoffice.revenue.coding.types import QueryState
from medoffice.revenue.recapture.api import conditions
from medoffice.revenue.recapture.types import Said
from medoffice.security.api import accesses_to_review, actor_named, labels_of
from medoffice.security.types import PROGRAM, Label

ZONE = ZoneInfo("America/Chicago")
pytestmark = pytest.mark.usefixtures("demo")


def everybody() -> list[UUID]:
    """Every patient of the office, by number."""
    numbers = (find_by_mrn(f"M-{number}") for number in count(10001))
    return [who for who in takewhile(bool, numbers) if who]


def test_it_is_a_quarter_past_ten_and_the_desk_lives() -> None:
    today = working_day(clock.real_now().astimezone(ZONE).date())
    now = clock.now().astimezone(ZONE)
    assert now.date() == today
    assert (10, 14) <= (now.hour, now.minute) < (10, 20)
    lind = actor_named("lind")
    columns = Counter(card.column for place in sites() for card in flow_board(lind, place.id))
    assert columns["due"] >= 3
    assert sum(columns[stage] for stage in ("arrived", "roomed", "with_provider", "check_out")) >= 3
    assert open_calls(lind), "somebody is on the telephone"


def test_two_who_are_due_would_be_denied_as_they_are_written_down() -> None:
    """A newcomer finds the list of risks at check-in: a street that is missing, a member id that the payer refuses."""
    lind = actor_named("lind")
    due = [one for one in appointments_on(PROGRAM, None, clock.today(ZONE), str(ZONE)) if one.state in OPEN]
    mends = {risk.mend for one in due for risk in risks_of(lind, arriving(lind, one))}
    assert {Mend.ADDRESS, Mend.MEMBER_ID} <= mends


def test_somebody_is_registered_twice_and_waits_for_a_decision() -> None:
    assert any(item.kind == "duplicates" for item in work_items(PROGRAM, "secretary"))


def test_the_days_ahead_are_booked_in_part() -> None:
    today = working_day(clock.real_now().astimezone(ZONE).date())
    ahead = [appointments_on(PROGRAM, None, today + timedelta(days=n), str(ZONE)) for n in range(1, 8)]
    booked = [one for day in ahead for one in day]
    assert len(booked) >= 5
    assert {one.state for one in booked} <= {
        AppointmentState.BOOKED,
        AppointmentState.CONFIRMED,
        AppointmentState.CANCELLED,
    }


def test_the_weeks_behind_led_to_money_in_the_bank() -> None:
    today = working_day(clock.real_now().astimezone(ZONE).date())
    seen = [visit for n in range(1, 8) for visit in encounters_on(None, today - timedelta(days=n))]
    assert len(seen) >= 20
    assert sum(claim_counts().values()) >= 15
    assert deposits()


def test_an_injury_at_work_is_billed_to_its_carrier_and_comes_back_today() -> None:
    today = working_day(clock.real_now().astimezone(ZONE).date())
    who = next(hit.id for hit in search(PROGRAM, "sato ken"))
    (injury,) = cases_of(who)
    assert (injury.payer_name, injury.employer) == ("Keystone Casualty", "Ferry Street Sheet Metal")
    (hurt,) = [visit for back in range(15) for visit in encounters_on(None, today - timedelta(days=back))
               if visit.patient_id == who and visit.date == injury.injured_on]  # fmt: skip
    assert [(made.case_id, made.coverage_id, made.payer) for made in claims_of(hurt.id)] == [
        (injury.id, None, "Keystone Casualty")
    ]
    assert [one.case_id for one in appointments_on(PROGRAM, None, today, str(ZONE)) if one.patient_id == who] == [
        injury.id
    ]


def test_one_audit_of_codes_is_finished_and_one_is_not() -> None:
    begun, done = audits()
    assert begun.closed_at is None
    assert 0 < begun.finished < begun.drawn
    assert done.closed_at is not None
    charts = charts_of_audit(PROGRAM, done.id)
    found = outcome_of(charts, codes_of(charts))
    assert found.visits == done.drawn > 2
    assert found.lessons
    assert any(item.kind == "audit-finding" for item in work_items(PROGRAM, "coder"))


def test_everything_that_must_be_true_of_the_books_is() -> None:
    assert [proof for proof in proofs() if not proof.ok] == []


def test_the_named_cast_is_there_and_stranger_nox_sees_nobody() -> None:
    assert any("Quist" in hit.name for hit in search(actor_named("lind"), "quist"))
    assert any("Nguyễn" in hit.name for hit in search(actor_named("lind"), "nguyen"))
    assert actor_named("nox").roles == frozenset()
    assert len(demo_office().staff) == 20


def test_one_of_each_is_confidential_and_a_broken_glass_waits_for_its_review() -> None:
    today, haddad, petrov = clock.now().astimezone(ZONE).date(), actor_named("haddad"), actor_named("petrov")
    people = {visit.patient_id for back in range(8) for visit in encounters_on(None, today - timedelta(days=back))}
    people |= {one.patient_id for one in appointments_on(PROGRAM, None, today, str(ZONE))}
    people |= {hit.id for name in ("petrie glenn", "lind astrid") for hit in search(petrov, name)}
    assert {row.label for who in people for row in labels_of(who)} == set(Label)
    (access,) = accesses_to_review(haddad)
    assert (access.who, access.emergency, access.seen > 2) == ("Minh Hoàng", True, True)
    assert any(item.ref.id == access.id for item in work_items(haddad))
    assert "Lind, Astrid" not in {hit.name for hit in search(actor_named("lind"), "lind astrid")}
    assert "Lind, Astrid" in {hit.name for hit in search(petrov, "lind astrid")}


def test_what_is_asked_of_records_stands_in_every_state() -> None:
    """Copies, amendments, restrictions, holds, paper charts, faxes: each state people see is there."""
    people = everybody()
    asked = [one for who in people for one in requests_of(PROGRAM, who)]
    waiting = [one for one in asked if one.state is State.OPEN]
    assert Counter(one.state for one in asked)[State.DELIVERED] >= 2
    assert any(one.checked.identity and one.missing for one in waiting), "one waits for its paper"
    assert any(one.checks_out and one.picks for one in waiting), "one is ready"
    assert any(not one.checked.identity for one in waiting), "one was just received"
    assert {FaxState.DELIVERED, FaxState.FAILED} <= {one.state for one in faxes(PROGRAM)[0]}
    (late,) = [item for item in work_items(PROGRAM, "privacy_officer") if item.kind == "release-overdue"]
    assert "is overdue since" in late.title
    assert {one.answer for who in people for one in amendments_of(PROGRAM, who)} >= {
        Answer.OPEN, Answer.ACCEPTED, Answer.DENIED,
    }  # fmt: skip
    assert {one.standing for who in people for one in restrictions_of(PROGRAM, who)} == {
        Standing.AGREED, Standing.REFUSED,
    }  # fmt: skip
    entries = [one for who in people for one in amendments_of(PROGRAM, who) if one.thing.kind == "list_entry"]
    assert {one.answer for one in entries} == {Answer.OPEN, Answer.DENIED, Answer.ACCEPTED}
    assert any(holds_of(who) for who in people)
    today = clock.today(ZONE)
    charts = [one for who in people for one in charts_of(PROGRAM, who)]
    assert {one.where for one in charts} == set(Where)
    assert any(one.due and one.due < today for one in charts if one.where is Where.OUT)


def test_another_offices_summary_waits_cards_are_printed_and_a_fax_is_called_again() -> None:
    waiting = [one for who in everybody() for one in incoming_of(PROGRAM, who)]
    assert {one.kind for one in waiting} >= {ListKind.PROBLEM, ListKind.ALLERGY, ListKind.MEDICATION}
    assert {one.cause.kind for one in waiting} >= {CauseKind.DOCUMENT}
    cards = [one for who in everybody() for one in letters_of(PROGRAM, who) if one.template_key == "postcard"]
    assert len(cards) > 0
    (queued,) = [one for one in faxes(PROGRAM)[0] if one.state is FaxState.QUEUED]
    assert queued.why == "The line was busy."


def test_fifty_are_due_since_days_of_their_own_and_some_spanish_is_approved() -> None:
    """A newcomer tries a mailing of fifty; who reads Spanish gets it in Spanish, where somebody has read it."""
    due = board(PROGRAM, limit=1000)
    assert len({one.patient_id for one in due}) >= 50
    assert len({one.due_on for one in due}) >= 3
    cards = [one for who in everybody() for one in letters_of(PROGRAM, who) if one.template_key == "postcard"]
    assert len(cards) >= 40, "what keeps a card from somebody stands beside their name"
    assert {one.language for one in cards} == {"en", "es"}
    spanish = [template(key, "es") for key in ("recall", "postcard", "missed_visit", "balance")]
    assert [one.waits_for_approval for one in spanish] == [False, False, False, True]
    assert {one.approved_by for one in spanish[:3]} == {"Carmen Ruiz"}


@pytest.mark.parametrize(("age", "helps"), [(5, "a parent stays"), (70, "a daughter or son")])
def test_what_helps_somebody_is_right_for_their_age(age: int, helps: str) -> None:
    of_all = {one.helps for at in range(100) for one in comforts_at(at)}
    here = {one.helps for one in comforts_at(age)}
    assert [words for words in here if words.startswith(helps)]
    assert {words for words in of_all - here if words.startswith(("a parent", "a daughter"))}
    assert "lie down for blood draws, say when it comes" in here


def test_a_dictation_stands_at_each_place_of_its_way() -> None:
    today, moreau = clock.today(ZONE), actor_named("moreau")
    open_ones = open_dictations(moreau)
    assert [one.priority for one in open_ones if one.priority is Priority.STAT] == [Priority.STAT]
    seen = [visit for back in range(8) for visit in encounters_on(None, today - timedelta(days=back))]
    made = [one for visit in seen for one in dictations_of_visit(PROGRAM, visit.id)]
    assert {one.state for one in made} == set(Waits)
    assert any(one.kind == "visit-note" and one.state is Waits.SIGNED for one in made)
    assert {one.short for one in short_forms(moreau)} == {"nad", "rtc", "rba"}
    assert {one.reminded > 0 for one in made if one.state is Waits.TO_SIGN} == {False, True}
    told = reviews_told(moreau)
    assert {one.state for one in told} == {ReviewState.TOLD, ReviewState.READ}
    assert [one.score for one in told if one.critical] == [97]
    assert reviews_waiting(actor_named("okafor"))
    people, jobs = production(PROGRAM, today - timedelta(days=21), today)
    assert sum(one.jobs for one in people) >= len(jobs) > 3


def test_a_report_went_with_its_copy_to_the_lists_and_one_waits_to_be_signed() -> None:
    """Both were heard again by who typed them; the copy of the first arrived, and nothing of its note is left."""
    today = clock.today(ZONE)
    seen = [visit for back in range(8) for visit in encounters_on(None, today - timedelta(days=back))]
    made = {one.id: one for visit in seen for one in dictations_of_visit(PROGRAM, visit.id)}
    copies = copies_of(list(made))
    went, waits = sorted((made[one] for one in copies), key=lambda one: one.state is Waits.TO_SIGN)
    assert (went.state, waits.state) == (Waits.SIGNED, Waits.TO_SIGN)
    assert [copies[one.id][0].last.standing for one in (went, waits)] == [CopyStands.SENT, CopyStands.WAITS]
    for one, people in ((went, 2), (waits, 1)):
        typed = typed_of(one.id)
        heard = passed_of(PROGRAM, one.id, dangers_of(typed.text, typed.words))
        assert len(heard) == people
        assert all(each.heard == each.of > 3 for each in heard)
    assert noted_at(PROGRAM, went.encounter_id).rows == []
    lists = chart_of(PROGRAM, went.patient_id).lists
    told = {one.told.words for one in (*lists[ListKind.MEDICATION], *lists[ListKind.ALLERGY])}
    assert {"loratadine", "adhesive tape"} <= told


def test_vaccines_are_on_hand_a_dose_was_corrected_and_a_lot_recalled() -> None:
    boxes = lots(every=True)
    assert [one.vial.lot for one in boxes if one.recalled_at] == ["FL26A"]
    doses, hidden = doses_of_lots(PROGRAM, [one.id for one in boxes])
    assert (len([one for one in doses if one.instead_of]), hidden) == (1, 0)
    assert len(doses) > 1


def test_the_bench_is_ready_but_for_one_lot_whose_control_failed() -> None:
    tests = office_tests()
    lines = standings(clock.today(ZONE), [one.id for one in tests])
    assert [(kit.lot, {one.code for one in why}) for _, kit, why in lines if why] == [("GL90B", {"qc-failed"})]
    found, hidden = found_with(PROGRAM, [kit.id for _, kit, _ in lines])
    assert (bool(found), hidden) == (True, 0)
    assert [one.said.key for one in tests if one.standing_by] == ["rapid_strep"]


def test_an_ecg_was_attached_and_signed_off() -> None:
    today = clock.today(ZONE)
    seen = [visit for back in range(8) for visit in encounters_on(None, today - timedelta(days=back))]
    (one,) = [each for visit in seen for each in attached_at(visit.id)]
    assert (one.what, one.document_id is not None, one.by.calibrated_on is not None) == ("ECG", True, True)
    assert report(one.report_id).state is ReportState.SIGNED


def test_the_office_stands_still_while_it_is_closed(demo: str) -> None:
    last = clock.now()
    clock.run_from(last + timedelta(days=3))
    resume_demo_world(demo)
    assert clock.now() - last < timedelta(minutes=10)


@pytest.mark.parametrize(("day", "works"), [(23, 23), (27, 27), (28, 27), (29, 27)])
def test_on_a_weekend_the_demo_shows_friday(day: int, works: int) -> None:
    assert working_day(datetime(2026, 11, day, tzinfo=UTC).date()).day == works


def test_conditions_of_last_year_wait_for_a_look() -> None:
    """Some were seen last year and coded; of what this year has no code the coder finds a list, one of it marked."""
    year = clock.today(ZONE).year
    tables, found = conditions(actor_named("abara"), year)
    assert tables.loaded
    assert len(found.conditions) >= 3
    assert {code.last.year for one in found.conditions for code in one.codes} == {year - 1}
    assert [one.mark.said for one in found.conditions if one.mark] == [Said.NEXT]
    assert {one.hcc for one in found.conditions} & {"37", "238", "280"}


def test_the_coder_waits_for_answers_of_providers() -> None:
    begun = [queries_of(one.id) for one in coding_in_hand(actor_named("abara"))]
    waits = [one for asked in begun for one in asked if one.state is QueryState.OPEN]
    items = [one for one in work_items(PROGRAM, "provider") if one.kind == "provider-query"]
    assert {one.id for one in waits} == {one.ref.id for one in items}
    assert waits
