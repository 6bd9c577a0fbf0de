"""The office and a pharmacy by wire, for tests: who is on it, what goes, what comes, as the hours pass."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from medoffice.clinic.prescriptions.api import (
    change_pharmacy,
    choose_pharmacy,
    dispatch,
    pharmacy,
    send_prescription,
)
from medoffice.clinic.prescriptions.tests.makers import make_pharmacy, make_signed
from medoffice.clinic.prescriptions.types.exchange import Carried, Stand
from medoffice.exchange.simulators.pharmacy import models
from medoffice.exchange.simulators.pharmacy.api import set_mood
from medoffice.exchange.simulators.pharmacy.rules.paper import written
from medoffice.exchange.simulators.pharmacy.types import Habit, News, PharmacyMood
from medoffice.kernel import clock, jobs
from medoffice.practice.api import work_items
from medoffice.practice.tests.makers import Office
from medoffice.records.encounters.api import encounter
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.types import PROGRAM, Actor

NOW = datetime(2026, 11, 24, 16, tzinfo=UTC)
ADDRESS = "1234567"


def make_wired(name: str = "Corner Drug", nine: str = "199700001", address: str = ADDRESS) -> UUID:
    """A pharmacy that takes prescriptions by wire."""
    where = make_pharmacy(name, nine)
    change_pharmacy(
        actor=PROGRAM, pharmacy_id=where, phone="2175550142", fax="2175550143", hours="", used=True, wire=address,
        seen_version=pharmacy(where).version,
    )  # fmt: skip
    return where


def wired(office: Office, habit: Habit = Habit.PLAIN, visit: UUID | None = None) -> UUID:
    """A prescription that was sent to a pharmacy of one habit, written at a visit or at none."""
    set_mood(PharmacyMood(seed=7, habits=((habit.value, 100),)))
    who = encounter(visit).patient_id if visit else make_patient()
    choose_pharmacy(actor=PROGRAM, patient_id=who, pharmacy_id=make_wired())
    made = make_signed(office, who, visit=visit)
    return send_prescription(actor=PROGRAM, prescription_id=made, way=Carried.WIRE)


def passes(*hours: float) -> None:
    """So many hours after now, one after another."""
    for one in hours:
        with clock.frozen(NOW + timedelta(hours=one)):
            jobs.run_due()


def stands(sent: UUID) -> Stand:
    """Where it stands."""
    return dispatch(PROGRAM, sent).stand


def kinds(actor: Actor, prefix: str = "pharmacy") -> list[str]:
    """The kinds of somebody's work that begin so."""
    return [one.kind for one in work_items(actor) if one.kind.startswith(prefix)]


def put(
    *, data: bytes = b"", sender: str = ADDRESS, key: str = "X-1", kind: str = "RxFill", order: str = "",
    number: str = "", said_: str = "Dispensed",
) -> None:  # fmt: skip
    """Something comes."""
    told = data or written(News(key, 0, kind, order, number, said_), sender, NOW)
    models.PharmacyNews.objects.create(order="", data=told, due=clock.now())
