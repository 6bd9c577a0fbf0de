"""Rules of claims: pure."""
