"""TL9: what was missed is work at its time; out of limits sets vaccines aside until somebody decides; lines stay."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction

from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.immunizations.api import lot, moves_of
from medoffice.clinic.immunizations.tests.makers import FLU, make_dose, make_lot
from medoffice.clinic.upkeep.api import (
    correct_entry,
    day,
    decide,
    due_between,
    equipment,
    log_entry,
    log_of,
    month,
    odd_of,
    place_lots,
    set_up_equipment,
    tell_missed,
)
from medoffice.clinic.upkeep.models import LogEntry
from medoffice.clinic.upkeep.tests.makers import WARM, make_autoclave, make_fridge, make_room, reading
from medoffice.clinic.upkeep.types import Told, Verdict, What
from medoffice.kernel import clock
from medoffice.kernel.refusals import Conflict, Invalid, NotFound, Refusal
from medoffice.practice.api import close_site, work_items
from medoffice.practice.tests.makers import Office, make_office
from medoffice.security.tests.makers import make_user
from medoffice.security.types import PROGRAM, Role

pytestmark = pytest.mark.django_db
TUESDAY = date(2026, 11, 24)
EIGHT = datetime(2026, 11, 24, 14, tzinfo=UTC)  # 8:00 at the office


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(EIGHT):
        yield make_office()


def make_named(office: Office, lot: str) -> UUID:
    return make_lot(office, replace(FLU, lot=lot))


def work() -> list[str]:
    return [one.title for queue in Role for one in work_items(PROGRAM, queue) if one.kind.startswith("upkeep")]


def test_tl9_what_is_not_logged_by_its_time_is_work_once_and_the_reading_ends_it(office: Office) -> None:
    fridge = make_fridge(office)
    assert tell_missed(actor=PROGRAM) == 0
    with clock.frozen(EIGHT + timedelta(hours=1, minutes=30)):
        assert tell_missed(actor=PROGRAM) == 1
        assert tell_missed(actor=PROGRAM) == 0
        assert work() == ["Vaccine refrigerator: no reading by 11/24/2026 09:30 AM"]
        (line,) = day(clock.now())
        assert (line.late, len(line.slots)) == (True, 2)
    with clock.frozen(EIGHT + timedelta(hours=2)):
        log_entry(actor=PROGRAM, equipment_id=fridge, told=reading("4.1"))
        assert work() == []
        (line,) = day(clock.now())
        assert not line.late
        assert line.last
        assert line.last.told.value == Decimal("4.1")
    assert len(month(fridge, TUESDAY).missed) == 1
    assert [bool(one.entry) for one in due_between(TUESDAY, TUESDAY)] == [True, False]


def test_nothing_is_missed_on_a_day_on_which_the_site_is_closed(office: Office) -> None:
    make_fridge(office)
    close_site(actor=PROGRAM, site_id=office.site_id, on=TUESDAY, reason="snow")
    with clock.frozen(EIGHT + timedelta(hours=12)):
        assert tell_missed(actor=PROGRAM) == 0


def test_tl9_out_of_limits_asks_what_was_done_and_sets_the_vaccines_aside_until_it_is_decided(office: Office) -> None:
    fridge, flu, visit = make_fridge(office), make_lot(office), make_visit(office)
    with pytest.raises(Invalid) as refused:
        log_entry(actor=PROGRAM, equipment_id=fridge, told=reading("11.2"))
    assert "did" in refused.value.detail["fields"]
    log_entry(actor=PROGRAM, equipment_id=fridge, told=WARM)
    log_entry(actor=PROGRAM, equipment_id=fridge, told=WARM)
    assert work() == ["Vaccine refrigerator: 11.2 °C, above 8 °C"]
    assert lot(flu).aside_why == "Vaccine refrigerator: 11.2 °C, above 8 °C"
    with pytest.raises(Refusal, match="is set aside"):
        make_dose(visit, flu)
    with pytest.raises(Invalid):
        decide(actor=PROGRAM, equipment_id=fridge, verdict=Verdict.DONE, why="looked at")
    with pytest.raises(Invalid):
        decide(actor=PROGRAM, equipment_id=fridge, verdict=Verdict.USE, why=" ", lot_ids=[flu])
    decide(actor=PROGRAM, equipment_id=fridge, verdict=Verdict.USE, why="the manufacturer says so", lot_ids=[flu])
    assert work() == []
    assert odd_of([fridge]) == {}
    make_dose(visit, flu)
    assert [str(one.what) for one in moves_of(flu)][:3] == ["given", "cleared", "aside"]
    with pytest.raises(Refusal, match="Nothing waits"):
        decide(actor=PROGRAM, equipment_id=fridge, verdict=Verdict.USE, why="again", lot_ids=[flu])


def test_what_is_discarded_leaves_the_stock_and_work_stays_until_every_lot_is_decided(office: Office) -> None:
    fridge, one, two = make_fridge(office), make_named(office, "A1"), make_named(office, "B2")
    log_entry(actor=PROGRAM, equipment_id=fridge, told=WARM)
    decide(actor=PROGRAM, equipment_id=fridge, verdict=Verdict.DISCARD, why="warm all night", lot_ids=[one])
    assert lot(one).on_hand == 0
    assert (moves_of(one)[0].what, moves_of(one)[0].words) == ("wasted", "warm all night")
    assert lot(two).aside_at
    assert len(work()) == 1
    decide(actor=PROGRAM, equipment_id=fridge, verdict=Verdict.USE, why="stood elsewhere", lot_ids=[two])
    assert work() == []


def test_only_the_lots_that_stand_in_it_or_of_which_nobody_said_are_set_aside(office: Office) -> None:
    fridge, other = make_fridge(office), make_fridge(office, "Second refrigerator")
    here, there, unsaid = (make_named(office, name) for name in ("H1", "T1", "U1"))
    place_lots(actor=PROGRAM, equipment_id=fridge, lot_ids=[here, there])
    place_lots(actor=PROGRAM, equipment_id=other, lot_ids=[there])
    log_entry(actor=PROGRAM, equipment_id=fridge, told=WARM)
    assert [bool(lot(one).aside_at) for one in (here, there, unsaid)] == [True, False, True]
    place_lots(actor=PROGRAM, equipment_id=other, lot_ids=[])
    log_entry(actor=PROGRAM, equipment_id=fridge, told=WARM)
    assert lot(there).aside_at
    with pytest.raises(Refusal, match="No vaccines"):
        place_lots(actor=PROGRAM, equipment_id=make_room(office), lot_ids=[])


def test_a_lot_that_may_stand_in_two_warm_refrigerators_is_used_when_somebody_says_where(office: Office) -> None:
    fridge, other = make_fridge(office), make_fridge(office, "Second refrigerator")
    flu = make_named(office, "U1")
    for warm in (fridge, other):
        log_entry(actor=PROGRAM, equipment_id=warm, told=WARM)
    with pytest.raises(Refusal, match="may stand in Second refrigerator, which was warm too"):
        decide(actor=PROGRAM, equipment_id=fridge, verdict=Verdict.USE, why="the maker says so", lot_ids=[flu])
    assert lot(flu).aside_at
    place_lots(actor=PROGRAM, equipment_id=fridge, lot_ids=[flu])
    decide(actor=PROGRAM, equipment_id=fridge, verdict=Verdict.USE, why="the maker says so", lot_ids=[flu])
    assert lot(flu).aside_at is None


def test_a_line_is_corrected_by_another_and_never_changed(office: Office) -> None:
    fridge = make_fridge(office, vaccines=False)
    wrong = log_entry(actor=PROGRAM, equipment_id=fridge, told=reading("41", "looked again"))
    assert len(work()) == 1
    with clock.frozen(EIGHT + timedelta(minutes=5)):
        with pytest.raises(Invalid):
            correct_entry(actor=PROGRAM, entry_id=wrong, told=reading("4.1"), why="")
        correct_entry(actor=PROGRAM, entry_id=wrong, told=reading("4.1"), why="a point was missing")
        with pytest.raises(Refusal, match="a point was missing"):
            correct_entry(actor=PROGRAM, entry_id=wrong, told=reading("4.2"), why="no")
    assert work() == []
    stands = [one for one in log_of(fridge) if one.stands]
    assert [(one.told.value, one.at, one.instead_of) for one in stands] == [(Decimal("4.1"), EIGHT, wrong)]
    assert len(month(fridge, TUESDAY).entries) == 2
    with pytest.raises(DatabaseError), transaction.atomic():
        LogEntry.objects.filter(id=wrong).update(value=4)


def test_a_biological_test_that_failed_is_work_until_somebody_says_what_was_done(office: Office) -> None:
    sterile = make_autoclave(office)
    load = Told(What.LOAD, passed=True, load="12", cycle="132 °C, 4 min")
    log_entry(actor=PROGRAM, equipment_id=sterile, told=load)
    with clock.frozen(EIGHT + timedelta(hours=4)):
        assert tell_missed(actor=PROGRAM) == 1
        log_entry(actor=PROGRAM, equipment_id=sterile, told=Told(What.SPORE, passed=False, did="taken out of use"))
        assert work() == ["Autoclave: The biological test failed"]
        decide(actor=PROGRAM, equipment_id=sterile, verdict=Verdict.DONE, why="load 12 sterilized again; repaired")
        assert work() == []


def test_a_room_is_cleaned_after_a_patient_and_for_the_night(office: Office) -> None:
    room = make_room(office)
    log_entry(actor=PROGRAM, equipment_id=room, told=Told(What.CLEANED))
    with clock.frozen(EIGHT + timedelta(hours=10)):
        assert tell_missed(actor=PROGRAM) == 1  # a room cleaned after a patient is not cleaned for the night
        log_entry(actor=PROGRAM, equipment_id=room, told=Told(What.TERMINAL))
        assert work() == []
    with pytest.raises(Invalid):
        log_entry(actor=PROGRAM, equipment_id=room, told=reading("20"))


def test_what_is_set_up_keeps_its_kind_and_refuses_a_stale_change(office: Office) -> None:
    fridge = make_fridge(office)
    now = equipment(fridge)
    with pytest.raises(Refusal, match="already"):
        make_fridge(office)
    with pytest.raises(Conflict):
        set_up_equipment(actor=PROGRAM, kept=now.kept, equipment_id=fridge, seen_version=0)
    set_up_equipment(actor=PROGRAM, kept=now.kept, equipment_id=fridge, used=False, seen_version=1)
    with pytest.raises(Refusal, match="not looked after"):
        log_entry(actor=PROGRAM, equipment_id=fridge, told=reading("4"))
    assert day(clock.now()) == []


def test_who_may_not_decide_cannot_and_nox_sees_nothing(office: Office) -> None:
    fridge, flu = make_fridge(office), make_lot(office)
    farrow, nox = make_user("farrow", "Tess Farrow", "medical_assistant"), make_user("nox", "Nox", "receptionist")
    log_entry(actor=farrow, equipment_id=fridge, told=WARM)
    with pytest.raises(NotFound):
        decide(actor=farrow, equipment_id=fridge, verdict=Verdict.USE, why="it is fine", lot_ids=[flu])
    with pytest.raises(NotFound):
        log_entry(actor=nox, equipment_id=fridge, told=reading("4"))
