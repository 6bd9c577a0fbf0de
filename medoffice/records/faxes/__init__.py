"""Faxes: pages that leave by a telephone line, until somebody there has them or a person here knows that they have not.

For whoever sends. What was delivered has a confirmation on the chart; what was not is work; nothing goes twice.
"""
