"""Rules of forms: pure."""
