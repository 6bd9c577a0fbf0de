"""The simulator as a Django app: it keeps its memory in the world it plays in."""

from medoffice.kernel.rooms import Room


class GatewaySimulatorConfig(Room):
    """The simulated gateway for texts and e-mails."""

    name = "medoffice.exchange.simulators.gateway"
    label = "gateway_simulator"
