"""Writes of screening."""
