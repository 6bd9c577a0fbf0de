"""What other rooms may use of downtime."""

from medoffice.management.downtime.actions.make_pack import make_pack
from medoffice.management.downtime.actions.set_up_packs import set_up_packs
from medoffice.management.downtime.queries import folder, how_made, packs

__all__ = ["folder", "how_made", "make_pack", "packs", "set_up_packs"]
