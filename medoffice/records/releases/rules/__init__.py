"""What releases obey."""
