"""Playing a day and proving it."""
