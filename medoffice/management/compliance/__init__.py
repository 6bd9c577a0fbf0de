"""Compliance: who may see which patient, and what the privacy officer reviews.

For the privacy officer and the owner. It obeys 45 CFR 164.308(a)(1)(ii)(D) and 164.312(a)(2)(ii): emergency access
is told at once and reviewed.
"""
