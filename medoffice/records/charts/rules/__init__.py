"""What may become of a paper chart."""
