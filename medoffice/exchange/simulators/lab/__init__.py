"""A laboratory, simulated: it takes orders and sends results, partials, corrections, cancellations, other people's.

What it does follows from its seed and the order. It has no clock of its own and shares no code with the office.
"""
