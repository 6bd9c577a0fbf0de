"""Screens of forms: the office's own, and the ones patients fill."""
