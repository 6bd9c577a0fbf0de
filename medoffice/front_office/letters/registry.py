"""What letters register: their own merge fields, their place in the palette, and what is never changed."""

from medoffice.front_office.letters.offers import register_merge_fields
from medoffice.front_office.letters.queries.merging import read_own
from medoffice.front_office.letters.queries.templates import own_fields
from medoffice.kernel.worlds.grants import register_append_only
from medoffice.ui.navigation import Command, register_command

register_append_only("letter_template")
register_append_only("letter_template_approval")
register_merge_fields("letters", own_fields(), read_own)
register_command(Command("Letter templates", "letters:templates", "letters.write"))
register_command(Command("Letterheads", "letters:letterheads", "letters.set_up"))
