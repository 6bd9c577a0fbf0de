"""What is done about paper charts."""
