"""The simulator as a Django app: it keeps its memory in the world it plays in."""

from medoffice.kernel.rooms import Room


class PharmacySimulatorConfig(Room):
    """The simulated pharmacy."""

    name = "medoffice.exchange.simulators.pharmacy"
    label = "pharmacy_simulator"
