"""What can be done about disclosures, one verb a file."""
