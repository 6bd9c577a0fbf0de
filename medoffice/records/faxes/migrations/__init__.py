"""Migrations of faxes."""
