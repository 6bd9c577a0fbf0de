"""An office with any number of patients and years behind it, written in bulk.

The same town and stories as the demo office, the same row builders as the actions: a world made here is one that the
office could have come to by working. For load, scale and faults, and for a demo with a past.
"""
