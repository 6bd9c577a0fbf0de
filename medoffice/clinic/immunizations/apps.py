"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class ImmunizationsConfig(Room):
    """Immunizations: lots of vaccine on hand, and the doses that were given from them."""

    name = "medoffice.clinic.immunizations"
    label = "immunizations"
