"""Writes of referrals, one verb a file."""
