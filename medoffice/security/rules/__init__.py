"""Rules of security: pure."""
