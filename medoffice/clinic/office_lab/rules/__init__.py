"""Rules of the office's laboratory."""
