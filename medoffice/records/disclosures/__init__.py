"""Disclosures: what left the office about a patient, to whom, how and why; the one log of it.

For the secretary who is asked whether it went, and the privacy officer who owes patients an account. It is written by
what sends (letters, release of information) in the same act, and never changed. Obeys 45 CFR 164.528.
"""
