"""A fax line and the machines at its other end, simulated: busy, silent, breaking off, or no fax machine at all.

What happens follows from its seed, the number and the call. It has no clock of its own and shares no code with the
office.
"""
