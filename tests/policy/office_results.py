"""What a laboratory sent the office of the policy tests: a report of a visit of the patient, and one of nobody."""

from uuid import UUID

from medoffice.clinic.orders.tests.makers import make_numbered
from medoffice.clinic.results.models import LabMessage, LabReport
from medoffice.clinic.results.tests.makers import POTASSIUM, oru, take
from medoffice.practice.tests.makers import Office


def results(office: Office, patient: UUID, encounter: UUID, name: tuple[str, str], said: str) -> dict[str, UUID | str]:
    """A report whose note says what the visit was for; whose the other one is, nobody knows."""
    number = f"R{patient.hex}"
    make_numbered(office, encounter, number)
    who = f"{'^'.join(name)}||19310203|F"
    take(oru(f"{POTASSIUM}\rNTE|1||{said}", who=who, placer=number, control=number, filler=number))
    take(oru(who="Nobody^Known||19010203|M", control=f"T{number}", filler=f"T{number}"))
    return {
        "lab_report_id": LabReport.objects.get(placer=number).id,
        "lab_message_id": LabMessage.objects.get(control_id=f"T{number}").id,
    }
