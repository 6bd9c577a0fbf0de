"""Releases: copies of a record that patients and others may ask for.

For the secretary who gives copies out and the privacy officer who answers for it. A request has a paper that is
checked, a day it is due, and pages that are picked. What may not go cannot be picked, what is blacked out is gone, and
what goes is a line of disclosures. Obeys 45 CFR 164.508, 164.524 and 42 CFR Part 2.
"""
