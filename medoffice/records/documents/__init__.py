"""Documents: the paper of a patient, kept as it came: scans and photographs, for now insurance cards.

For whoever scans, and whoever must see what was scanned. What was kept is never changed.
"""
