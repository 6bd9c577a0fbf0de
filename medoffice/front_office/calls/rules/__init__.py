"""Rules of the telephone: pure."""
