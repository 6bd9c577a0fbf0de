"""What can be set about the flow, one verb a file."""
