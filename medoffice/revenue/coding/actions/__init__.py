"""What can be done about the codes of a visit, one verb a file."""
