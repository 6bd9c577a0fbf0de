"""What documents register: that what was kept is never changed."""

from medoffice.kernel.worlds.grants import register_append_only

register_append_only("document")
