"""Terminology: dated public code sets as read-only files, usable without any server.

ICD-10-CM (CDC/NCHS and CMS, public domain), place of service (CMS), states, HCPCS modifiers, and the office's own
placeholder services. No CPT code or text is here: an office loads its licensed file.
"""
