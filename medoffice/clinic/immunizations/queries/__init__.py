"""Reads of immunizations."""
