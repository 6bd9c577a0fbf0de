"""Screens of the telephone."""
