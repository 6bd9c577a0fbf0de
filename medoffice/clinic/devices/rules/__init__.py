"""What devices say, in pure functions."""
