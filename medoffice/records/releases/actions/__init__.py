"""What can be done about releases, one verb a file."""
