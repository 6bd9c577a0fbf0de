"""What can be done about claims and remittances, one verb a file."""
