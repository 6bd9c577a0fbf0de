"""Screens of the desks: coming in and the day, leaving, what changed while one was away."""
