"""Rules of the schedule: pure."""
