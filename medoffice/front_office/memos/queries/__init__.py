"""Reads of memos."""
