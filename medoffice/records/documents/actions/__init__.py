"""What can be done about documents, one verb a file."""
