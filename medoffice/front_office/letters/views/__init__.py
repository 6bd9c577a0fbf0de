"""Screens of letters."""
