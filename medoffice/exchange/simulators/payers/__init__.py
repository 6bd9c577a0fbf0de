"""The payer simulator: a clearinghouse and three payers that behave like real ones, deterministic by seed.

Used by tests, the demo and the practicum alike. It shares no X12 code with the product, so a fault of one cannot
hide in the other; its truth is its own adjudication decisions, never read back from the files it writes.
"""
