"""Migrations of the flow."""
