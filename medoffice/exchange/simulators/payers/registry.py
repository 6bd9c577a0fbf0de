"""Registers the simulated payers at the door that claims keep."""

from medoffice.exchange.simulators.payers.door import SimulatorDoor
from medoffice.revenue.claims.api import register_clearinghouse

register_clearinghouse(SimulatorDoor())
