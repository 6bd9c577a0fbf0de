"""The nouns of documents."""
