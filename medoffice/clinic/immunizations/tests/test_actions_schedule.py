"""The schedule is asked about a patient, told what holds of them, and comes in a newer release."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from medoffice.clinic.charting.tests.makers import enter, make_visit
from medoffice.clinic.charting.types import ListKind
from medoffice.clinic.immunizations.actions.tell_old import OLD, tell_old
from medoffice.clinic.immunizations.api import facts_of, lacking_of, note_fact, plan_of, schedule, take_schedule
from medoffice.clinic.immunizations.models import ScheduleFact, ScheduleRelease
from medoffice.clinic.immunizations.queries.copying import facts_copied, facts_to_copy
from medoffice.clinic.immunizations.queries.plans import schedule_check
from medoffice.clinic.immunizations.rules.planning import old_from
from medoffice.clinic.immunizations.tests.makers import TDAP, make_dose, make_lot
from medoffice.clinic.immunizations.types import Plan
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.practice.api import finish_work, refs_waiting, work_items
from medoffice.practice.tests.makers import Office, make_office
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import label_visit
from medoffice.security.tests.makers import make_user, person
from medoffice.security.types import PROGRAM, Label
from medoffice.standards.cdsi.answers import Due, Standing
from medoffice.standards.cdsi.tests.makers import release

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(datetime(2026, 11, 24, 16, tzinfo=UTC)):
        yield make_office()


@pytest.fixture
def child(office: Office) -> UUID:  # noqa: ARG001 - after the office
    return make_patient("Quist", "Ole", born=date(2026, 1, 5), sex="M")


def due(plan: Plan, group: str) -> Due:
    return next(one.due for one in plan.advice.groups if one.name == group)


def shot(child: UUID, code: str, began: str) -> None:
    enter(child, ListKind.IMMUNIZATION, f"CVX {code}", system="CVX", code=code, status="completed", began=began)


def test_what_is_on_the_list_counts_and_what_has_no_day_is_named(child: UUID) -> None:
    assert due(plan_of(PROGRAM, child, TODAY), "DTaP/Tdap/Td") is Due.OVERDUE
    for began in ("2026-03-05", "2026-05-05", "2026-07-05"):
        shot(child, "20", began)
    shot(child, "10", "2026-03")
    plan = plan_of(PROGRAM, child, TODAY)
    assert due(plan, "DTaP/Tdap/Td") is Due.LATER
    assert due(plan, "Polio") is Due.OVERDUE
    assert [one.standing for one in plan.doses] == [Standing.VALID] * 3
    assert plan.unread == ("CVX 10 (2026-03)",)


def test_a_dose_given_here_counts_at_once(office: Office) -> None:
    adult = make_patient("Bell", "Ira", born=date(1980, 1, 5), sex="M")
    visit = make_visit(office, adult)
    make_dose(visit, make_lot(office, TDAP))
    assert [one.dose.cvx for one in plan_of(PROGRAM, adult, TODAY).doses] == ["115"]


def test_what_a_label_keeps_is_not_counted_and_that_is_said(office: Office) -> None:
    adult = make_patient("Bell", "Ira", born=date(1980, 1, 5), sex="M")
    visit = make_visit(office, adult)
    make_dose(visit, make_lot(office, TDAP))
    label_visit(actor=PROGRAM, subject=adult, things=[visit], label=Label.PART2, why="asked for")
    manager = person("petrov")
    plan = plan_of(manager, adult, TODAY)
    assert (plan.doses, plan.hidden) == ((), True)


def test_what_holds_of_a_patient_changes_what_is_said_until_it_holds_no_more(child: UUID) -> None:
    note_fact(actor=PROGRAM, patient_id=child, code="024", since=date(2026, 5, 1))
    note_fact(actor=PROGRAM, patient_id=child, code="024", since=date(2026, 5, 1))
    assert due(plan_of(PROGRAM, child, TODAY), "Varicella") is Due.IMMUNE
    assert [(one.code, one.since) for one in facts_of(PROGRAM, child)] == [("024", date(2026, 5, 1))]
    note_fact(actor=PROGRAM, patient_id=child, code="024", holds=False)
    note_fact(actor=PROGRAM, patient_id=child, code="024", holds=False)
    assert facts_of(PROGRAM, child) == ()
    assert ScheduleFact.objects.count() == 2  # what was so already is not noted again


def test_what_the_schedule_does_not_know_and_days_to_come_are_refused(child: UUID) -> None:
    with pytest.raises(Invalid, match="knows nothing"):
        note_fact(actor=PROGRAM, patient_id=child, code="999")
    with pytest.raises(Invalid, match="count from that day"):
        note_fact(actor=PROGRAM, patient_id=child, code="170")
    with pytest.raises(Invalid, match="to come"):
        note_fact(actor=PROGRAM, patient_id=child, code="007", since=date(2027, 1, 1))
    nox = person("nox")
    with pytest.raises(NotFound):
        note_fact(actor=nox, patient_id=child, code="007")
    with pytest.raises(NotFound):
        plan_of(nox, child, TODAY)


def test_what_was_said_at_a_labelled_visit_is_kept_as_the_visit_is(office: Office) -> None:
    adult = make_patient("Bell", "Ira", born=date(1980, 1, 5), sex="M")
    visit = make_visit(office, adult)
    note_fact(actor=PROGRAM, patient_id=adult, code="040", encounter_id=visit)
    note_fact(actor=PROGRAM, patient_id=adult, code="055")
    farrow, okafor = make_user("farrow", "Tess Farrow", "medical_assistant"), office.provider
    assert [one.code for one in facts_of(farrow, adult)] == ["055", "040"]
    label_visit(actor=PROGRAM, subject=adult, things=[visit], label=Label.PART2, why="asked for")
    assert [one.code for one in facts_of(farrow, adult)] == ["055"]
    assert [one.code for one in facts_of(okafor, adult)] == ["055", "040"]
    assert (plan_of(farrow, adult, TODAY).hidden, plan_of(okafor, adult, TODAY).hidden) == (True, False)
    with pytest.raises(NotFound):
        note_fact(actor=farrow, patient_id=adult, code="007", encounter_id=visit)
    note_fact(actor=okafor, patient_id=adult, code="040", holds=False)  # taken back where it was said
    assert [one.encounter_id for one in ScheduleFact.objects.filter(code="040")] == [visit, visit]
    with pytest.raises(NotFound):
        note_fact(actor=PROGRAM, patient_id=make_patient("Vale", "Ines"), code="007", encounter_id=visit)


def test_where_somebody_was_born_is_told_once_and_settles_what_is_needed(office: Office) -> None:  # noqa: ARG001
    adult = make_patient("Bell", "Ira", born=date(1975, 1, 5), sex="M")
    assert due(plan_of(PROGRAM, adult, TODAY), "Varicella") is Due.ASK
    note_fact(actor=PROGRAM, patient_id=adult, code="birth:U.S.")
    assert due(plan_of(PROGRAM, adult, TODAY), "Varicella") is Due.IMMUNE
    note_fact(actor=PROGRAM, patient_id=adult, code="birth-not:U.S.")
    assert due(plan_of(PROGRAM, adult, TODAY), "Varicella") is Due.OVERDUE
    assert [one.words for one in facts_of(PROGRAM, adult)] == ["Country of birth: not U.S."]


def test_what_is_noted_goes_into_copies_visit_by_visit(office: Office, child: UUID) -> None:
    visit = make_visit(office, child)
    note_fact(actor=PROGRAM, patient_id=child, code="024", since=date(2026, 5, 1))
    note_fact(actor=PROGRAM, patient_id=child, code="024", holds=False)
    note_fact(actor=PROGRAM, patient_id=child, code="186", encounter_id=visit)
    told = {one.about: facts_copied(one.id).words for one in facts_to_copy(child)}
    assert set(told) == {None, visit}
    assert "HIV Infection" in told[visit]
    assert "since 05/01/2026" in told[None]
    assert "(no longer so)" in told[None]
    assert "HIV" not in told[None]
    with pytest.raises(NotFound):
        facts_copied(child)


def test_a_release_that_is_old_is_work_once_until_the_next_one_is_in(office: Office) -> None:  # noqa: ARG001
    for _ in range(2):
        tell_old(actor=PROGRAM)
    assert len(refs_waiting(OLD)) == 1
    (checked,) = schedule_check()
    assert "knows no season" in checked.findings[0].words
    take_schedule(actor=PROGRAM, data=release(), source="cdsi-9.01.zip")
    tell_old(actor=PROGRAM)
    assert refs_waiting(OLD) == []
    assert schedule_check()[0].findings == ()


def test_a_release_that_somebody_is_done_with_is_told_of_again_only_when_it_is_old(office: Office) -> None:  # noqa: ARG001
    manager, old = person("petrov"), old_from(schedule())
    for days, opened in ((-10, 1), (-9, 0), (0, 1), (1, 0)):
        with clock.frozen(datetime(old.year, old.month, old.day, 16, tzinfo=UTC) + timedelta(days=days)):
            tell_old(actor=PROGRAM)
            waits = [one for one in work_items(manager) if one.kind == OLD]
            assert len(waits) == opened, days
            for one in waits:
                finish_work(actor=manager, item_id=one.id, outcome="The next one is not out yet.")


def test_it_is_noted_again_where_it_was_said_and_stands_nowhere_else(office: Office) -> None:
    adult = make_patient("Bell", "Ira", born=date(1980, 1, 5), sex="M")
    wrong, right = make_visit(office, adult), make_visit(office, adult)
    for visit in (wrong, right, right, None):
        note_fact(actor=PROGRAM, patient_id=adult, code="040", encounter_id=visit)
    assert [one.encounter_id for one in facts_of(PROGRAM, adult)] == [right]
    assert ScheduleFact.objects.count() == 3  # there, not there, here
    label_visit(actor=PROGRAM, subject=adult, things=[right], label=Label.PART2, why="asked for")
    farrow = make_user("farrow", "Tess Farrow", "medical_assistant")
    assert facts_of(farrow, adult) == ()


def test_who_lacks_a_vaccine_is_told_to_who_may_know(office: Office, child: UUID) -> None:
    settled = make_patient("Vale", "Ines", born=date(1990, 1, 5), sex="F")
    for code in ("078", "020", "021", "022", "024", "019"):
        note_fact(actor=PROGRAM, patient_id=settled, code=code)
    found = lacking_of(office.provider, [child, settled], TODAY)
    assert found[child] > 3
    assert lacking_of(person("lind"), [child], TODAY) == {}
    assert lacking_of(office.provider, [], TODAY) == {}


def test_a_newer_release_speaks_once_it_is_in_and_comes_in_once(child: UUID) -> None:
    assert schedule().version == "4.64"
    taken = [take_schedule(actor=PROGRAM, data=release(), source="cdsi-9.01.zip") for _ in range(2)]
    assert taken == [1, 1]
    assert ScheduleRelease.objects.count() == 1
    plan = plan_of(PROGRAM, child, TODAY)
    assert (plan.advice.version, [one.name for one in plan.advice.groups]) == ("9.01", ["MMR"])


def test_an_older_release_and_what_is_none_are_refused_and_nothing_is_kept(office: Office) -> None:  # noqa: ARG001
    older = release(**{"RELEASE-NOTES.txt": "Notes 4.01\nMay 3, 2018"})
    with pytest.raises(Refusal, match=r"4\.64, which speaks, is later"):
        take_schedule(actor=PROGRAM, data=older, source="old.zip")
    later = release(**{"RELEASE-NOTES.txt": "Notes 9.99\nDecember 31, 9998"})
    with pytest.raises(Refusal, match="it would speak for ever"):
        take_schedule(actor=PROGRAM, data=later, source="later.zip")
    with pytest.raises(Refusal, match="cannot be opened"):
        take_schedule(actor=PROGRAM, data=b"no zip", source="no.zip")
    assert not ScheduleRelease.objects.exists()


def test_it_is_asked_in_few_questions_however_many_doses(child: UUID) -> None:
    for month in range(1, 9):
        shot(child, "10", f"2026-0{month}-15")
    with CaptureQueriesContext(
        connection,
    ) as asked:
        plan_of(PROGRAM, child, TODAY)
    assert len(asked) <= 8
