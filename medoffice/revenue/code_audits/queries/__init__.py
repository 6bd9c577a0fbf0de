"""Reads of audits of codes."""
