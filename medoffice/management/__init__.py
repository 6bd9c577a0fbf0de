"""Management: the office as a whole, for its manager."""
