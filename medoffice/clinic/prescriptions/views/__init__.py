"""Screens of prescriptions."""
