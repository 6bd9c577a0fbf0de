"""What can be done about users and their rights, one verb a file."""
