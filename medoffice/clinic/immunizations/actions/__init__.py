"""The acts of immunizations."""
