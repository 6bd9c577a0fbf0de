"""Visits: each has one cause, a short number, and a log of its stages that nobody can change."""

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

import pytest

from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.tests.makers import Office, make_office
from medoffice.records.encounters.api import (
    encounter,
    encounter_numbered,
    encounter_of,
    encounters_of_patient,
    encounters_on,
    move_encounter,
    stages_of,
)
from medoffice.records.encounters.tests.makers import EVENING, begin
from medoffice.records.encounters.types import Stage
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import deny_subject
from medoffice.security.tests.makers import person
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(EVENING):
        yield make_office()


def go(visit: UUID, stage: Stage, room: str = "") -> None:
    move_encounter(actor=PROGRAM, encounter_id=visit, stage=stage, room=room)


def test_a_visit_has_its_cause_its_number_and_the_date_of_its_site(office: Office) -> None:
    who, cause = make_patient(), Ref("appointment", new_id())
    made = encounter(begin(office, who, cause))
    assert made.number.startswith("E-1")
    assert (made.cause, made.stage, made.date) == (cause, Stage.ARRIVED, date(2026, 11, 24))
    assert encounter_numbered(made.number) == made.id
    assert encounter_numbered("") is None
    assert encounter_of(cause) == made
    assert encounters_on(office.site_id, date(2026, 11, 24)) == [made]
    assert encounters_on(office.site_id, date(2026, 11, 25)) == []


def test_one_cause_brings_about_one_visit(office: Office) -> None:
    who, cause = make_patient(), Ref("appointment", new_id())
    begin(office, who, cause)
    with pytest.raises(Refusal) as refusal:
        begin(office, who, cause)
    assert refusal.value.code == "visit-exists"


def test_the_log_tells_every_move_and_the_stage_is_its_last_line(office: Office) -> None:
    visit = begin(office, make_patient(), Ref("appointment", new_id()))
    moves = [
        (Stage.ROOMED, "Room 1"),
        (Stage.ROOMED, "Room 1"),
        (Stage.ROOMED, "Room 2"),
        (Stage.WITH_PROVIDER, ""),
        (Stage.CHECK_OUT, ""),
        (Stage.FINISHED, ""),
    ]
    for minute, (stage, room) in enumerate(moves, 1):
        with clock.frozen(EVENING + timedelta(minutes=minute)):
            go(visit, stage, room)
            assert encounter(visit).stage is stages_of(visit)[-1].stage
    log = stages_of(visit)
    assert [change.stage.value for change in log] == [
        "arrived",
        "roomed",
        "roomed",
        "with_provider",
        "check_out",
        "finished",
    ]
    assert [change.at for change in log] == sorted(change.at for change in log)
    assert encounter(visit).room == "Room 2"


@pytest.mark.parametrize("then", [Stage.ARRIVED, Stage.CHECK_OUT, Stage.FINISHED])
def test_illegal_moves_are_refused_in_words_and_change_nothing(office: Office, then: Stage) -> None:
    visit = begin(office, make_patient(), Ref("appointment", new_id()))
    if then is Stage.ARRIVED:
        go(visit, Stage.ROOMED, "Room 1")
    before = (encounter(visit), stages_of(visit))
    with pytest.raises(Refusal) as refusal:
        go(visit, then)
    assert refusal.value.words.startswith("A visit that is ")
    assert (encounter(visit), stages_of(visit)) == before


def test_a_mistaken_arrival_begins_anew_as_the_same_visit(office: Office) -> None:
    who, cause = make_patient(), Ref("appointment", new_id())
    visit = begin(office, who, cause)
    go(visit, Stage.MISTAKEN)
    with clock.frozen(EVENING + timedelta(minutes=9)):
        assert begin(office, who, cause) == visit
    assert encounter(visit).started_at == EVENING + timedelta(minutes=9)
    assert [change.stage for change in stages_of(visit)] == [Stage.ARRIVED, Stage.MISTAKEN, Stage.ARRIVED]


def test_who_is_kept_away_sees_no_visit(office: Office) -> None:
    who = make_patient()
    begin(office, who, Ref("appointment", new_id()))
    lind = person("lind")
    deny_subject(actor=PROGRAM, user_id=lind.id, subject=who, reason="her neighbour")
    assert encounters_of_patient(lind, who) == []
    with pytest.raises(NotFound):
        begin(office, who, Ref("appointment", new_id()), actor=lind)
