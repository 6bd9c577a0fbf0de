"""Reads of outreach, by what they are about."""
