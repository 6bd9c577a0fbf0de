"""Pure rules of results: what a message says, whose it is, which version counts."""
