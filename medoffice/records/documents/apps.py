"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class DocumentsConfig(Room):
    """Documents: the paper of a patient."""

    name = "medoffice.records.documents"
    label = "documents"
