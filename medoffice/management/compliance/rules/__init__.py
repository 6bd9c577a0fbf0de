"""Rules of compliance: pure."""
