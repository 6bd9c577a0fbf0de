"""What can be done about a patient's identity, one verb a file."""
