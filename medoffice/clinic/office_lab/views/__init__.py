"""Faces of the office's laboratory."""
