"""The simulator as a Django app: it keeps its memory in the world it plays in."""

from medoffice.kernel.rooms import Room


class PayerSimulatorConfig(Room):
    """The payer simulator."""

    name = "medoffice.exchange.simulators.payer"
    label = "payer_simulator"
