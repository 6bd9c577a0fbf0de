"""Rules of code lists: pure."""
