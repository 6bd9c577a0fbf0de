"""Reads of the practice: the office itself and the work queue."""
