"""A small office that reaches its patients through the simulated gateway; time is moved, never waited for."""

from datetime import timedelta
from uuid import UUID

from medoffice.exchange.simulators.gateway.api import write_back
from medoffice.front_office.outreach.api import hand_over, hear_all, queue_message
from medoffice.front_office.outreach.types.messages import Purpose
from medoffice.front_office.scheduling.tests.makers import local, make_appointment
from medoffice.kernel import clock
from medoffice.kernel.trace import Ref
from medoffice.practice.tests.makers import Office
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.types import PROGRAM


def pass_by(seconds: float = 60) -> None:
    """Time passes; what may go goes, what came back is taken in."""
    clock.advance(timedelta(seconds=seconds))
    hand_over(actor=PROGRAM)
    hear_all(actor=PROGRAM)


def make_visit(office: Office, family: str = "Vale", phone: str = "217-555-0101", hour: int = 9) -> tuple[UUID, UUID]:
    """A patient and their visit of tomorrow."""
    who = make_patient(family, phone=phone)
    return who, make_appointment(office, who, local(25, hour))


def remind(who: UUID, visit: UUID, key: str = "") -> UUID:
    """Queue a reminder of a visit."""
    return queue_message(
        actor=PROGRAM,
        patient_id=who,
        purpose=Purpose.REMINDER,
        about=Ref("appointment", visit),
        key=key or f"reminder {visit}",
        values={"when": "tomorrow at 9:00 AM", "provider": "Dr Okafor", "kind": "Sick visit", "site": "Bridge Street"},
        visit_id=visit,
    )


def write(sender: str, text: str, about: UUID | None = None) -> None:
    """Somebody writes back, and it is taken in."""
    write_back(sender, text, clock.now(), about)
    pass_by()
