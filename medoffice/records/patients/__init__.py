"""Patients: who they are, how to reach them, finding them, and the banner that is always on screen.

For receptionists and secretaries. Blank identifiers never match anything.
"""
