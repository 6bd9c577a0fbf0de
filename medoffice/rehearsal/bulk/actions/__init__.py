"""Writing the past of an office in bulk."""
