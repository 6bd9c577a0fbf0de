"""Rules of the day: pure."""
