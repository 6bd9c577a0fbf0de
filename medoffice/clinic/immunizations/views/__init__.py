"""Screens of immunizations."""
