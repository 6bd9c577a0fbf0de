"""Rules of procedures."""
