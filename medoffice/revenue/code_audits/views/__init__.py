"""Screens of audits of codes."""
