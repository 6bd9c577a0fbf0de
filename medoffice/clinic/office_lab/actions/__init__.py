"""Writes of the office's laboratory."""
