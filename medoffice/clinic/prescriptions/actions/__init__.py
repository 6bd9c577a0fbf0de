"""What can be done about prescriptions, one verb a file."""
