"""What can be done in an audit of codes, one verb a file."""
