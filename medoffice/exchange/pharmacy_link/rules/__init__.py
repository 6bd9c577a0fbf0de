"""Messages to and from their bytes, pure."""
