"""Writes of procedures."""
