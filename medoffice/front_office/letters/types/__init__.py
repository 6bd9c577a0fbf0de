"""The nouns of letters."""
