"""Screens of recapture."""
