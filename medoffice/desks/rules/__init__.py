"""Rules of the desks: pure."""
