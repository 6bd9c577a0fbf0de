"""What is done with clinical documents."""
