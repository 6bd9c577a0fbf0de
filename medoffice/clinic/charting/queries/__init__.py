"""Reads of the chart, and of the templates its notes are begun from."""
