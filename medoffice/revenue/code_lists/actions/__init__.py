"""Actions of code lists."""
