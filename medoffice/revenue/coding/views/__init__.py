"""Screens of coding."""
