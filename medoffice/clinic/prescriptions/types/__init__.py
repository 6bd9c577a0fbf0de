"""The nouns of prescriptions."""
