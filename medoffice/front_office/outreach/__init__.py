"""Outreach: what the office says to patients by itself, and who waits for a time or is due.

For receptionists and secretaries. Nothing is said of a visit that is no longer so; nothing is lost or said twice.
"""
