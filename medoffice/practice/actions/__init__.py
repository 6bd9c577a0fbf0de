"""What can be done about the practice, one verb a file."""
