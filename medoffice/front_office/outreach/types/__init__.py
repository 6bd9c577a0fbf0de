"""The nouns of outreach, by what they are about."""
