"""Rules of screening."""
