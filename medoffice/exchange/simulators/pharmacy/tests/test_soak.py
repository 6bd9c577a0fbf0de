"""Many prescriptions by wire, to pharmacies of every habit, while the carrying jobs are cut off and started again.

``MEDOFFICE_WIRE_SOAK`` says how many (300 by itself).
"""

import os
from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random

import pytest

from medoffice.clinic.prescriptions.api import choose_pharmacy, send_prescription
from medoffice.clinic.prescriptions.tests.makers import by_wire, came_by_wire, make_copies, make_signed
from medoffice.clinic.prescriptions.types.exchange import Carried, Stand
from medoffice.clinic.prescriptions.types.wire import Came, Left
from medoffice.exchange.simulators.pharmacy import api
from medoffice.exchange.simulators.pharmacy.rules.counter import habit_of
from medoffice.exchange.simulators.pharmacy.tests.makers import NOW, make_wired
from medoffice.exchange.simulators.pharmacy.types import Habit, PharmacyMood
from medoffice.kernel import clock
from medoffice.kernel.jobs import jobs
from medoffice.practice.api import open_work_about
from medoffice.practice.tests.makers import make_office
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.types import PROGRAM

MANY = int(os.environ.get("MEDOFFICE_WIRE_SOAK", "300"))
ENDS = {
    Habit.NONE: Stand.NOT_FILLED, Habit.ELSEWHERE: Stand.TRANSFERRED, Habit.REJECTING: Stand.FAILED,
    Habit.UNKNOWN: Stand.FAILED, Habit.SILENT: Stand.UNKNOWN,
}  # fmt: skip


class CutOffError(Exception):
    """The program ends here."""


class Cutting:
    """Now and then the program ends right after a message was handed over, or right before it was fetched."""

    def __init__(self) -> None:
        self.chance, self.kept, self.cuts = Random(11), list[tuple[bytes, datetime]](), 0
        self.really_take, self.really_told = api.take, api.told

    def take(self, data: bytes, at: datetime) -> None:
        self.really_take(data, at)
        if self.chance.random() < 0.02:
            self.kept.append((data, at))
            raise CutOffError

    def told(self, name: str) -> None:
        if self.chance.random() < 0.02:
            raise CutOffError
        self.really_told(name)

    def work(self, act: Callable[..., None]) -> None:
        """Do it until it is not cut off; what was handed over the pharmacy has, though the act was taken back."""
        while True:
            try:
                act()
            except CutOffError:
                self.cuts += 1
                for data, at in self.kept:
                    self.really_take(data, at)
                self.kept.clear()
            else:
                return


@pytest.fixture
def cut(monkeypatch: pytest.MonkeyPatch) -> Cutting:
    """It ends now and then."""
    made = Cutting()
    monkeypatch.setattr(api, "take", made.take)
    monkeypatch.setattr(api, "told", made.told)
    return made


@pytest.mark.soak
@pytest.mark.django_db
def test_rx4_each_of_many_ends_once_none_is_sent_twice_and_every_silence_is_work(cut: Cutting) -> None:
    mood = PharmacyMood(seed=5, habits=tuple((one.value, 100 // len(Habit)) for one in Habit))
    with clock.frozen(NOW):
        office = make_office()
        api.set_mood(mood)
        who = make_patient()
        choose_pharmacy(actor=PROGRAM, patient_id=who, pharmacy_id=make_wired())
        for one in make_copies(make_signed(office, who), MANY):
            send_prescription(actor=PROGRAM, prescription_id=one, way=Carried.WIRE)
    for hours in (0, 0.2, 0.6, 1, 1.3, 4.2, 5, 20, 24.5, 27, 50):
        with clock.frozen(NOW + timedelta(hours=hours)):
            for name in ("prescriptions.hand-over", "prescriptions.hear", "prescriptions.silence"):
                cut.work(jobs[name].act)
    told = by_wire()
    assert cut.cuts
    assert len(told) == MANY
    assert {number: stand for number, (_, stand, _) in told.items()} == {
        number: ENDS.get(habit_of(mood, number), Stand.FILLED) for number in told
    }
    assert set(api.taken()) == {number for _, _, outs in told.values() for number, _ in outs}
    for number, (_, stand, outs) in told.items():
        assert len(outs) == (2 if habit_of(mood, number) is Habit.BUSY else 1), number
        assert {state for _, state in outs} == {Left.SILENT if stand == Stand.UNKNOWN else Left.ANSWERED}
    to_call = {at for at, stand, _ in told.values() if stand in (Stand.UNKNOWN, Stand.FAILED)}
    assert open_work_about("dispatch", list(to_call)) == to_call
    assert came_by_wire() <= {Came.TAKEN, Came.AGAIN}
