"""What can be done to charges and patient accounts, one verb a file."""
