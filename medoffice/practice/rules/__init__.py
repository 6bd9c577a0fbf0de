"""Rules of the practice: pure."""
