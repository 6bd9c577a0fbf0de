"""C-CDA: the summaries that US offices and hospitals send each other, between bytes and typed values.

Pure library: no Django, no database, no clock. Reading is lenient: what is odd in the content comes back as findings,
and only what is no such document at all, or could do harm, is refused. Writing is strict and deterministic. Others
import ``api`` and ``types`` only.
"""
