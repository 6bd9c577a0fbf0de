"""Forms of dictation."""
