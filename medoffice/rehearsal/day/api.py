"""What other code may use of the simulated day."""

from medoffice.rehearsal.day.actions.playing import play_one_day

__all__ = ["play_one_day"]
