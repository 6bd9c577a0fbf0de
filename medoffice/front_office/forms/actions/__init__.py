"""What can be done about forms, one verb a file."""
