"""What the laboratory link does."""
