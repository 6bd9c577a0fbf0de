"""Screens of the chart: a visit, the lists, the notes."""
