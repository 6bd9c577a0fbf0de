"""Reads of the office's laboratory."""
