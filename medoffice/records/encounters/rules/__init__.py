"""Rules of encounters: pure."""
