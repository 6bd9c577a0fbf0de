"""Dashboard: the office in numbers, for the manager and the owner.

What rooms registered as reports (``kernel/worlds/reports.py``), on a screen and as a table to take away. No patient is
named in any. Publishes no facts.
"""
