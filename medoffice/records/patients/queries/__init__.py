"""Reads of patient identity, by what they are about."""
