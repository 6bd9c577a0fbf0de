"""What disclosures register: their place in the palette, and that the log is never changed."""

from medoffice.kernel.worlds.grants import register_append_only
from medoffice.ui.navigation import Command, register_command

register_append_only("disclosure")
register_command(
    Command("What left the office", "disclosures:log", "disclosures.read", words="disclosures, accounting")
)
