"""Screens of dictation."""
