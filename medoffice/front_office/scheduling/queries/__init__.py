"""Reads of the schedule, by what they are about."""
