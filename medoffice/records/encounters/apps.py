"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class EncountersConfig(Room):
    """Encounters (FHIR Encounter): visits and how they move through the office."""

    name = "medoffice.records.encounters"
    label = "encounters"
