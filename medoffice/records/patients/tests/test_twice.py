"""Who may be registered twice: found at night, decided by a person, told apart for ever."""

from datetime import UTC, date, datetime, timedelta

import pytest

from medoffice.kernel import clock, jobs
from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import work_items
from medoffice.records.patients.actions.add_contact import add_contact
from medoffice.records.patients.actions.find_duplicates import find_duplicates
from medoffice.records.patients.actions.tell_apart import tell_apart
from medoffice.records.patients.api import merge_patients, note_said, patient, said_by, unmerge_patients
from medoffice.records.patients.models import MaybeSame
from medoffice.records.patients.queries.asked import pairs_to_decide
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import actor_named, deny_subject
from medoffice.security.tests.makers import signed_in
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db
NIGHT = datetime(2026, 11, 25, 9, tzinfo=UTC)


def test_pr3_the_night_finds_pairs_and_what_a_person_says_is_never_asked_again() -> None:
    one = make_patient("Vale", "Ingrid", phone="(217) 555-0161")
    two = make_patient("Vale", "Ingird", phone="(217) 555-0161")
    make_patient("Vale", "Otto", phone="(217) 555-0161")  # of the same home
    with clock.frozen(NIGHT):
        jobs.defer("patients.duplicates")
        jobs.run_due()
        (asked,) = MaybeSame.objects.all()
        assert {asked.one, asked.other} == {one, two}
        assert asked.reasons[0] == "a slip in the given name"
        assert [item.kind for item in work_items(PROGRAM, "secretary")] == ["duplicates"]
        tell_apart(actor=PROGRAM, pair_id=asked.id)
        assert find_duplicates(actor=PROGRAM) == 0
        assert work_items(PROGRAM, "secretary") == []
        with pytest.raises(NotFound):
            tell_apart(actor=PROGRAM, pair_id=asked.id)
        third = make_patient("Nowak", "Ewa", born=date(1990, 1, 2))
        merge_patients(
            actor=PROGRAM, survivor_id=third, merged_id=one, seen=1, seen_merged=1, picks={"given": "merged"}
        )
        assert find_duplicates(actor=PROGRAM) == 0, "what was said of a record holds for whom it is now"


def test_pr3_a_merge_answers_and_to_take_it_apart_says_that_they_are_two() -> None:
    one, two = make_patient(phone="(217) 555-0161"), make_patient(phone="(217) 555-0161")
    assert find_duplicates(actor=PROGRAM) == 1
    done = merge_patients(actor=PROGRAM, survivor_id=one, merged_id=two, seen=1, seen_merged=1, picks={})
    assert (pairs_to_decide(PROGRAM), work_items(PROGRAM, "secretary")) == ([], [])
    unmerge_patients(actor=PROGRAM, merge_id=done)
    assert find_duplicates(actor=PROGRAM) == 0


def test_p32_the_night_runs_after_a_merge_of_two_with_rows_that_can_stand_only_once() -> None:
    """Both say another telephone, both may be a third, both have one contact: the merge and the night after it work."""
    one, two, third = (make_patient("Vale", name, phone="(217) 555-0161") for name in ("Ingrid", "Ingird", "Ingrid"))
    for who, said in ((one, "(217) 555-0162"), (two, "(217) 555-0163")):
        note_said(actor=PROGRAM, patient_id=who, told={"phone": said})
        add_contact(actor=PROGRAM, patient_id=who, system="email", use="home", value="vale@example.com")
    with clock.frozen(NIGHT):
        jobs.defer("patients.duplicates")
        jobs.run_due()
        asked = {(row.one, row.other) for row in MaybeSame.objects.all()}
        assert asked >= {tuple(sorted((one, third))), tuple(sorted((two, third)))}
        seen, seen_merged = patient(one).version, patient(two).version
        done = merge_patients(
            actor=PROGRAM, survivor_id=one, merged_id=two, seen=seen, seen_merged=seen_merged, picks={}
        )
    with clock.frozen(NIGHT + timedelta(days=1)):
        jobs.defer("patients.duplicates")
        jobs.run_due()
        assert [{row.one.id, row.other.id} for row in pairs_to_decide(PROGRAM)] == [{one, third}]
        assert [row.said for row in said_by(one)] == ["(217) 555-0162"]
        unmerge_patients(actor=PROGRAM, merge_id=done)
    with clock.frozen(NIGHT + timedelta(days=2)):
        jobs.defer("patients.duplicates")
        jobs.run_due()
        assert [row.said for row in said_by(two)] == ["(217) 555-0163"]


def test_pr3_the_queue_shows_both_sides_with_a_key_for_each_answer() -> None:
    one = make_patient("Vale", "Ingrid", phone="(217) 555-0161")
    two = make_patient("Vale", "Ingird", phone="(217) 555-0161")
    find_duplicates(actor=PROGRAM)
    client = signed_in("lind")
    (asked,) = MaybeSame.objects.all()
    here = f"/patients/twice/{asked.id}/"
    assert client.get("/patients/twice/")["Location"] == here
    page = client.get(here).content.decode()
    assert f'href="/patients/{one}/same/{two}/?next=/patients/twice/" data-key="m"' in page
    assert all(f'data-key="{key}"' in page for key in "dl")
    assert "a slip in the given name" in page
    client.post(f"{here}later/")
    assert "Nobody to decide about" in client.get("/patients/twice/").content.decode()
    assert pairs_to_decide(PROGRAM) == []
    with clock.frozen(clock.now() + timedelta(days=1, minutes=1)):
        assert len(pairs_to_decide(PROGRAM)) == 1
    deny_subject(actor=PROGRAM, user_id=actor_named("lind").id, subject=two, reason="her sister")
    assert client.get(here).status_code == 404
    assert client.post(f"{here}different/").status_code == 404
