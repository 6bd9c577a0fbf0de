"""When a visit's codes may go to billing."""

from medoffice.kernel.findings import Finding, Severity
from medoffice.revenue.coding.types import CodedEncounter

MAX_DIAGNOSES = 12
MAX_POINTERS = 4


def check_complete(coded: CodedEncounter) -> list[Finding]:
    """At least one diagnosis and one service, pointers that point, no diagnosis without a service that needs it.

    A claim holds at most twelve diagnoses and a line at most four pointers (005010X222A1, HI and SV107).
    """
    found = []
    positions = {diagnosis.position for diagnosis in coded.diagnoses}
    if not coded.diagnoses:
        found.append(Finding("no-diagnosis", "diagnoses", "No diagnosis is coded yet."))
    if not coded.services:
        found.append(Finding("no-service", "services", "No service is coded yet."))
    if len(positions) > MAX_DIAGNOSES:
        found.append(Finding("too-many-diagnoses", "diagnoses", "A claim holds at most twelve diagnoses."))
    for service in coded.services:
        where = f"service {service.line}"
        if not 1 <= len(service.pointers) <= MAX_POINTERS:
            found.append(Finding("pointers-count", where, f"{service.words} needs one to four diagnoses."))
        if not set(service.pointers) <= positions:
            found.append(
                Finding("pointer-dangling", where, f"{service.words} points to a diagnosis that is not there.")
            )
        if len(set(service.pointers)) != len(service.pointers):
            found.append(Finding("pointer-twice", where, f"{service.words} points to one diagnosis twice."))
    used = {pointer for service in coded.services for pointer in service.pointers}
    for position in sorted(positions - used):
        words = f"Diagnosis {position} supports no service."
        found.append(Finding("diagnosis-unused", f"diagnosis {position}", words, Severity.WARNING))
    return found
