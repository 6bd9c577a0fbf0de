"""Writes of memos, one verb a file."""
