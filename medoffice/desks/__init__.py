"""Desks: the home of each person, search, the command palette, and follow the dollar.

Screens composed of what the rooms register.
"""
