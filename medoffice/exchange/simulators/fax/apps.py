"""The simulator as a Django app: it keeps its memory in the world it plays in."""

from medoffice.kernel.rooms import Room


class FaxSimulatorConfig(Room):
    """The simulated fax line."""

    name = "medoffice.exchange.simulators.fax"
    label = "fax_simulator"
