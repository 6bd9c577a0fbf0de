"""The nouns of patient identity."""
