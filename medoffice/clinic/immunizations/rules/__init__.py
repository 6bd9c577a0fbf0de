"""Pure rules of immunizations."""
