"""The nouns of dictation."""
