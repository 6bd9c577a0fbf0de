"""A procedure that waits for the patient of the policy tests, and an injection that was given."""

from uuid import UUID

from medoffice.clinic.procedures.tests.makers import WART, make_done, make_order
from medoffice.practice.tests.makers import Office


def procedures(office: Office, encounter: UUID) -> dict[str, UUID | str]:
    """Both of the visit; the kind is the office's."""
    waits = make_order(encounter, WART)
    return {"procedure_kind": WART.key, "procedure_order_id": waits, "procedure_id": make_done(office, encounter)}
