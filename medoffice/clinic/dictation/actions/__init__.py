"""Writes of dictation, one verb a file."""
