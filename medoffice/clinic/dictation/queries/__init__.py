"""Reads of dictation."""
