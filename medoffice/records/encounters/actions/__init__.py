"""What can be done about a visit, one verb a file."""
