"""Reads of code lists. What no list speaks for is None, never empty."""
