"""Charting: vitals and notes.

For medical assistants and providers. A signed note never changes; later words are addenda.
"""
