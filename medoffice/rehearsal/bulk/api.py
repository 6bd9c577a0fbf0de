"""What other rooms may use of bulk history."""

from medoffice.rehearsal.bulk.actions.build import make_bulk_world, write_past

__all__ = ["make_bulk_world", "write_past"]
