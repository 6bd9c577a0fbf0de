"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class ProceduresConfig(Room):
    """Procedures and injections in the treatment area: before, during and after."""

    name = "medoffice.clinic.procedures"
    label = "procedures"
