"""Reads of claims and payments, by what they are about."""
