"""Reads of recapture."""
