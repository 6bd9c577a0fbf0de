"""Faces of screening."""
