"""The simulator as a Django app: it keeps its memory in the world it plays in."""

from medoffice.kernel.rooms import Room


class LabSimulatorConfig(Room):
    """The simulated laboratory."""

    name = "medoffice.exchange.simulators.lab"
    label = "lab_simulator"
