"""Migrations of audits of codes."""
