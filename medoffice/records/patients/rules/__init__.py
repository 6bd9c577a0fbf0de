"""Rules of patient identity: pure."""
