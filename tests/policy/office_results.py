"""What a laboratory was asked by the office of the policy tests, and sent it: of the patient, and of nobody."""

from uuid import UUID

from medoffice.clinic.orders.api import laboratories, order_tests
from medoffice.clinic.orders.tests.makers import WHY, make_laboratory, make_numbered
from medoffice.clinic.orders.types import Asked
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
    lab = next((one.id for one in laboratories()), None) or make_laboratory()
    asked = Asked(("TSH",), WHY, note=said)
    made = order_tests(actor=office.provider, encounter_id=encounter, laboratory_id=lab, asked=asked)
    return {
        "requisition_id": made,
        "laboratory_id": lab,
        "step": "collect",
        "lab_report_id": LabReport.objects.get(placer=number).id,
        "lab_message_id": LabMessage.objects.get(control_id=f"T{number}").id,
    }
