"""A test in the office and a screening on the patient of the policy tests; lot and test name nobody."""

from uuid import UUID

from medoffice.clinic.office_lab.api import kits, office_tests
from medoffice.clinic.office_lab.tests.makers import make_kit, make_tested
from medoffice.clinic.screening.tests.makers import make_screened
from medoffice.practice.tests.makers import Office


def office_lab(office: Office, encounter: UUID) -> dict[str, UUID | str]:
    """What was found at the visit; the lot and the test are the office's."""
    known = kits(one.id for one in office_tests())
    kit = known[0].id if known else make_kit(office)
    found = {"tested_id": make_tested(encounter, kit), "screened_id": make_screened(encounter)}
    return {"kit_id": kit, "office_test_id": office_tests()[0].id, **found}
