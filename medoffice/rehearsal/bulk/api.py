"""What other rooms may use of bulk history."""

from medoffice.rehearsal.bulk.actions.build import make_bulk_world
from medoffice.rehearsal.bulk.actions.demo import make_big_demo

__all__ = ["make_big_demo", "make_bulk_world"]
