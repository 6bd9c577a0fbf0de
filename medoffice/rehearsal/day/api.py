"""What other code may use of the simulated day."""

from medoffice.rehearsal.day.playing import a_working_day, play

__all__ = ["a_working_day", "play"]
