"""What can be done about coverage, one verb a file."""
