"""Migrations of recapture."""
