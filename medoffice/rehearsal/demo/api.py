"""What other rooms may use of the demo office."""

from medoffice.rehearsal.demo.build import (
    close_day,
    make_demo_world,
    play_day,
    register_people,
    settle_files,
)
from medoffice.rehearsal.demo.office import set_up_office
from medoffice.rehearsal.demo.people import people

__all__ = ["close_day", "make_demo_world", "people", "play_day", "register_people", "set_up_office", "settle_files"]
