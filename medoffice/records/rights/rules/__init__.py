"""What rights obey."""
