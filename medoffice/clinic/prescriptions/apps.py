"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class PrescriptionsConfig(Room):
    """Prescriptions: what is prescribed, how it is taken, how much of it, and who signed."""

    name = "medoffice.clinic.prescriptions"
    label = "prescriptions"
