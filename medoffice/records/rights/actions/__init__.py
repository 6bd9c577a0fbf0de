"""What can be done about rights, one verb a file."""
