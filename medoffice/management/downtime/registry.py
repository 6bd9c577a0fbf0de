"""What downtime registers: its check, its command, how its password is sealed again."""

from medoffice.kernel.checks import register_check
from medoffice.kernel.rotation import register_resealing
from medoffice.management.downtime.actions.set_up_packs import seal_again
from medoffice.management.downtime.queries import packs_are_made
from medoffice.ui.navigation import Command, register_command

register_check("downtime", packs_are_made)
register_resealing(seal_again)
register_command(Command("Downtime packs", "downtime:packs", "downtime.see"))
