"""What may be done with devices and their files."""
