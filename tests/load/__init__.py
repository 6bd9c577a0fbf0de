"""The office under load: the profile of a group of twenty providers, a surge, a soak. On a quiet machine only."""
