"""What can be done to reach patients, one verb a file."""
