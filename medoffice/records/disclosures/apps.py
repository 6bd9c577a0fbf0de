"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class DisclosuresConfig(Room):
    """Disclosures: what left the office about a patient, to whom, how and why."""

    name = "medoffice.records.disclosures"
    label = "disclosures"
