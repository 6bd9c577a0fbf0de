"""Scheduling: finding and booking times.

For receptionists. No double booking is held by the database, not by a check.
"""
