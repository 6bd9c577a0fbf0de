"""Screens of the schedule, by who works with them."""
