"""What can be done about faxes, one verb a file."""
