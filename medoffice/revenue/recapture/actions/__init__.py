"""Writes of recapture."""
