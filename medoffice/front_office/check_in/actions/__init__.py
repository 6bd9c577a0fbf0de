"""What can be done about arrival and flow, one verb a file."""
