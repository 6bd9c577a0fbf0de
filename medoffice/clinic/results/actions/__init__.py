"""What can be done about results, one verb a file."""
