"""A pharmacy, simulated: it takes prescriptions by wire, tells what became of them, and asks for more.

What it does follows from its seed and the number of the prescription. It has no clock of its own, and reads and writes
messages by itself.
"""
