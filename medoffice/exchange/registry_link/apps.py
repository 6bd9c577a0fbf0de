"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class RegistryLinkConfig(Room):
    """The ways to the immunization registry."""

    name = "medoffice.exchange.registry_link"
    label = "registry_link"
