"""What holds for every file of the repository: the checks, that they hold here, and that each can fail."""
