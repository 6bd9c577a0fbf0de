"""What can be done to the general ledger, one verb a file."""
