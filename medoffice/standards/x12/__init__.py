"""X12: the electronic claims, remittances and acknowledgements of US health care, between bytes and typed values.

Pure library: no Django, no database, no clock. Reading is lenient and never raises on content: what is odd comes back
as findings. Writing is strict and deterministic: the same input gives the same bytes, and what the standard cannot
carry is refused. Others import ``api`` and ``types`` only.
"""
