"""What other rooms may use of patient identity."""

from medoffice.records.patients.actions.change_patient import change_patient
from medoffice.records.patients.actions.end_permission import end_permission
from medoffice.records.patients.actions.permit_person import permit_person
from medoffice.records.patients.actions.register_patient import register_patient
from medoffice.records.patients.queries import (
    banner,
    find_by_mrn,
    household,
    patient,
    patients_by_id,
    permitted_people,
    search,
)

__all__ = [
    "banner",
    "change_patient",
    "end_permission",
    "find_by_mrn",
    "household",
    "patient",
    "patients_by_id",
    "permit_person",
    "permitted_people",
    "register_patient",
    "search",
]
