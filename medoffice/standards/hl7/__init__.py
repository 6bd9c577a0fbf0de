"""HL7 version 2: the messages of laboratories, hospitals and registries, between bytes and typed values.

Pure library: no Django, no database, no clock. Bytes come first: a message keeps the bytes it came as, takes apart only
what is read, and gives the same bytes back unless something in it was changed. Reading is lenient and never raises on
content: what is odd comes back as findings. Others import ``api`` and ``types`` only.
"""
