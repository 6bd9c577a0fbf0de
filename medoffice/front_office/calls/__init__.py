"""Calls: the telephone log.

For receptionists. A call is where most chains of the office begin.
"""
