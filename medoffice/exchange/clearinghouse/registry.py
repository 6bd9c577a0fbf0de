"""Registers the folder adapter at the door that claims keep."""

from medoffice.exchange.clearinghouse.adapters import FolderDoor
from medoffice.revenue.claims.api import register_clearinghouse

register_clearinghouse(FolderDoor())
