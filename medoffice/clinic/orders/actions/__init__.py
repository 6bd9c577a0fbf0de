"""What can be done about in-office orders, one verb a file."""
