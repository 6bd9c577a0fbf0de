"""What security registers: its tables are history."""

from medoffice.kernel.worlds.grants import register_append_only

register_append_only("audit_event")
register_append_only("audit_subject")
register_append_only("audit_seal")
