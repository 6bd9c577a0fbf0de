"""Writes of upkeep."""
