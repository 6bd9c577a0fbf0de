"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class PatientsConfig(Room):
    """Patients: who they are, how to reach them, finding them, and the banner that is always on screen."""

    name = "medoffice.records.patients"
    label = "patients"
