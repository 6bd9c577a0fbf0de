"""Screens of releases."""
