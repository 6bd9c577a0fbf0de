"""Reads of prescriptions."""
