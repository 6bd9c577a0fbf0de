"""What can be done about a call, one verb a file."""
