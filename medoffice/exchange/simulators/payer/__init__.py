"""The payers and their clearinghouse, simulated: claims in, acknowledgements and remittances out, eligibility
answered, the truth kept.

Behaves like the real counterpart and obeys the published wire shapes; deterministic by seed, with no clock of its own.
It shares no code with ``standards/``, so that a fault there cannot hide here. Use ``rules.book.PayerBook``.
"""
