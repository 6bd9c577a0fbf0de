"""What can be done about appointments, one verb a file."""
